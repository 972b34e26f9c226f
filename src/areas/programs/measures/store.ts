import { and, asc, count, eq, inArray, max, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { inParts } from '#platform/database/in-parts.ts';
import { NotFound } from '#platform/errors.ts';
import { measures, measureValues } from './tables.ts';

export type Measure = typeof measures.$inferSelect;
export type MeasureWithValues = Measure & { readonly values: Readonly<Record<string, number>> };

export async function findMeasure(tx: Tx, id: string): Promise<Measure> {
  const [row] = await tx.select().from(measures).where(eq(measures.id, id));
  if (!row) throw new NotFound('measure');
  return row;
}

/** Of one program, in order. */
export async function listMeasures(tx: Tx, programId: string): Promise<MeasureWithValues[]> {
  return listMeasuresOf(tx, [programId]);
}

/** Of these programs, in the order of each. */
export async function listMeasuresOf(tx: Tx, programIds: readonly string[]): Promise<MeasureWithValues[]> {
  const rows = await tx
    .select()
    .from(measures)
    .where(inArray(measures.programId, [...programIds]))
    .orderBy(asc(measures.position), asc(measures.id));
  const values = await valuesOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, values: values.get(row.id) ?? {} }));
}

/** What was reported, by measure and period. */
export async function valuesOf(
  tx: Tx,
  measureIds: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const found = new Map<string, Record<string, number>>();
  if (measureIds.length === 0) return found;
  const rows = await tx
    .select()
    .from(measureValues)
    .where(inArray(measureValues.measureId, [...measureIds]))
    .orderBy(asc(measureValues.period));
  for (const { measureId, period, value } of rows) {
    const values = found.get(measureId) ?? {};
    values[period] = value;
    found.set(measureId, values);
  }
  return found;
}

export async function insertMeasure(
  tx: Tx,
  measure: Omit<typeof measures.$inferInsert, 'position'>,
): Promise<string> {
  const [last] = await tx
    .select({ position: max(measures.position) })
    .from(measures)
    .where(eq(measures.programId, measure.programId));
  const [row] = await tx
    .insert(measures)
    .values({ ...measure, position: (last?.position ?? -1) + 1 })
    .returning({ id: measures.id });
  if (!row) throw new Error('measure was not written');
  return row.id;
}

export async function updateMeasure(
  tx: Tx,
  id: string,
  fields: Partial<typeof measures.$inferInsert>,
): Promise<void> {
  await tx.update(measures).set(fields).where(eq(measures.id, id));
}

export async function deleteMeasure(tx: Tx, id: string): Promise<void> {
  await tx.delete(measures).where(eq(measures.id, id));
}

export async function countSuccessors(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(measures).where(eq(measures.predecessorId, id));
  return row?.count ?? 0;
}

export async function upsertValues(
  tx: Tx,
  values: readonly (typeof measureValues.$inferInsert)[],
): Promise<void> {
  for (const part of inParts(values))
    await tx
      .insert(measureValues)
      .values(part)
      .onConflictDoUpdate({
        target: [measureValues.measureId, measureValues.period],
        set: {
          value: sql`excluded.value`,
          origin: sql`excluded.origin`,
          enteredAt: sql`excluded.entered_at`,
          enteredBy: sql`excluded.entered_by`,
        },
      });
}

export async function deleteValue(
  tx: Tx,
  { measureId, period }: { measureId: string; period: string },
): Promise<void> {
  await tx
    .delete(measureValues)
    .where(and(eq(measureValues.measureId, measureId), eq(measureValues.period, period)));
}

/** Labels and values of the measures that these follow, by the id of the follower. */
export async function listPredecessors(tx: Tx, programId: string): Promise<Map<string, MeasureWithValues>> {
  const rows = await tx
    .select({ id: measures.id, predecessorId: measures.predecessorId })
    .from(measures)
    .where(eq(measures.programId, programId));
  const ids = rows.flatMap((row) => (row.predecessorId ? [row.predecessorId] : []));
  if (ids.length === 0) return new Map();
  const before = await tx.select().from(measures).where(inArray(measures.id, ids));
  const values = await valuesOf(tx, ids);
  const found = new Map<string, MeasureWithValues>();
  for (const row of rows) {
    const predecessor = before.find((each) => each.id === row.predecessorId);
    if (predecessor) found.set(row.id, { ...predecessor, values: values.get(predecessor.id) ?? {} });
  }
  return found;
}
