import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { findByEntry } from '../certificates/store.ts';
import { type CourseSession, findLink, listComing } from '../sessions/store.ts';
import { findHeld, type Holder } from './actions.ts';
import { countPlaces, type EntryOf, type Places } from './store.ts';

/** How many places are taken is for everybody, who took them for nobody: the product counts. */
const counter = system('training-places');

export interface Coming {
  readonly coming: readonly CourseSession[];
  readonly places: ReadonlyMap<string, Places>;
}

export function readComing(db: Database, of: { now: Date; courseId?: string }): Promise<Coming> {
  return inTransaction(db, counter, async (tx) => {
    const coming = await listComing(tx, of);
    const places = await countPlaces(
      tx,
      coming.map(({ session }) => session.id),
    );
    return { coming, places };
  });
}

export function readPlaces(db: Database, sessionId: string): Promise<Places | undefined> {
  return inTransaction(db, counter, async (tx) => (await countPlaces(tx, [sessionId])).get(sessionId));
}

/** One's own entry, with the way in for those who have a place. */
export function readEntry(
  db: Database,
  holder: Holder,
): Promise<{ held: EntryOf; url: string | undefined; certificateId: string | undefined }> {
  return inTransaction(db, system('training-entry'), async (tx) => {
    const held = await findHeld(tx, holder);
    const url = held.entry.state === 'in' ? await findLink(tx, held.session.id) : undefined;
    return { held, url, certificateId: (await findByEntry(tx, held.entry.id))?.id };
  });
}
