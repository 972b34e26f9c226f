import { ok, type Result, refuse } from '#platform/result.ts';

/**
 * How money stands: 0 ≤ settled ≤ paid ≤ decided ≤ budget, in yen. What lies between two neighbours has a name:
 * free = budget − decided, owed = decided − paid, to account for or to return = paid − settled. So every yen is in one place.
 */
export interface Balance {
  readonly budget: number;
  readonly decided: number;
  readonly paid: number;
  readonly settled: number;
}

/**
 * budget: the call gets more (or less) · decide: a decision binds free money · release: what is owed no longer is (change, abolition, fixing) ·
 * pay: what is owed is paid · bounce: a transfer came back, it is owed again · settle: paid money was accounted for ·
 * unsettle: what was accounted for is to be accounted for again (before `bounce` when a settled transfer comes back, before `refund`
 * when an award is cancelled later) · refund: paid money came back from the group, and is free again.
 */
export const moveKinds = [
  'budget',
  'decide',
  'release',
  'pay',
  'bounce',
  'settle',
  'unsettle',
  'refund',
] as const;
export type MoveKind = (typeof moveKinds)[number];
export type MoveRefusal =
  | 'yen-not-positive'
  | 'budget-too-small'
  | 'more-than-free'
  | 'more-than-owed'
  | 'more-than-unsettled'
  | 'more-than-settled';

/** The balance after a move, or why it may not be. `yen` is a whole number above 0; of `budget` it may be below 0, not 0. */
export function decideMove(
  balance: Balance,
  { kind, yen }: { kind: MoveKind; yen: number },
): Result<Balance, MoveRefusal> {
  if (!Number.isSafeInteger(yen) || yen === 0 || (yen < 0 && kind !== 'budget'))
    return refuse('yen-not-positive');
  const { budget, decided, paid, settled } = balance;
  const free = budget - decided;
  const owed = decided - paid;
  const unsettled = paid - settled;
  switch (kind) {
    case 'budget':
      return -yen > free ? refuse('budget-too-small') : ok({ ...balance, budget: budget + yen });
    case 'decide':
      return yen > free ? refuse('more-than-free') : ok({ ...balance, decided: decided + yen });
    case 'release':
      return yen > owed ? refuse('more-than-owed') : ok({ ...balance, decided: decided - yen });
    case 'pay':
      return yen > owed ? refuse('more-than-owed') : ok({ ...balance, paid: paid + yen });
    case 'bounce':
      return yen > unsettled ? refuse('more-than-unsettled') : ok({ ...balance, paid: paid - yen });
    case 'settle':
      return yen > unsettled ? refuse('more-than-unsettled') : ok({ ...balance, settled: settled + yen });
    case 'unsettle':
      return yen > settled ? refuse('more-than-settled') : ok({ ...balance, settled: settled - yen });
    case 'refund':
      return yen > unsettled
        ? refuse('more-than-unsettled')
        : ok({ ...balance, paid: paid - yen, decided: decided - yen });
  }
}

export interface Move {
  /** Null: of the budget. */
  readonly awardId: string | null;
  readonly kind: MoveKind;
  readonly yen: number;
}

/**
 * All moves or none: in their order, each on its award and on the call. `awards` are as they stand, by id; an award has no budget
 * of its own, so what binds a decision is the call's free money.
 */
export function decideMoves(
  start: { call: Balance; awards: ReadonlyMap<string, Omit<Balance, 'budget'>> },
  moves: readonly Move[],
): Result<{ call: Balance; awards: Map<string, Omit<Balance, 'budget'>> }, MoveRefusal> {
  let call = start.call;
  const awards = new Map(start.awards);
  for (const move of moves) {
    const onCall = decideMove(call, move);
    if (!onCall.ok) return onCall;
    call = onCall.value;
    if (move.awardId === null) continue;
    const award = awards.get(move.awardId);
    if (!award) throw new Error(`award ${move.awardId} is not of this call`);
    const onAward = decideMove({ ...award, budget: Number.MAX_SAFE_INTEGER }, move);
    if (!onAward.ok) return onAward;
    const { budget: _, ...rest } = onAward.value;
    awards.set(move.awardId, rest);
  }
  return ok({ call, awards });
}

/** A balance that is not the sum of its moves, or a call that is not the sum of its awards. */
export interface Difference {
  readonly kind: 'call-moves' | 'call-awards' | 'award-moves';
  readonly callId: string;
  readonly awardId?: string;
}

/** Compares what stands with what it should come to; the order of the four numbers is the same everywhere. */
export function differencesOf({
  calls,
  wrongAwards,
}: {
  calls: readonly { callId: string; stored: string; moved: string; awarded: string }[];
  wrongAwards: readonly { awardId: string; callId: string }[];
}): readonly Difference[] {
  return [
    ...calls.flatMap(({ callId, stored, moved, awarded }): Difference[] => [
      ...(stored === moved ? [] : [{ kind: 'call-moves' as const, callId }]),
      ...(stored === awarded ? [] : [{ kind: 'call-awards' as const, callId }]),
    ]),
    ...wrongAwards.map(({ awardId, callId }): Difference => ({ kind: 'award-moves', callId, awardId })),
  ];
}
