import type { Tx } from '#platform/database/database.ts';
import { answeredAt, type Attempt, pairCalls, sameCallMinutes } from './rules.ts';
import {
  insertAttempts,
  linkCall,
  listKnownCalls,
  listToldCalls,
  listWrittenCalls,
  lockCalls,
  tellWritten,
} from './store.ts';

const minute = 60_000;
/** Nobody rings for longer before somebody answers. */
const longestRing = 60 * minute;

/** Calls as an exchange tells them. One that a counsellor wrote down is that one; gives how many were not known before. */
export async function takeToldCalls(
  tx: Tx,
  { deskId, source, attempts }: { deskId: string; source: 'import' | 'hook'; attempts: readonly Attempt[] },
): Promise<number> {
  await lockCalls(tx, deskId);
  const ids = attempts.map(({ callId }) => callId);
  const known = await listKnownCalls(tx, deskId, ids);
  const fresh = attempts.filter(({ callId }) => !known.has(callId));
  const answers = fresh.filter(({ result }) => result === 'answered');
  const told = answers.map((attempt) => ({ id: attempt.callId, at: answeredAt(attempt) }));
  const times = told.map(({ at }) => at.getTime());
  const [from, to] = [
    new Date(times.reduce((a, b) => Math.min(a, b), Infinity) - sameCallMinutes * minute),
    new Date(times.reduce((a, b) => Math.max(a, b), -Infinity) + sameCallMinutes * minute),
  ];
  const written = times.length > 0 ? await listWrittenCalls(tx, { deskId, from, to }) : [];
  const pairs = pairCalls(told, written);
  const both = answers.flatMap((attempt) => {
    const id = pairs.get(attempt.callId);
    return id ? [{ ...attempt, id }] : [];
  });
  await tellWritten(tx, source, both);
  const added = await insertAttempts(
    tx,
    deskId,
    source,
    fresh.filter(({ callId }) => !pairs.has(callId)),
  );
  return added + both.length;
}

/** A call that a counsellor wrote down: the one that the exchange told of it, or a new one. */
export async function writeDownCall(
  tx: Tx,
  { deskId, contactId, attempt }: { deskId: string; contactId: string; attempt: Attempt },
): Promise<void> {
  await lockCalls(tx, deskId);
  const [from, to] = [
    new Date(attempt.at.getTime() - sameCallMinutes * minute - longestRing),
    new Date(attempt.at.getTime() + sameCallMinutes * minute),
  ];
  const told = await listToldCalls(tx, { deskId, from, to });
  const heard = told.map((call) => ({ id: call.id, at: answeredAt(call) }));
  const [same] = pairCalls(heard, [{ id: contactId, at: attempt.at }]).keys();
  if (same) await linkCall(tx, { id: same, contactId });
  else await insertAttempts(tx, deskId, 'log', [{ ...attempt, contactId }]);
}
