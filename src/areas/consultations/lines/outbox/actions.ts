import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { announce } from '#platform/live/announce.ts';
import { can, worksAt } from '../../access.ts';
import { deskTopic } from '../../messages/keys.ts';
import type { LineMessage } from '../api.ts';
import { type OpenChannel, sealFor } from '../channels/keys.ts';
import type { Friend } from '../friends/store.ts';
import { findCall, insertOut, listOfCall, type Out, updateOut } from './store.ts';

export const sendTask = { name: 'line.send' } as Job<{ friendId: string }>;

/** Puts something of ours into the outbox, in the caller's transaction, which enqueues the sending. */
export async function putOut(
  tx: Tx,
  channel: OpenChannel,
  out: { friend: Friend; message: LineMessage; contactId?: string | null; until?: Date | null },
  now: Date,
): Promise<void> {
  const id = crypto.randomUUID();
  await insertOut(tx, {
    id,
    deskId: out.friend.deskId,
    friendId: out.friend.id,
    contactId: out.contactId ?? null,
    sealed: sealFor(channel, `out:${id}`, JSON.stringify(out.message)),
    until: out.until ?? null,
    state: 'waiting',
    createdAt: now,
  });
}

export async function enqueueSending(tx: Tx, friendId: string, at?: Date): Promise<void> {
  await enqueue(tx, sendTask, { friendId }, { key: `line.send:${friendId}`, ...(at ? { at } : {}) });
}

/** Somebody at the desk has a request tried once more that was given up. */
export async function tryAgain(
  db: Db,
  who: PersonWho,
  { deskId, callId }: { deskId: string; callId: string },
  now = new Date(),
): Promise<void> {
  if (!worksAt(who, deskId)) throw new Forbidden(can.answer.name);
  await inTransaction(db, who, async (tx) => {
    const call = await findCall(tx, callId);
    if (!call || call.deskId !== deskId || call.state !== 'dead') throw new NotFound('call');
    const outs = await listOfCall(tx, callId);
    await updateOut(tx, idsOf(outs), { state: 'waiting', callId: null });
    await record(tx, { event: 'line.again', subject: { kind: 'desk', id: deskId } }, now);
    await enqueueSending(tx, call.friendId);
    await announce(tx, deskTopic(deskId));
  });
}

export const idsOf = (outs: readonly Out[]) => outs.map(({ id }) => id);
