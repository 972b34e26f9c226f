import type { PersonWho } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { announce } from '#platform/live/announce.ts';
import { can, supervises, worksAt } from '../access.ts';
import { deskTopic } from '../messages/keys.ts';
import { findPresence, writePresence } from './store.ts';

/** Somebody says that they answer or are away; the others at the desk see it. */
export async function sayPresence(
  db: Db,
  who: PersonWho,
  { deskId, state }: { deskId: string; state: 'answering' | 'pausing' },
  now = new Date(),
): Promise<void> {
  if (!worksAt(who, deskId)) throw new Forbidden(can.answer.name);
  await inTransaction(db, who, async (tx) => {
    await writePresence(tx, {
      deskId,
      personId: who.personId,
      state: shownAs(who, deskId, state),
      seenAt: now,
    });
    await announce(tx, deskTopic(deskId));
  });
}

/** An open page is a sign of life; who said that they are away stays away. */
export async function keepPresence(
  db: Db,
  who: PersonWho,
  { deskId }: { deskId: string },
  now = new Date(),
): Promise<'answering' | 'pausing'> {
  return inTransaction(db, who, async (tx) => {
    const before = await findPresence(tx, { deskId, personId: who.personId });
    const state = before?.state === 'pausing' ? 'pausing' : 'answering';
    await writePresence(tx, {
      deskId,
      personId: who.personId,
      state: shownAs(who, deskId, state),
      seenAt: now,
    });
    return state;
  });
}

function shownAs(who: PersonWho, deskId: string, state: 'answering' | 'pausing'): string {
  return state === 'answering' && supervises(who, deskId) ? 'supervising' : state;
}
