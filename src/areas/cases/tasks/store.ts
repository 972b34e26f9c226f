import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { counts } from '#platform/people/standing.ts';
import { memberships, people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';
import { caseTasks } from './tables.ts';

export type CaseTask = typeof caseTasks.$inferSelect;
export type NewCaseTask = typeof caseTasks.$inferInsert;
export type NamedTask = CaseTask & { readonly ownerName: string | null };

export async function insertTask(tx: Tx, row: NewCaseTask): Promise<CaseTask> {
  const [inserted] = await tx.insert(caseTasks).values(row).returning();
  if (!inserted) throw new Error('task was not written');
  return inserted;
}

export async function lockTask(tx: Tx, id: string): Promise<CaseTask> {
  const [row] = await tx.select().from(caseTasks).where(eq(caseTasks.id, id)).for('update');
  if (!row) throw new NotFound('task');
  return row;
}

/** Writes a change and counts its version up. */
export async function updateTask(tx: Tx, id: string, change: Partial<NewCaseTask>): Promise<void> {
  await tx
    .update(caseTasks)
    .set({ ...change, version: sql`${caseTasks.version} + 1` })
    .where(eq(caseTasks.id, id));
}

/** What is open first, by its day; then what was done last. */
export async function listTasks(
  tx: Tx,
  { caseId, limit }: { caseId: string; limit: number },
): Promise<NamedTask[]> {
  const rows = await tx
    .select({ task: caseTasks, ownerName: people.name })
    .from(caseTasks)
    .leftJoin(people, eq(people.id, caseTasks.ownerId))
    .where(eq(caseTasks.caseId, caseId))
    .orderBy(sql`${caseTasks.doneAt} is not null`, desc(caseTasks.doneAt), asc(caseTasks.dueOn))
    .limit(limit);
  return rows.map(({ task, ownerName }) => ({ ...task, ownerName }));
}

/** Open tasks of one person, or of all at these organisations, what is due first first; with the case on which they stand. */
export async function listOpenTasks(
  tx: Tx,
  { ownerId, homeIds, limit }: { ownerId?: string; homeIds: readonly string[]; limit: number },
): Promise<(NamedTask & { readonly caseFile: typeof caseFiles.$inferSelect })[]> {
  const rows = await tx
    .select({ task: caseTasks, caseFile: caseFiles, ownerName: people.name })
    .from(caseTasks)
    .innerJoin(caseFiles, eq(caseFiles.id, caseTasks.caseId))
    .leftJoin(people, eq(people.id, caseTasks.ownerId))
    .where(
      and(
        isNull(caseTasks.doneAt),
        isNull(caseFiles.closedOn),
        inArray(caseTasks.homeId, [...homeIds]),
        ownerId ? eq(caseTasks.ownerId, ownerId) : undefined,
      ),
    )
    .orderBy(asc(caseTasks.dueOn), asc(caseTasks.id))
    .limit(limit);
  return rows.map(({ task, caseFile, ownerName }) => ({ ...task, caseFile, ownerName }));
}

/** Open and overdue on a day, of cases that have not ended; each with its owner as long as they work there. */
export async function listOverdue(tx: Tx, day: string) {
  return tx
    .select({ task: caseTasks, email: people.email, lang: people.lang })
    .from(caseTasks)
    .innerJoin(caseFiles, eq(caseFiles.id, caseTasks.caseId))
    .leftJoin(
      people,
      and(
        eq(people.id, caseTasks.ownerId),
        isNull(people.disabledAt),
        sql`exists (select from ${memberships} where ${memberships.personId} = ${people.id}
          and ${memberships.organisationId} = ${caseTasks.homeId} and ${counts()})`,
      ),
    )
    .where(and(isNull(caseTasks.doneAt), isNull(caseFiles.closedOn), sql`${caseTasks.dueOn} < ${day}`));
}

/** The day of the open task that is due first. */
export async function firstDue(tx: Tx, caseId: string): Promise<string | null> {
  const [row] = await tx
    .select({ dueOn: sql<string | null>`min(${caseTasks.dueOn})` })
    .from(caseTasks)
    .where(and(eq(caseTasks.caseId, caseId), isNull(caseTasks.doneAt)));
  return row?.dueOn ?? null;
}

export async function findTaskCase(tx: Tx, taskId: string): Promise<string> {
  const [row] = await tx.select({ caseId: caseTasks.caseId }).from(caseTasks).where(eq(caseTasks.id, taskId));
  if (!row) throw new NotFound('task');
  return row.caseId;
}
