import { and, asc, eq, gt, gte, lt } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { people } from '#platform/people/tables.ts';
import { desks } from '../desks/tables.ts';
import { shifts } from './tables.ts';

export interface PlannedShift {
  readonly id: string;
  readonly deskId: string;
  readonly personId: string;
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly doors: readonly string[];
  readonly seriesId: string;
}

const shown = {
  id: shifts.id,
  deskId: shifts.deskId,
  personId: shifts.personId,
  name: people.name,
  startsAt: shifts.startsAt,
  endsAt: shifts.endsAt,
  doors: shifts.doors,
  seriesId: shifts.seriesId,
};

/** Shifts of a desk that lie in a span of time, wholly or in part. */
export async function listShifts(
  tx: Tx,
  { deskId, from, to }: { deskId: string; from: Date; to: Date },
): Promise<PlannedShift[]> {
  return tx
    .select(shown)
    .from(shifts)
    .innerJoin(people, eq(people.id, shifts.personId))
    .where(and(eq(shifts.deskId, deskId), lt(shifts.startsAt, to), gt(shifts.endsAt, from)))
    .orderBy(asc(shifts.startsAt), asc(people.name));
}

/** Shifts of one person at every desk, from a moment on. */
export async function listShiftsOf(
  tx: Tx,
  { personId, from, to }: { personId: string; from: Date; to: Date },
): Promise<(PlannedShift & { deskJa: string; deskEn: string })[]> {
  return tx
    .select({ ...shown, deskJa: desks.nameJa, deskEn: desks.nameEn })
    .from(shifts)
    .innerJoin(people, eq(people.id, shifts.personId))
    .innerJoin(desks, eq(desks.id, shifts.deskId))
    .where(and(eq(shifts.personId, personId), lt(shifts.startsAt, to), gt(shifts.endsAt, from)))
    .orderBy(asc(shifts.startsAt));
}

export async function findShift(tx: Tx, id: string): Promise<typeof shifts.$inferSelect> {
  const [row] = await tx.select().from(shifts).where(eq(shifts.id, id));
  if (!row) throw new NotFound('shift');
  return row;
}

export async function insertShifts(tx: Tx, rows: readonly (typeof shifts.$inferInsert)[]): Promise<void> {
  await tx.insert(shifts).values([...rows]);
}

export async function removeShift(tx: Tx, id: string): Promise<void> {
  await tx.delete(shifts).where(eq(shifts.id, id));
}

/** A shift and those of its series that come after it; gives how many they were. */
export async function removeFollowing(
  tx: Tx,
  { seriesId, startsAt }: { seriesId: string; startsAt: Date },
): Promise<number> {
  const gone = await tx
    .delete(shifts)
    .where(and(eq(shifts.seriesId, seriesId), gte(shifts.startsAt, startsAt)))
    .returning({ id: shifts.id });
  return gone.length;
}
