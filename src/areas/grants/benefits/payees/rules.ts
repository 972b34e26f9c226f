import { ok, type Result, refuse } from '#platform/result.ts';

export type PayeeRefusal = 'payee-known' | 'payee-wrong' | 'account-wrong';

/** A group says once where its money goes; what changes later passes through the office, because a changed account is how money is stolen. */
export function decidePayee(facts: {
  isKnown: boolean;
  byOffice: boolean;
  factProblems: readonly { readonly field: string }[];
  accountProblems: readonly { readonly field: string }[];
}): Result<'keep', PayeeRefusal> {
  if (facts.isKnown && !facts.byOffice) return refuse('payee-known');
  const [fact] = facts.factProblems;
  if (fact) return refuse('payee-wrong', { field: fact.field });
  const [account] = facts.accountProblems;
  return account ? refuse('account-wrong', { field: account.field }) : ok('keep');
}
