import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { findContact } from '../../contacts/store.ts';
import { findDesk } from '../../desks/store.ts';
import { listMessages } from '../../messages/store.ts';
import { talker } from '../../talks/actions.ts';
import { openChannel } from '../channels/keys.ts';
import { findChannel } from '../channels/store.ts';
import { ring } from '../doorbells/bubbles.ts';
import { langOf, modeOf } from '../doorbells/standing.ts';
import { findTalk, lockFriend, updateTalk } from '../friends/store.ts';
import { enqueueSending, putOut } from './actions.ts';
import { needsRing } from './rules.ts';
import { insertOut } from './store.ts';

export const ringTask = { name: 'line.ring' } as Job<{ contactId: string }>;
/** Who has our page open reads it there; the bell waits so long to see (ms). */
const glanceMs = 20_000;

/** There are new words for somebody of LINE: they go as they are (direct), or the bell rings unless our page shows them. */
export async function deliver(
  db: Database,
  { contactId }: { contactId: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, talker, async (tx) => {
    const talk = await findTalk(tx, contactId);
    const friend = talk && (await lockFriend(tx, talk.friendId));
    if (!friend) return;
    if (modeOf(await findDesk(tx, talk.deskId), friend) === 'doorbell') {
      const at = new Date(now.getTime() + glanceMs);
      await enqueue(tx, ringTask, { contactId }, { at, key: `line.ring:${contactId}` });
      return;
    }
    await handOver(tx, contactId, now);
  });
}

/** Each message for the person that was not handed over yet, in the order of the conversation. */
async function handOver(tx: Tx, contactId: string, now: Date): Promise<void> {
  const talk = await findTalk(tx, contactId);
  if (!talk) return;
  const fresh = await listMessages(tx, { contactId, after: talk.deliveredSeq });
  for (const { id, sender } of fresh)
    if (['counsellor', 'bot', 'notice'].includes(sender))
      await insertOut(tx, {
        deskId: talk.deskId,
        friendId: talk.friendId,
        contactId,
        messageId: id,
        state: 'waiting',
        createdAt: now,
      });
  await updateTalk(tx, contactId, { deliveredSeq: fresh.at(-1)?.seq ?? talk.deliveredSeq });
  await enqueueSending(tx, talk.friendId);
}

/** Rings once for what our page has not shown, until the person has looked. */
export async function ringBell(
  db: Database,
  { vault, contactId }: { vault: Vault; contactId: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, talker, async (tx) => {
    const talk = await findTalk(tx, contactId);
    const friend = talk && (await lockFriend(tx, talk.friendId));
    const channel = friend && (await findChannel(tx, friend.deskId));
    if (!channel) return;
    const contact = await findContact(tx, contactId);
    const said = (await listMessages(tx, { contactId, after: contact.seenSeq })).filter(({ sender }) =>
      ['counsellor', 'notice'].includes(sender),
    );
    const lastSeq = said.at(-1)?.seq ?? 0;
    const { rungSeq } = talk;
    const erased = contact.erasedAt !== null;
    if (!needsRing({ lastSeq, seenSeq: contact.seenSeq, rungSeq, erased })) return;
    await updateTalk(tx, contactId, { rungSeq: lastSeq });
    const message = ring(langOf(friend));
    await putOut(tx, openChannel(vault, channel), { friend, message, contactId }, now);
    await enqueueSending(tx, friend.id);
  });
}
