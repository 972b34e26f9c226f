import { ok, type Result, refuse } from '#platform/result.ts';

/** More than this about one entry, and those who decide know that something is wrong. */
const mostWaitingForEntry = 20;
/** Suggestions of entries that are missing. */
const mostWaitingNew = 200;
/** Of all that anybody wrote in one day: beyond it somebody floods us. */
const mostInADay = 400;

export type ProposalRefusal =
  | 'not-shown'
  | 'enough-waiting'
  | 'too-many-today'
  | 'own-entry'
  | 'nothing-proposed'
  | 'already-decided'
  | 'reason-missing'
  | 'nothing-changed'
  | 'unreadable';

export function decidePropose(facts: {
  /** Open ones about the same entry, or about none yet. */
  readonly waiting: number;
  readonly isNew: boolean;
  readonly today: number;
}): Result<'propose', ProposalRefusal> {
  if (facts.waiting >= (facts.isNew ? mostWaitingNew : mostWaitingForEntry)) return refuse('enough-waiting');
  return facts.today >= mostInADay ? refuse('too-many-today') : ok('propose');
}

/** Staff propose for entries of others, and something that differs. */
export function decideStaffProposal(facts: {
  readonly mayWrite: boolean;
  readonly changed: boolean;
}): Result<'propose', ProposalRefusal> {
  if (facts.mayWrite) return refuse('own-entry');
  return facts.changed ? ok('propose') : refuse('nothing-proposed');
}

/** One person decides, once; whoever comes second is told. Who declines says why. */
export function decideDecision(facts: {
  readonly status: string;
  readonly decision: 'accept' | 'decline';
  readonly reason: string;
}): Result<'decide', ProposalRefusal> {
  if (facts.status !== 'open') return refuse('already-decided');
  if (facts.decision === 'decline' && facts.reason.trim() === '') return refuse('reason-missing');
  return ok('decide');
}
