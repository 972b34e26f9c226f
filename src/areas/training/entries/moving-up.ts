import { record } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import { findCourse } from '../courses/store.ts';
import type { Session } from '../sessions/store.ts';
import { movingUp } from './rules.ts';
import { type Outside, tellEntrants } from './sealed.ts';
import { countPlaces, listEntries, updateEntry } from './store.ts';

/** Whoever waits longest gets what fell free, and is told; the session is locked by the caller. */
export async function moveUp(tx: Tx, outside: Outside, session: Session, now: Date): Promise<void> {
  if (session.cancelledAt || session.endsAt <= now) return;
  const places = (await countPlaces(tx, [session.id])).get(session.id) ?? { taken: 0, waiting: 0 };
  const number = movingUp({ ...places, quota: session.quota });
  if (number === 0) return;
  const course = await findCourse(tx, session.courseId);
  const moved = (await listEntries(tx, session.id, ['waiting'])).slice(0, number);
  await tellEntrants(
    tx,
    outside,
    moved.map((entry) => ({ entry, session, course, letter: 'moved' }) as const),
  );
  for (const entry of moved) {
    await updateEntry(tx, entry.id, { state: 'in' });
    await record(tx, { event: 'training.move-up', subject: { kind: 'training-entry', id: entry.id } }, now);
  }
}
