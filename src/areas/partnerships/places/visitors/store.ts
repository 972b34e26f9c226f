import { and, asc, desc, eq, gte, lte } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { placeCounts } from './tables.ts';

export type CountRow = typeof placeCounts.$inferSelect;

/** The count that holds for each session between two days, both inclusive; of one place or of all that may be seen. */
export async function listCounts(
  tx: Tx,
  { serviceId, from, to }: { serviceId?: string; from: string; to: string },
): Promise<CountRow[]> {
  return tx
    .selectDistinctOn([placeCounts.serviceId, placeCounts.day, placeCounts.slot])
    .from(placeCounts)
    .where(
      and(
        serviceId ? eq(placeCounts.serviceId, serviceId) : undefined,
        gte(placeCounts.day, from),
        lte(placeCounts.day, to),
      ),
    )
    .orderBy(
      asc(placeCounts.serviceId),
      asc(placeCounts.day),
      asc(placeCounts.slot),
      desc(placeCounts.version),
    );
}

/** Every count of one session, the first one first. */
export async function listVersions(
  tx: Tx,
  { serviceId, day, slot }: { serviceId: string; day: string; slot: string },
): Promise<CountRow[]> {
  return tx
    .select()
    .from(placeCounts)
    .where(and(eq(placeCounts.serviceId, serviceId), eq(placeCounts.day, day), eq(placeCounts.slot, slot)))
    .orderBy(asc(placeCounts.version));
}

/** False when somebody else counted the session in the same moment. */
export async function insertCount(
  tx: Tx,
  row: Omit<typeof placeCounts.$inferInsert, 'id'>,
): Promise<boolean> {
  const rows = await tx
    .insert(placeCounts)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: placeCounts.id });
  return rows.length > 0;
}
