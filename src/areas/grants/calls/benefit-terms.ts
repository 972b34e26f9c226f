import type { BenefitTerms } from '../benefits/terms.ts';

/** What the draft of a call for persons begins with. */
export const emptyBenefit: BenefitTerms = {
  payee: 'group',
  conditions: [],
  amount: { kind: 'asked', ceiling: 0 },
  limit: { times: 1, yen: 0 },
  uses: [],
  outcomes: [],
  reportDays: 60,
};

/** The most that is paid for one benefit, without interest, in yen. */
export function mostOf({ amount }: Pick<BenefitTerms, 'amount'>): number {
  return amount.ceiling;
}
