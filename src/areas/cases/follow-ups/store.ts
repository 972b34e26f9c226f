import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';
import { caseFollowUps } from './tables.ts';

export type FollowUp = typeof caseFollowUps.$inferSelect;
type NewFollowUp = typeof caseFollowUps.$inferInsert;

export async function insertFollowUp(tx: Tx, row: NewFollowUp): Promise<void> {
  await tx.insert(caseFollowUps).values(row);
}

export async function lockFollowUp(tx: Tx, id: string): Promise<FollowUp> {
  const [row] = await tx.select().from(caseFollowUps).where(eq(caseFollowUps.id, id)).for('update');
  if (!row) throw new NotFound('follow-up');
  return row;
}

export async function updateFollowUp(tx: Tx, id: string, change: Partial<NewFollowUp>): Promise<void> {
  await tx.update(caseFollowUps).set(change).where(eq(caseFollowUps.id, id));
}

export async function listFollowUpsOfCase(tx: Tx, caseId: string): Promise<FollowUp[]> {
  return tx
    .select()
    .from(caseFollowUps)
    .where(eq(caseFollowUps.caseId, caseId))
    .orderBy(asc(caseFollowUps.dueOn));
}

/** Those of organisations that nobody has asked yet, the earliest first, with their case and who carried it; 200 at most. */
export async function listOpenFollowUps(tx: Tx, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return [];
  return tx
    .select({ followUp: caseFollowUps, caseFile: caseFiles, workerName: people.name })
    .from(caseFollowUps)
    .innerJoin(caseFiles, eq(caseFiles.id, caseFollowUps.caseId))
    .leftJoin(people, eq(people.id, caseFiles.assignedTo))
    .where(and(inArray(caseFollowUps.homeId, [...organisationIds]), isNull(caseFollowUps.doneOn)))
    .orderBy(asc(caseFollowUps.dueOn))
    .limit(200);
}

/** Whatever is due by a day, with the address of who carried the case. */
export async function listDueFollowUps(tx: Tx, today: string) {
  return tx
    .select({ followUp: caseFollowUps, email: people.email, lang: people.lang })
    .from(caseFollowUps)
    .innerJoin(caseFiles, eq(caseFiles.id, caseFollowUps.caseId))
    .leftJoin(people, and(eq(people.id, caseFiles.assignedTo), isNull(people.disabledAt)))
    .where(and(isNull(caseFollowUps.doneOn), lte(caseFollowUps.dueOn, today), isNull(caseFiles.erasedAt)));
}
