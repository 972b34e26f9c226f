import type { Typed } from '#platform/web/form.ts';
import { filledRows, isTicked, textOf } from '#platform/web/typed.ts';
import type { Section } from '../checks/rules.ts';
import {
  type AmountRule,
  type CallTerms,
  type Paper,
  type Question,
  questionKinds,
  units,
} from '../terms.ts';
import { readBenefit, readBenefitConditions } from './read-benefit.ts';
import { readFigures } from './read-figures.ts';
import {
  both,
  freeCode,
  hintOf,
  isCode,
  labelled,
  makeReader,
  onlyIfOf,
  type Reader,
  rowsOf,
} from './read-rows.ts';
import { fillsOf } from './questions.ts';
import { words } from './words.ts';

/** A part of the terms as it was typed, and the names of fields that are no number or no day. */
export interface ReadTerms {
  readonly terms: CallTerms;
  readonly noNumbers: readonly string[];
  readonly noDays: readonly string[];
}

export type Part = Exclude<Section, 'questions'>;

/** The terms with one part as it was typed. What things are called by in answers stays: new ones get a code of their own. */
export function readPart(part: Part, typed: Typed, terms: CallTerms): ReadTerms {
  const reader = makeReader(typed);
  const changed = readers[part](reader, terms);
  return { terms: { ...terms, ...changed }, noNumbers: reader.noNumbers, noDays: reader.noDays };
}

function readPapers({ typed }: Reader, list: string, letter: string): Paper[] {
  return rowsOf(typed, { list, says: labelled, letter }, (name, code) => ({
    code,
    label: both(typed, name('label')),
    ...hintOf(typed, name('hint')),
    required: isTicked(typed, name('required')),
    ...onlyIfOf(typed, name('onlyIf')),
  }));
}

const readers: Record<Part, (reader: Reader, terms: CallTerms) => Partial<CallTerms>> = {
  benefit: readBenefit,
  'benefit-conditions': readBenefitConditions,
  figures: readFigures,
  basics: ({ typed }) => ({
    name: both(typed, 'name'),
    summary: both(typed, 'summary'),
    whoFor: both(typed, 'whoFor'),
    unit: units.find((unit) => unit === textOf(typed, 'unit')) ?? 'group',
    contact: { name: both(typed, 'contact'), phone: textOf(typed, 'phone'), mail: textOf(typed, 'mail') },
  }),
  windows: ({ typed, day }) => ({
    windows: filledRows(typed, 'windows', ['opensOn', 'closesOn']).map((at) => ({
      opensOn: day(`windows.${at}.opensOn`),
      closesOn: day(`windows.${at}.closesOn`),
    })),
    firstCome: isTicked(typed, 'firstCome'),
  }),
  amount: readAmount,
  eligibility: ({ typed }) => ({
    eligibility: rowsOf(
      typed,
      { list: 'eligibility', says: [...labelled, 'otherwise.ja'], letter: 'e' },
      (name, code) => ({
        code,
        label: both(typed, name('label')),
        passes: textOf(typed, name('passes')) === 'no' ? 'no' : 'yes',
        otherwise: both(typed, name('otherwise')),
      }),
    ),
  }),
  papers: (reader) => ({ papers: readPapers(reader, 'papers', 'p') }),
  conditions: (reader, terms) => {
    const { typed, whole, day } = reader;
    const rows = filledRows(typed, 'conditions', ['ja', 'en']);
    const report = terms.report && {
      daysAfterEnd: whole('daysAfterEnd'),
      latestOn: day('latestOn'),
      papers: readPapers(reader, 'reportPapers', 'r'),
      keepYears: whole('keepYears'),
      ...(terms.report.questions && { questions: terms.report.questions }),
    };
    return { conditions: rows.map((at) => both(typed, `conditions.${at}`)), report };
  },
  review: ({ typed, whole }) => ({
    checks: rowsOf(typed, { list: 'checks', says: labelled, letter: 'c' }, (name, code) => ({
      code,
      label: both(typed, name('label')),
    })),
    criteria: rowsOf(typed, { list: 'criteria', says: labelled, letter: 's' }, (name, code) => ({
      code,
      label: both(typed, name('label')),
      ...hintOf(typed, name('hint')),
      most: whole(name('most')),
    })),
  }),
};

/** The rule that was chosen; the fields of the others are passed over. A question that it needs can be made on the way. */
function readAmount({ typed, whole }: Reader, terms: CallTerms): Partial<CallTerms> {
  const allowed = isTicked(typed, 'advance');
  const advance = { allowed, upToPercent: allowed ? whole('advancePercent') : 0 };
  const kind = textOf(typed, 'kind');
  if (kind === 'tiers') {
    const { question, questions } = readQuestionOf(typed, terms, 'number');
    const tiers = filledRows(typed, 'tiers', ['from', 'yen']).map((at) => ({
      from: whole(`tiers.${at}.from`),
      yen: whole(`tiers.${at}.yen`),
    }));
    return { advance, questions, amount: { kind, question, tiers } };
  }
  if (kind === 'rate') {
    const { question, questions } = readQuestionOf(typed, terms, 'costs');
    const amount: AmountRule = {
      kind,
      question,
      numerator: whole('numerator'),
      denominator: whole('denominator'),
      ceiling: whole('ceiling'),
      roundDownTo: whole('roundDownTo'),
    };
    return { advance, questions, amount };
  }
  return { advance, amount: { kind: 'fixed', yen: whole('yen') } };
}

function readQuestionOf(
  typed: Typed,
  { questions }: CallTerms,
  kind: 'number' | 'costs',
): { question: string; questions: readonly Question[] } {
  const asked = textOf(typed, `${kind}Question`);
  if (asked !== 'new') return { question: isCode(asked) ? asked : '', questions };
  const taken = new Set(questions.map(({ code }) => code));
  const plain = kind === 'costs' ? 'costs' : 'times';
  const code = taken.has(plain) ? freeCode(plain, taken) : plain;
  const label = {
    ja: kind === 'costs' ? words.ja.newCosts : words.ja.newCount,
    en: kind === 'costs' ? words.en.newCosts : words.en.newCount,
  };
  return { question: code, questions: [...questions, { code, kind, label, required: true }] };
}

/** A question as it was typed; the code of one that stands already stays. */
export function readQuestion(typed: Typed, terms: CallTerms, base: Question | undefined): Question {
  const taken = new Set(terms.questions.map(({ code }) => code));
  const kind = questionKinds.find((each) => each === textOf(typed, 'kind')) ?? 'line';
  const options = rowsOf(typed, { list: 'options', says: labelled, letter: 'o' }, (name, code) => ({
    code,
    label: both(typed, name('label')),
  }));
  const fills = fillsOf(terms).find((each) => each === textOf(typed, 'fillFrom'));
  return {
    code: base?.code ?? freeCode('q', taken),
    kind,
    label: both(typed, 'label'),
    ...hintOf(typed, 'hint'),
    required: isTicked(typed, 'required'),
    ...(kind === 'choice' || kind === 'choices' ? { options } : {}),
    ...onlyIfOf(typed, 'onlyIf'),
    ...(fills ? { fillFrom: fills } : {}),
  };
}
