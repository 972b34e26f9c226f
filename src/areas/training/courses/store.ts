import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { trainingCourses } from './tables.ts';

export type Course = typeof trainingCourses.$inferSelect;

export async function findCourse(tx: Tx, id: string): Promise<Course> {
  const [row] = await tx.select().from(trainingCourses).where(eq(trainingCourses.id, id));
  if (!row) throw new NotFound('course');
  return row;
}

/** By title; of the given organisations, or all. */
export async function listCourses(
  tx: Tx,
  { organisationIds, open }: { organisationIds?: readonly string[]; open?: boolean } = {},
): Promise<Course[]> {
  return tx
    .select()
    .from(trainingCourses)
    .where(
      and(
        organisationIds ? inArray(trainingCourses.organisationId, [...organisationIds]) : undefined,
        open ? isNull(trainingCourses.closedAt) : undefined,
      ),
    )
    .orderBy(asc(trainingCourses.titleJa), asc(trainingCourses.id));
}

export async function insertCourse(tx: Tx, row: typeof trainingCourses.$inferInsert): Promise<string> {
  const [written] = await tx.insert(trainingCourses).values(row).returning({ id: trainingCourses.id });
  if (!written) throw new Error('course was not written');
  return written.id;
}

export async function updateCourse(tx: Tx, id: string, change: Partial<Course>): Promise<void> {
  await tx.update(trainingCourses).set(change).where(eq(trainingCourses.id, id));
}
