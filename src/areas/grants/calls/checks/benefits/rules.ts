import type { BenefitAmount, BenefitTerms, BySize, Condition } from '../../../benefits/terms.ts';

export const benefitFlaws = [
  'benefit-ceiling',
  'benefit-share',
  'benefit-items',
  'benefit-interest',
  'benefit-limit',
  'benefit-uses',
  'benefit-outcomes',
  'benefit-days',
  'condition-words',
  'condition-age',
  'condition-income',
  'condition-savings',
] as const;
type BenefitFlawName = (typeof benefitFlaws)[number];

interface BenefitFlaw {
  readonly section: 'benefit' | 'benefit-conditions';
  readonly flaw: BenefitFlawName;
  readonly at?: number;
}

/** What keeps a benefit from being asked for, decided and paid by rule. */
export function flawsOfBenefit(benefit: BenefitTerms): readonly BenefitFlaw[] {
  const { amount, limit, uses, outcomes, reportDays, conditions } = benefit;
  const found: [boolean, BenefitFlawName][] = [
    [amount.ceiling < 1, 'benefit-ceiling'],
    ...ofShare(amount),
    [limit.times < 1 || limit.yen < 1 || limit.yen < amount.ceiling, 'benefit-limit'],
    [!allNamed(uses), 'benefit-uses'],
    [!allNamed(outcomes), 'benefit-outcomes'],
    [reportDays < 1, 'benefit-days'],
  ];
  return [
    ...found.filter(([wrong]) => wrong).map(([, flaw]) => ({ section: 'benefit', flaw }) as const),
    ...conditions.flatMap((condition, index) => {
      const flaw = flawOfCondition(condition);
      return flaw ? [{ section: 'benefit-conditions', flaw, at: index + 1 } as const] : [];
    }),
  ];
}

function allNamed(rows: readonly { readonly label: { readonly ja: string } }[]): boolean {
  return rows.length > 0 && rows.every(({ label }) => label.ja.trim() !== '');
}

const isShare = (numerator: number, denominator: number) => numerator >= 1 && denominator >= numerator;

function ofShare(amount: BenefitAmount): [boolean, BenefitFlawName][] {
  if (amount.kind !== 'share') return [];
  const { numerator, denominator, roundDownTo, items, interest } = amount;
  const interestWrong =
    interest !== null &&
    (!isShare(interest.numerator, interest.denominator) ||
      interest.maxInstalments < 2 ||
      interest.maxBasisPoints < 1);
  return [
    [!isShare(numerator, denominator) || roundDownTo < 1, 'benefit-share'],
    [!allNamed(items), 'benefit-items'],
    [interestWrong, 'benefit-interest'],
  ];
}

function flawOfCondition(condition: Condition): BenefitFlawName | undefined {
  if (!condition.label.ja.trim() || !condition.otherwise.ja.trim()) return 'condition-words';
  switch (condition.kind) {
    case 'age':
      return condition.atMost < 1 ? 'condition-age' : undefined;
    case 'income': {
      const { base, areas, numerator, denominator } = condition;
      const wrong = !isSizes(base) || !allNamed(areas) || !areas.every(({ rent }) => isSizes(rent));
      return wrong || numerator < 1 || denominator < 1 ? 'condition-income' : undefined;
    }
    case 'savings':
      return !isSizes(condition.base) || condition.times < 1 || condition.cap < 1
        ? 'condition-savings'
        : undefined;
    case 'answer':
    case 'moved':
    case 'plan':
      return undefined;
  }
}

function isSizes(yen: BySize): boolean {
  return yen.every((each) => each >= 1);
}
