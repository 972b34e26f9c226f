import type { Tx } from '#platform/database/database.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import type { Result } from '#platform/result.ts';
import { decideMoves, type Move, type MoveRefusal } from './rules.ts';
import {
  insertBudget,
  insertMoves,
  listBalances,
  lockBudget,
  updateBalances,
  updateBudget,
} from './store.ts';

/**
 * The only way in which an amount changes. All moves of one call or none, within the caller's transaction, which has to end
 * without writing anything when they are refused. Whoever calls has asked whether the person may, and records the event.
 */
export async function moveMoney(
  tx: Tx,
  { callId, moves }: { callId: string; moves: readonly (Move & { sourceId?: string })[] },
  now: Date,
): Promise<Result<{ free: number }, MoveRefusal>> {
  const { bureauId, ...call } = await lockBudget(tx, callId);
  const awardIds = moves.flatMap((move) => move.awardId ?? []);
  const decision = decideMoves({ call, awards: await listBalances(tx, { callId, awardIds }) }, moves);
  if (!decision.ok) return decision;
  await updateBudget(tx, callId, decision.value.call);
  await updateBalances(tx, decision.value.awards);
  const personId = tx.who.kind === 'person' ? tx.who.personId : null;
  await insertMoves(
    tx,
    moves.map((move) => ({ callId, bureauId, personId, at: now, ...move })),
  );
  const free = decision.value.call.budget - decision.value.call.decided;
  // The page of the call says how much is left, and a call that is first come is full when nothing is.
  if (free !== call.budget - call.decided) await publicPagesChanged(tx);
  return { ok: true, value: { free } };
}

/** A call has its account from its making on, with nothing in it. */
export async function openAccount(tx: Tx, call: { callId: string; bureauId: string }): Promise<void> {
  await insertBudget(tx, call);
}
