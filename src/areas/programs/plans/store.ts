import { asc, eq, max } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { planRows } from './tables.ts';

export type PlanRow = typeof planRows.$inferSelect;
export type PlanRowFields = Omit<PlanRow, 'id' | 'fiscalYear' | 'position'>;

/** In the order of the plan. */
export async function listPlanRows(tx: Tx, year: number): Promise<PlanRow[]> {
  return tx
    .select()
    .from(planRows)
    .where(eq(planRows.fiscalYear, year))
    .orderBy(asc(planRows.position), asc(planRows.id));
}

export async function findPlanRow(tx: Tx, id: string): Promise<PlanRow> {
  const [row] = await tx.select().from(planRows).where(eq(planRows.id, id));
  if (!row) throw new NotFound('plan row');
  return row;
}

export async function insertPlanRow(tx: Tx, year: number, fields: PlanRowFields): Promise<string> {
  const [last] = await tx
    .select({ position: max(planRows.position) })
    .from(planRows)
    .where(eq(planRows.fiscalYear, year));
  const [row] = await tx
    .insert(planRows)
    .values({ fiscalYear: year, ...fields, position: (last?.position ?? -1) + 1 })
    .returning({ id: planRows.id });
  if (!row) throw new Error('plan row was not written');
  return row.id;
}

export async function updatePlanRow(tx: Tx, id: string, fields: PlanRowFields): Promise<void> {
  await tx.update(planRows).set(fields).where(eq(planRows.id, id));
}

export async function updatePlanPositions(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await tx.update(planRows).set({ position }).where(eq(planRows.id, id));
}

export async function deletePlanRow(tx: Tx, id: string): Promise<void> {
  await tx.delete(planRows).where(eq(planRows.id, id));
}
