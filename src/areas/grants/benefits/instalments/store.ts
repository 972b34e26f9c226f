import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Instalment } from './rules.ts';
import { grantInstalments } from './tables.ts';

export type InstalmentRow = typeof grantInstalments.$inferSelect;

/** The schedule of a benefit as it was asked for; of one that was asked again, in place of the one before. */
export async function replaceInstalments(
  tx: Tx,
  {
    schedule,
    ...of
  }: { benefitId: string; bureauId: string; organisationId: string; schedule: readonly Instalment[] },
): Promise<void> {
  await tx
    .delete(grantInstalments)
    .where(and(eq(grantInstalments.benefitId, of.benefitId), isNull(grantInstalments.orderedAt)));
  if (schedule.length > 0)
    await tx.insert(grantInstalments).values(schedule.map((row) => ({ ...of, ...row })));
}

/** The schedules of these benefits, each in its order. */
export async function listInstalments(tx: Tx, benefitIds: readonly string[]): Promise<InstalmentRow[]> {
  return tx
    .select()
    .from(grantInstalments)
    .where(inArray(grantInstalments.benefitId, [...benefitIds]))
    .orderBy(asc(grantInstalments.number));
}

export async function lockInstalment(tx: Tx, id: string): Promise<InstalmentRow> {
  const [row] = await tx.select().from(grantInstalments).where(eq(grantInstalments.id, id)).for('update');
  if (!row) throw new NotFound('instalment');
  return row;
}

export async function updateInstalment(
  tx: Tx,
  id: string,
  change: Partial<Pick<InstalmentRow, 'seenOn' | 'seenBy' | 'orderedAt' | 'orderedBy'>>,
): Promise<void> {
  await tx.update(grantInstalments).set(change).where(eq(grantInstalments.id, id));
}
