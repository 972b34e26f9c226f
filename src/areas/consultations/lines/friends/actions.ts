import { type Database, inTransaction } from '#platform/database/database.ts';
import { moved } from '../../contacts/actions.ts';
import { lockContact } from '../../contacts/store.ts';
import { talker } from '../../talks/actions.ts';
import { listQuietTalks } from './store.ts';

/** A talk with the guide that nobody went on with for a day is over, so that what was promised about erasing begins to run. */
const quietMs = 86_400_000;

export async function endQuietTalks(db: Database, now = new Date()): Promise<number> {
  return inTransaction(db, talker, async (tx) => {
    const ids = await listQuietTalks(tx, new Date(now.getTime() - quietMs));
    for (const id of ids) {
      const contact = await lockContact(tx, id);
      if (contact.state !== 'bot') continue;
      const change = { state: 'ended', endedAt: now, endReason: 'quiet' };
      await moved(tx, contact, { event: 'contact.end', change }, now);
    }
    return ids.length;
  });
}
