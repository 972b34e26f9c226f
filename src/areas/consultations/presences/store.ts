import { and, asc, count, eq, gt, ne } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { people } from '#platform/people/tables.ts';
import { presences } from './tables.ts';

/** A page that has not been heard of for this long is no presence (ms). */
const present = 90_000;

/** People at the desk who do not pause, supervisors counted. */
export async function countOnDuty(tx: Tx, { deskId, now }: { deskId: string; now: Date }): Promise<number> {
  const [row] = await tx
    .select({ there: count() })
    .from(presences)
    .where(
      and(
        eq(presences.deskId, deskId),
        ne(presences.state, 'pausing'),
        gt(presences.seenAt, new Date(now.getTime() - present)),
      ),
    );
  return row?.there ?? 0;
}

export async function findPresence(
  tx: Tx,
  { deskId, personId }: { deskId: string; personId: string },
): Promise<{ state: string } | undefined> {
  const [row] = await tx
    .select({ state: presences.state })
    .from(presences)
    .where(and(eq(presences.deskId, deskId), eq(presences.personId, personId)));
  return row;
}

export async function listPresent(tx: Tx, { deskId, now }: { deskId: string; now: Date }) {
  return tx
    .select({ personId: presences.personId, name: people.name, state: presences.state })
    .from(presences)
    .innerJoin(people, eq(people.id, presences.personId))
    .where(and(eq(presences.deskId, deskId), gt(presences.seenAt, new Date(now.getTime() - present))))
    .orderBy(asc(people.name));
}

export async function writePresence(
  tx: Tx,
  presence: { deskId: string; personId: string; state: string; seenAt: Date },
): Promise<void> {
  const { state, seenAt } = presence;
  await tx
    .insert(presences)
    .values(presence)
    .onConflictDoUpdate({ target: [presences.deskId, presences.personId], set: { state, seenAt } });
}
