import { asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { caseScales, caseScaleStages } from './tables.ts';

export type CaseScale = typeof caseScales.$inferSelect;
export interface AskedScale extends CaseScale {
  readonly stages: Readonly<Partial<Record<string, number>>>;
}

export async function insertScale(
  tx: Tx,
  row: typeof caseScales.$inferInsert,
  stages: readonly { domain: string; class: string; stage: number }[],
): Promise<CaseScale> {
  const [inserted] = await tx.insert(caseScales).values(row).returning();
  if (!inserted) throw new Error('scale was not written');
  const { id: scaleId, caseId } = inserted;
  await tx.insert(caseScaleStages).values(stages.map((stage) => ({ ...stage, scaleId, caseId })));
  return inserted;
}

/** Oldest first, each with the stages that the reader may see. */
export async function listScales(tx: Tx, caseId: string): Promise<AskedScale[]> {
  const scales = await tx
    .select()
    .from(caseScales)
    .where(eq(caseScales.caseId, caseId))
    .orderBy(asc(caseScales.askedOn), asc(caseScales.writtenAt));
  const stages = await tx.select().from(caseScaleStages).where(eq(caseScaleStages.caseId, caseId));
  return scales.map((scale) => ({
    ...scale,
    stages: Object.fromEntries(
      stages.filter(({ scaleId }) => scaleId === scale.id).map(({ domain, stage }) => [domain, stage]),
    ),
  }));
}
