import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { grantPayers } from '../tables.ts';

export type PayerRow = typeof grantPayers.$inferSelect;

/** In use, the one for every other office first. */
export async function listPayers(tx: Tx): Promise<PayerRow[]> {
  return tx
    .select()
    .from(grantPayers)
    .where(isNull(grantPayers.endedAt))
    .orderBy(sql`${grantPayers.bureauId} nulls first`, asc(grantPayers.changedAt));
}

/** The one that the office had ends: its transfers keep what their files said. */
export async function replacePayer(
  tx: Tx,
  row: Omit<typeof grantPayers.$inferInsert, 'id' | 'endedAt'> & { bureauId: string | null },
): Promise<void> {
  const { bureauId } = row;
  const office = bureauId === null ? isNull(grantPayers.bureauId) : eq(grantPayers.bureauId, bureauId);
  await tx
    .update(grantPayers)
    .set({ endedAt: row.changedAt })
    .where(and(office, isNull(grantPayers.endedAt)));
  await tx.insert(grantPayers).values(row);
}
