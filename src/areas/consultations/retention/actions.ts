import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Door } from '../desks/settings.ts';
import { listDesks } from '../desks/store.ts';
import { removeExpiredTalkKeys } from '../talks/store.ts';
import { eraseContacts, insertErasure, lockDue } from './store.ts';

/** Contacts erased in one transaction. */
const batch = 500;
const dayMs = 86_400_000;

/**
 * Keeps what people were promised before their first word: words of contacts that ended longer ago than the desk keeps them are
 * erased with their key. Numbers of what went stand in `erasures` and in the ledger. Safe to run twice, and to be killed.
 */
export async function eraseDue(db: Database, who: Who, now = new Date()): Promise<{ contacts: number }> {
  const desks = await inTransaction(db, who, async (tx) => {
    await removeExpiredTalkKeys(tx, now);
    return listDesks(tx);
  });
  let contacts = 0;
  for (const { id: deskId, settings } of desks)
    for (const [door, { retentionDays }] of Object.entries(settings.doors))
      for (;;) {
        const erased = await eraseBatch(db, who, { deskId, door: door as Door, retentionDays }, now);
        contacts += erased;
        if (erased < batch) break;
      }
  return { contacts };
}

async function eraseBatch(
  db: Database,
  who: Who,
  { deskId, door, retentionDays }: { deskId: string; door: Door; retentionDays: number },
  now: Date,
): Promise<number> {
  const endedBefore = new Date(now.getTime() - retentionDays * dayMs);
  return inTransaction(db, who, async (tx) => {
    const ids = await lockDue(tx, { deskId, door, endedBefore, limit: batch });
    if (ids.length === 0) return 0;
    const gone = await eraseContacts(tx, ids, now);
    const facts = { door, retentionDays, contacts: ids.length, ...gone };
    await insertErasure(tx, { deskId, ranOn: tokyoDay(now), ...facts, at: new Date() });
    await record(tx, { event: 'contact.erase', subject: { kind: 'desk', id: deskId }, facts }, now);
    return ids.length;
  });
}
