import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations } from '#platform/people/tables.ts';
import type { Course } from '../courses/store.ts';
import { trainingCourses } from '../courses/tables.ts';
import { trainingRequirements } from './tables.ts';

export type Requirement = typeof trainingRequirements.$inferSelect;

export interface RequirementOf {
  readonly requirement: Requirement;
  readonly course: Course;
}

/** Those that have not ended, by role. */
export async function listRequirements(tx: Tx): Promise<RequirementOf[]> {
  return tx
    .select({ requirement: trainingRequirements, course: trainingCourses })
    .from(trainingRequirements)
    .innerJoin(trainingCourses, eq(trainingCourses.id, trainingRequirements.courseId))
    .where(isNull(trainingRequirements.endedAt))
    .orderBy(asc(trainingRequirements.role), asc(trainingCourses.titleJa));
}

export async function lockRequirement(tx: Tx, id: string): Promise<Requirement> {
  const [row] = await tx
    .select()
    .from(trainingRequirements)
    .where(eq(trainingRequirements.id, id))
    .for('update');
  if (!row) throw new NotFound('requirement');
  return row;
}

export async function isRequired(
  tx: Tx,
  { role, courseId }: { role: string; courseId: string },
): Promise<boolean> {
  const { role: name, courseId: course, endedAt } = trainingRequirements;
  const rows = await tx
    .select({ id: trainingRequirements.id })
    .from(trainingRequirements)
    .where(and(eq(name, role), eq(course, courseId), isNull(endedAt)));
  return rows.length > 0;
}

export async function insertRequirement(
  tx: Tx,
  row: typeof trainingRequirements.$inferInsert,
): Promise<string> {
  const [written] = await tx
    .insert(trainingRequirements)
    .values(row)
    .returning({ id: trainingRequirements.id });
  if (!written) throw new Error('requirement was not written');
  return written.id;
}

export async function updateRequirementEnded(tx: Tx, id: string, endedAt: Date): Promise<void> {
  await tx.update(trainingRequirements).set({ endedAt }).where(eq(trainingRequirements.id, id));
}

export async function listNames(
  tx: Tx,
  ids: readonly string[],
): Promise<{ ja: string; en: string | null }[]> {
  if (ids.length === 0) return [];
  return tx
    .select({ ja: organisations.nameJa, en: organisations.nameEn })
    .from(organisations)
    .where(inArray(organisations.id, [...ids]))
    .orderBy(asc(organisations.code));
}
