import { isTicked, textOf } from '#platform/web/typed.ts';
import type { BenefitAmount, BenefitTerms, BySize, Condition, InterestTerms } from '../../benefits/terms.ts';
import { emptyBenefit, mostOf } from '../benefit-terms.ts';
import type { CallTerms } from '../terms.ts';
import { both, labelled, type Reader, rowsOf } from './read-rows.ts';

/** What is paid, how often, to whom and for what. */
export function readBenefit(reader: Reader, terms: CallTerms): Partial<CallTerms> {
  const { typed, whole } = reader;
  const before = terms.benefit ?? emptyBenefit;
  const named = (list: string, letter: string) =>
    rowsOf(typed, { list, says: labelled, letter }, (name, code) => ({
      code,
      label: both(typed, name('label')),
    }));
  const benefit: BenefitTerms = {
    ...before,
    payee: textOf(typed, 'payee') === 'person' ? 'person' : 'group',
    amount: readAmount(reader, named('items', 'i')),
    limit: { times: whole('limitTimes'), yen: whole('limitYen') },
    uses: named('uses', 'u'),
    outcomes: named('outcomes', 'o'),
    reportDays: whole('reportDays'),
  };
  return { benefit, amount: { kind: 'fixed', yen: mostOf(benefit) } };
}

function readAmount(reader: Reader, items: Extract<BenefitAmount, { kind: 'share' }>['items']) {
  const { typed, whole } = reader;
  if (textOf(typed, 'kind') !== 'share')
    return { kind: 'asked', ceiling: whole('askedCeiling') } satisfies BenefitAmount;
  const interest: InterestTerms | null = isTicked(typed, 'interest')
    ? {
        numerator: whole('interestNumerator'),
        denominator: whole('interestDenominator'),
        maxInstalments: whole('maxInstalments'),
        maxBasisPoints: basisPoints(reader, 'maxPercent'),
      }
    : null;
  return {
    kind: 'share',
    numerator: whole('numerator'),
    denominator: whole('denominator'),
    ceiling: whole('shareCeiling'),
    roundDownTo: whole('roundDownTo'),
    items,
    interest,
  } satisfies BenefitAmount;
}

/** Percent with up to two decimals, in hundredths. */
function basisPoints({ typed, noNumbers }: Reader, name: string): number {
  const text = textOf(typed, name).normalize('NFKC').replace('%', '');
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(text)) noNumbers.push(name);
  return Math.round(Number(text) * 100) || 0;
}

/** All that has to be met, and what a «no» means. */
export function readBenefitConditions(reader: Reader, terms: CallTerms): Partial<CallTerms> {
  const { typed } = reader;
  const conditions = rowsOf<Condition>(
    typed,
    { list: 'conditions', says: [...labelled, 'otherwise.ja'], letter: 'c' },
    (name, code) => ({
      code,
      label: both(typed, name('label')),
      otherwise: both(typed, name('otherwise')),
      ...readKind(reader, name),
    }),
  );
  return { benefit: { ...(terms.benefit ?? emptyBenefit), conditions } };
}

type KindOf<Kind = Condition> = Kind extends { kind: string }
  ? Omit<Kind, 'code' | 'label' | 'otherwise'>
  : never;

function readKind(reader: Reader, name: (of: string) => string): KindOf {
  const { typed, whole } = reader;
  switch (textOf(typed, name('kind'))) {
    case 'plan':
      return { kind: 'plan' };
    case 'age':
      return { kind: 'age', atMost: whole(name('atMost')) };
    case 'moved':
      return { kind: 'moved', withinMonths: whole(name('months')) };
    case 'income':
      return {
        kind: 'income',
        base: sizesOf(reader, name('base')),
        areas: readAreas(reader, name('areas')),
        numerator: whole(name('numerator')),
        denominator: whole(name('denominator')),
      };
    case 'savings':
      return {
        kind: 'savings',
        base: sizesOf(reader, name('base')),
        times: whole(name('times')),
        cap: whole(name('cap')),
      };
    default:
      return { kind: 'answer', passes: textOf(typed, name('passes')) === 'no' ? 'no' : 'yes' };
  }
}

/** 「84,000 130,000 …」: yen by size of the household, as lines or with spaces between them. */
function sizesOf({ typed, noNumbers }: Reader, name: string): BySize {
  const [first = 0, ...more] = numbersOf(textOf(typed, name), () => noNumbers.push(name));
  return [first, ...more];
}

function numbersOf(text: string, wrong: () => void): number[] {
  const parts = text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3})|円/g, '')
    .split(/[\s、,/]+/)
    .filter(Boolean);
  if (!parts.every((part) => /^\d{1,9}$/.test(part))) wrong();
  return parts.map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : 0));
}

/** One area in a line: 「見本市：52,000 62,000 …」; its code is its place unless the same name had one. */
function readAreas({ typed, noNumbers }: Reader, name: string) {
  return areaLines(textOf(typed, name)).map(({ ja, en, code, rent: text }, at) => {
    const [first = 0, ...more] = numbersOf(text, () => noNumbers.push(name));
    const rent: BySize = [first, ...more];
    return { code: code || `a${at + 1}`, label: { ja, en }, rent };
  });
}

/** `見本市 | Sample | sample: 52000 62000`; English and code may be left out. */
function areaLines(text: string) {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [names = '', rent = ''] = line.normalize('NFKC').split(':');
      const [ja = '', en = '', code = ''] = names.split('|').map((part) => part.trim());
      return { ja, en, code: /^[a-z0-9-]{1,60}$/.test(code) ? code : '', rent };
    });
}
