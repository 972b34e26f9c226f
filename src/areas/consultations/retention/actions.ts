import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { moved } from '../contacts/actions.ts';
import { lockContact } from '../contacts/store.ts';
import { eraseDebriefs } from '../debriefs/store.ts';
import { promisedDays } from '../desks/rules.ts';
import { type Way, ways } from '../desks/settings.ts';
import { listAllDesks } from '../desks/store.ts';
import { removeIdleFriends } from '../lines/friends/store.ts';
import { removeExpiredTalkKeys } from '../talks/store.ts';
import { debriefDays, erasedBefore } from './rules.ts';
import { eraseContacts, insertErasure, listPromises, lockDue, lockQuiet } from './store.ts';

/** Contacts erased in one transaction. */
const batch = 500;

/**
 * Keeps what people were promised before their first word: words of contacts that ended longer ago than was promised are
 * erased with their key. Numbers of what went stand in `erasures` and in the ledger. Safe to run twice, and to be killed.
 */
export async function eraseDue(db: Database, who: Who, now = new Date()): Promise<{ contacts: number }> {
  const desks = await inTransaction(db, who, async (tx) => {
    await removeExpiredTalkKeys(tx, now);
    await eraseDebriefs(tx, { writtenBefore: erasedBefore(debriefDays, now) });
    return listAllDesks(tx);
  });
  let contacts = 0;
  for (const { id: deskId, settings } of desks) {
    for (const door of ways) {
      const unmarked = promisedDays(settings, door);
      const promises = await inTransaction(db, who, (tx) => listPromises(tx, { deskId, door, unmarked }));
      for (const days of promises)
        contacts += await eraseDoor(db, who, { deskId, door, days, unmarked }, now);
    }
    const before = erasedBefore(promisedDays(settings, 'line'), now);
    await inTransaction(db, who, (tx) => removeIdleFriends(tx, { deskId, before }));
  }
  return { contacts };
}

interface Due {
  readonly deskId: string;
  readonly door: Way;
  /** Days that these contacts were promised. */
  readonly days: number;
  /** Days of those that carry no promise of their own. */
  readonly unmarked: number;
}

async function eraseDoor(db: Database, who: Who, due: Due, now: Date): Promise<number> {
  for (let all = 0; ; ) {
    const erased = await eraseBatch(db, who, due, now);
    all += erased;
    if (erased < batch) return all;
  }
}

async function eraseBatch(db: Database, who: Who, due: Due, now: Date): Promise<number> {
  const { deskId, door, days } = due;
  return inTransaction(db, who, async (tx) => {
    const ids = await lockDue(tx, { ...due, endedBefore: erasedBefore(days, now), limit: batch });
    if (ids.length === 0) return 0;
    const gone = await eraseContacts(tx, ids, now);
    const facts = { door, retentionDays: days, contacts: ids.length, ...gone };
    await insertErasure(tx, { deskId, ranOn: tokyoDay(now), ...facts, at: new Date() });
    await record(tx, { event: 'contact.erase', subject: { kind: 'desk', id: deskId }, facts }, now);
    return ids.length;
  });
}

/** A talk with the guide that nobody went on with for a day is over, whatever the door, so that what was promised about erasing begins to run. */
const quietMs = 86_400_000;

export async function endQuiet(db: Database, who: Who, now = new Date()): Promise<number> {
  return inTransaction(db, who, async (tx) => {
    const ids = await lockQuiet(tx, new Date(now.getTime() - quietMs));
    for (const id of ids) {
      const change = { state: 'ended', endedAt: now, endReason: 'quiet' };
      await moved(tx, await lockContact(tx, id), { event: 'contact.end', change }, now);
    }
    return ids.length;
  });
}
