import { ok, refuse, type Result } from '#platform/result.ts';

/** No operator goes below it. */
export const floor = 5;
export const ceiling = 100;

export type ProposeThresholdRefusal = 'threshold-open' | 'threshold-unchanged' | 'threshold-out-of-range';
export type ProposeExceptionRefusal = 'figure-not-few' | 'exception-open' | 'exception-given';
export type DecideRefusal = 'already-decided' | 'own-proposal';
export type DisclosureRefusal = ProposeThresholdRefusal | ProposeExceptionRefusal | DecideRefusal;

export type Verdict = 'approved' | 'refused';

export function decideThreshold(facts: {
  readonly fewest: number;
  readonly current: number;
  readonly open: boolean;
}): Result<'propose', ProposeThresholdRefusal> {
  if (facts.open) return refuse('threshold-open');
  if (!Number.isInteger(facts.fewest) || facts.fewest < floor || facts.fewest > ceiling)
    return refuse('threshold-out-of-range');
  return facts.fewest === facts.current ? refuse('threshold-unchanged') : ok('propose');
}

/** An exception is asked for a number of few people as it stands now, once. */
export function decideException(facts: {
  /** Null: the figure counts no few people, or is not there. */
  readonly value: number | null;
  readonly before: readonly { readonly status: string; readonly value: number }[];
}): Result<number, ProposeExceptionRefusal> {
  const { value, before } = facts;
  if (value === null) return refuse('figure-not-few');
  if (before.some(({ status }) => status === 'proposed')) return refuse('exception-open');
  if (before.some((each) => each.status === 'approved' && each.value === value))
    return refuse('exception-given');
  return ok(value);
}

/** A second person decides, once. */
export function decideProposal(facts: {
  readonly status: string;
  readonly proposedBy: string;
  readonly person: string;
}): Result<'decide', DecideRefusal> {
  if (facts.status !== 'proposed') return refuse('already-decided');
  return facts.proposedBy === facts.person ? refuse('own-proposal') : ok('decide');
}
