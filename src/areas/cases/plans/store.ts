import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';
import { casePlanItems, casePlans, casePlanTexts } from './tables.ts';

export type CasePlan = typeof casePlans.$inferSelect;
export type NewCasePlan = typeof casePlans.$inferInsert;
export type PlanItemRow = typeof casePlanItems.$inferSelect;
export type NewPlanItem = typeof casePlanItems.$inferInsert;

/** The plan of the last round. */
export async function findLastPlan(tx: Tx, caseId: string): Promise<CasePlan | undefined> {
  const [row] = await tx
    .select()
    .from(casePlans)
    .where(eq(casePlans.caseId, caseId))
    .orderBy(desc(casePlans.round))
    .limit(1);
  return row;
}

export async function listPlans(tx: Tx, caseId: string): Promise<CasePlan[]> {
  return tx.select().from(casePlans).where(eq(casePlans.caseId, caseId)).orderBy(asc(casePlans.round));
}

export async function lockPlan(tx: Tx, id: string): Promise<CasePlan> {
  const [row] = await tx.select().from(casePlans).where(eq(casePlans.id, id)).for('update');
  if (!row) throw new NotFound('plan');
  return row;
}

export async function findPlanCase(tx: Tx, planId: string): Promise<string> {
  const [row] = await tx.select({ caseId: casePlans.caseId }).from(casePlans).where(eq(casePlans.id, planId));
  if (!row) throw new NotFound('plan');
  return row.caseId;
}

export async function insertPlan(tx: Tx, row: NewCasePlan): Promise<CasePlan> {
  const [inserted] = await tx.insert(casePlans).values(row).returning();
  if (!inserted) throw new Error('plan was not written');
  return inserted;
}

/** Writes a change and counts its version up. */
export async function updatePlan(tx: Tx, id: string, change: Partial<NewCasePlan>): Promise<CasePlan> {
  const [row] = await tx
    .update(casePlans)
    .set({ ...change, version: sql`${casePlans.version} + 1` })
    .where(eq(casePlans.id, id))
    .returning();
  if (!row) throw new NotFound('plan');
  return row;
}

export async function listTexts(tx: Tx, planId: string): Promise<{ class: string; sealed: string }[]> {
  return tx
    .select({ class: casePlanTexts.class, sealed: casePlanTexts.sealed })
    .from(casePlanTexts)
    .where(eq(casePlanTexts.planId, planId));
}

export async function writeText(tx: Tx, row: typeof casePlanTexts.$inferInsert): Promise<void> {
  await tx
    .insert(casePlanTexts)
    .values(row)
    .onConflictDoUpdate({
      target: [casePlanTexts.planId, casePlanTexts.class],
      set: { sealed: row.sealed },
    });
}

export async function deleteText(
  tx: Tx,
  { planId, fieldClass }: { planId: string; fieldClass: string },
): Promise<void> {
  await tx
    .delete(casePlanTexts)
    .where(and(eq(casePlanTexts.planId, planId), eq(casePlanTexts.class, fieldClass)));
}

export async function listItems(tx: Tx, planId: string): Promise<PlanItemRow[]> {
  return tx
    .select()
    .from(casePlanItems)
    .where(eq(casePlanItems.planId, planId))
    .orderBy(asc(casePlanItems.position), asc(casePlanItems.createdAt));
}

export async function findItem(tx: Tx, id: string): Promise<PlanItemRow> {
  const [row] = await tx.select().from(casePlanItems).where(eq(casePlanItems.id, id));
  if (!row) throw new NotFound('plan item');
  return row;
}

export async function insertItem(tx: Tx, row: NewPlanItem): Promise<void> {
  await tx.insert(casePlanItems).values(row);
}

export async function updateItem(tx: Tx, id: string, change: Partial<NewPlanItem>): Promise<void> {
  await tx.update(casePlanItems).set(change).where(eq(casePlanItems.id, id));
}

export async function deleteItem(tx: Tx, id: string): Promise<void> {
  await tx.delete(casePlanItems).where(eq(casePlanItems.id, id));
}

/** Who changed a plan last, by name. */
export async function findPersonName(tx: Tx, personId: string | null): Promise<string> {
  if (!personId) return '';
  const [row] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
  return row?.name ?? '';
}

/** Open cases whose last plan has a row for a program that is not done, as far as the reader sees them. */
export async function listCasesWithProgram(
  tx: Tx,
  program: string,
): Promise<{ caseId: string; number: string }[]> {
  const { id, number, closedOn, receivedOn } = caseFiles;
  return tx
    .selectDistinct({ caseId: id, number, receivedOn })
    .from(casePlanItems)
    .innerJoin(casePlans, eq(casePlans.id, casePlanItems.planId))
    .innerJoin(caseFiles, eq(id, casePlanItems.caseId))
    .where(
      and(
        eq(casePlanItems.program, program),
        sql`${casePlanItems.doneOn} is null and ${closedOn} is null`,
        sql`${casePlans.round} = (select max(q.round) from case_plans q where q.case_id = ${casePlans.caseId})`,
      ),
    )
    .orderBy(asc(receivedOn))
    .limit(200);
}
