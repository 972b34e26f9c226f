import { ok, type Result, refuse } from '#platform/result.ts';

export type ReferralRefusal =
  | 'referral-erased'
  | 'referral-unknown'
  | 'referral-way-missing'
  | 'referral-there';

/** Told of it, called there together, went along, or passed on. */
export const ways = ['told', 'called-together', 'accompanied', 'passed-on'] as const;
export type Way = (typeof ways)[number];

/** An entry that everybody may see, in a way that is named, and each once; not where the record is erased. */
export function decideReferral(facts: {
  erased: boolean;
  known: boolean;
  how: string;
  before: readonly { readonly serviceId: string; readonly how: string }[];
  serviceId: string;
}): Result<Way, ReferralRefusal> {
  if (facts.erased) return refuse('referral-erased');
  if (!facts.known) return refuse('referral-unknown');
  const how = ways.find((way) => way === facts.how);
  if (!how) return refuse('referral-way-missing');
  const there = facts.before.some((each) => each.serviceId === facts.serviceId && each.how === how);
  return there ? refuse('referral-there') : ok(how);
}
