import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { mustKeepAt } from '../access.ts';
import type { Audience } from './rules.ts';
import { findCourse, insertCourse, updateCourse } from './store.ts';

interface CourseInput {
  readonly titleJa: string;
  readonly titleEn: string | null;
  readonly purpose: string;
  readonly content: string;
  readonly audiences: readonly Audience[];
  readonly validMonths: number | null;
}

export async function addCourse(
  db: Db,
  who: Who,
  { organisationId, ...input }: CourseInput & { organisationId: string },
  now = new Date(),
): Promise<string> {
  mustKeepAt(who, organisationId);
  return inTransaction(db, who, async (tx) => {
    const row = { ...input, audiences: [...input.audiences], organisationId, createdAt: now };
    const id = await insertCourse(tx, row);
    await record(tx, { event: 'training.add-course', subject: { kind: 'course', id } }, now);
    await publicPagesChanged(tx);
    return id;
  });
}

/** Certificates that were given keep the day that they carry. */
export async function changeCourse(
  db: Db,
  who: Who,
  { courseId, ...input }: CourseInput & { courseId: string; closed: boolean },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const course = await findCourse(tx, courseId);
    mustKeepAt(who, course.organisationId);
    const { closed, ...fields } = input;
    const closedAt = closed ? (course.closedAt ?? now) : null;
    await updateCourse(tx, courseId, { ...fields, audiences: [...fields.audiences], closedAt });
    await record(
      tx,
      { event: 'training.change-course', subject: { kind: 'course', id: courseId }, facts: { closed } },
      now,
    );
    await publicPagesChanged(tx);
  });
}
