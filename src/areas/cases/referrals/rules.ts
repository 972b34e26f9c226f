import { ok, type Result, refuse } from '#platform/result.ts';
import type { Deadlines } from '../deadlines/rules.ts';

/**
 * States of a referral: the task states of the HL7 SDOHCC referral guide (draft, requested, accepted, rejected, in-progress,
 * on-hold, completed, failed, cancelled), and ours between them, so that nothing ends silently.
 */
export const referralStates = [
  'draft',
  'requested',
  'accepted',
  'in-progress',
  'on-hold',
  'completed',
  'rejected',
  'failed',
  'cancelled',
  'closed',
] as const;
export type ReferralState = (typeof referralStates)[number];

export const rejectReasons = [
  'no-capacity',
  'waitlist',
  'not-eligible',
  'outside-area',
  'additional-assessment',
  'other',
] as const;

/** Who asks the next receiver of the order: the sender, when they choose to, or the product, at once. */
export const advancers = ['sender', 'product'] as const;
export type AdvancedBy = (typeof advancers)[number];

export const outcomes = ['settled', 'improved', 'going-on', 'not-used', 'lost', 'unknown'] as const;

/** What can be done to a referral, by which side, from which states, and what it becomes. */
const moves = {
  send: { side: 'sender', from: ['draft'], to: 'requested' },
  accept: { side: 'receiver', from: ['requested'], to: 'accepted' },
  reject: { side: 'receiver', from: ['requested'], to: 'rejected' },
  /** 本人と会えた: the connection is made only now. */
  contact: { side: 'receiver', from: ['accepted', 'on-hold'], to: 'in-progress' },
  hold: { side: 'receiver', from: ['accepted', 'in-progress'], to: 'on-hold' },
  serve: { side: 'receiver', from: ['in-progress'], to: 'completed' },
  fail: { side: 'receiver', from: ['accepted', 'in-progress', 'on-hold'], to: 'failed' },
  cancel: {
    side: 'sender',
    from: ['draft', 'requested', 'accepted', 'in-progress', 'on-hold'],
    to: 'cancelled',
  },
  /** The sender has heard how it ended, and says so. */
  close: { side: 'sender', from: ['completed', 'rejected', 'failed', 'cancelled'], to: 'closed' },
} as const satisfies Record<
  string,
  { side: 'sender' | 'receiver'; from: readonly ReferralState[]; to: ReferralState }
>;
export type ReferralMove = keyof typeof moves;
export type Side = 'sender' | 'receiver';

export type ReferralRefusal =
  | 'answered-before'
  | 'not-now'
  | 'other-side'
  | 'reason-missing'
  | 'outcome-missing'
  | 'already-referred'
  | 'case-closed'
  | 'link-over'
  | 'nothing-chosen'
  | 'receiver-twice'
  | 'no-next';

/** Only a code of a list stands in clear; a reason in words is sealed. */
export function isCoded(move: ReferralMove): boolean {
  return move === 'reject';
}

/** The receiver reads what was told while a referral stands: the same states as in the policy of `referral_shares`. */
export function isReadable(state: ReferralState): boolean {
  return ['requested', 'accepted', 'in-progress', 'on-hold', 'completed'].includes(state);
}

/** Nothing more comes of it. */
export function isOver(state: ReferralState): boolean {
  return ['rejected', 'failed', 'cancelled', 'closed'].includes(state);
}

/** The next of the order can be asked when one has declined or could not go on, or when a reminder was in vain. */
export function decideNext({
  state,
  furtherServiceIds,
  closedAt,
  escalatedAt,
}: {
  state: string;
  furtherServiceIds: readonly string[];
  closedAt: Date | null;
  escalatedAt: Date | null;
}): Result<'ask', ReferralRefusal> {
  if (furtherServiceIds.length === 0) return refuse('no-next');
  const over = state === 'rejected' || state === 'failed' || (state === 'requested' && escalatedAt !== null);
  return over && closedAt === null ? ok('ask') : refuse('not-now', { state });
}

/** One move of one side; a second answer to the same question is told what the first was. */
export function decideMove({
  move,
  state,
  side,
  reason = '',
  outcome = '',
}: {
  move: ReferralMove;
  state: ReferralState;
  /** The sender may also log what the receiver said by telephone: they stand on both sides then. */
  side: readonly Side[];
  reason?: string;
  outcome?: string;
}): Result<ReferralState, ReferralRefusal> {
  const { from, to, side: of } = moves[move];
  if (!side.includes(of)) return refuse('other-side');
  if (!(from as readonly string[]).includes(state))
    return (move === 'accept' || move === 'reject') && state !== 'draft'
      ? refuse('answered-before', { state })
      : refuse('not-now', { state });
  if (move === 'reject' && !(rejectReasons as readonly string[]).includes(reason))
    return refuse('reason-missing');
  // A draft went to nobody: nobody has to hear why, or how it ended.
  if (move === 'cancel' && state === 'draft') return ok('closed');
  if (asksForWords(move, state) && !reason.trim()) return refuse('reason-missing');
  if (move === 'close' && !(outcomes as readonly string[]).includes(outcome))
    return refuse('outcome-missing');
  return ok(to);
}

/** A reason in words is asked for, and told to the other side. */
export function asksForWords(move: ReferralMove, state: ReferralState): boolean {
  return move === 'hold' || move === 'fail' || (move === 'cancel' && state !== 'draft');
}

export function movesOf({
  state,
  side,
}: {
  state: ReferralState;
  side: readonly Side[];
}): readonly ReferralMove[] {
  return (Object.keys(moves) as ReferralMove[]).filter(
    (move) => side.includes(moves[move].side) && (moves[move].from as readonly string[]).includes(state),
  );
}

const hour = 3_600_000;

export interface Clock {
  readonly state: ReferralState;
  readonly urgent: boolean;
  readonly stateAt: Date;
  readonly requestedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly servedAt: Date | null;
  readonly remindedAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly outcomeAskedAt: Date | null;
}

/** What a referral needs from somebody now, so that it cannot be forgotten. */
export type Due = 'remind-receiver' | 'remind-sender' | 'tell-supervisor' | 'ask-outcome' | null;

/** Whose turn it is, since when, and for how many hours they are let be. Only what is closed is nobody's turn. */
function turnOf(
  { state, urgent, stateAt, requestedAt, acceptedAt, servedAt }: Clock,
  deadlines: Deadlines,
): { readonly of: Side; readonly from: Date; readonly hours: number } | undefined {
  const hurried = (days: number) => (urgent ? deadlines.urgentAnswerHours : days * 24);
  switch (state) {
    case 'requested':
      return { of: 'receiver', from: requestedAt ?? stateAt, hours: hurried(deadlines.answerDays) };
    case 'accepted':
      return { of: 'receiver', from: acceptedAt ?? stateAt, hours: deadlines.contactDays * 24 };
    case 'in-progress':
      return { of: 'receiver', from: stateAt, hours: deadlines.progressDays * 24 };
    case 'on-hold':
      return { of: 'receiver', from: stateAt, hours: deadlines.holdDays * 24 };
    case 'completed':
      return { of: 'sender', from: servedAt ?? stateAt, hours: deadlines.outcomeDays * 24 };
    case 'rejected':
    case 'failed':
      return { of: 'sender', from: stateAt, hours: hurried(deadlines.closeDays) };
    case 'draft':
    case 'cancelled':
      return { of: 'sender', from: stateAt, hours: deadlines.closeDays * 24 };
    case 'closed':
      return undefined;
  }
}

/** Longer in its state than its deadline allows, reminded or not. */
export function isTooLong(clock: Clock, deadlines: Deadlines, now: Date): boolean {
  const turn = turnOf(clock, deadlines);
  return turn !== undefined && now.getTime() - turn.from.getTime() >= turn.hours * hour;
}

/** A reminder, then the sender's supervisor; where nothing follows from that either, it begins anew. */
export function dueOf(clock: Clock, deadlines: Deadlines, now: Date): Due {
  const turn = turnOf(clock, deadlines);
  if (!turn) return null;
  const past = (since: Date, hours: number) => now.getTime() - since.getTime() >= hours * hour;
  const since = clock.escalatedAt && clock.escalatedAt >= turn.from ? clock.escalatedAt : turn.from;
  if (!past(since, turn.hours)) return null;
  const asked = clock.state === 'completed' ? clock.outcomeAskedAt : clock.remindedAt;
  if (!asked || asked < since) {
    if (clock.state === 'completed') return 'ask-outcome';
    return turn.of === 'receiver' ? 'remind-receiver' : 'remind-sender';
  }
  const patience = clock.urgent ? deadlines.urgentAnswerHours : deadlines.escalateDays * 24;
  return past(asked, patience) ? 'tell-supervisor' : null;
}

/** The referrals that hang together with one: the ones before it and whatever followed from them, in their order. */
export function chainOf<Linked extends { id: string; previousId: string | null; createdAt: Date }>(
  all: readonly Linked[],
  id: string,
): readonly Linked[] {
  const found = new Set([id]);
  for (let before = 0; found.size > before; ) {
    before = found.size;
    for (const each of all)
      if (each.previousId !== null && (found.has(each.id) || found.has(each.previousId))) {
        found.add(each.id);
        found.add(each.previousId);
      }
  }
  return all
    .filter((each) => found.has(each.id))
    .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}

/** The receiver has taken the person into their care, and may pass them on. */
export function isInCare(state: string): boolean {
  return state === 'accepted' || state === 'in-progress' || state === 'on-hold';
}
