import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { reviewIntervals } from './tables.ts';

/** The days that somebody set, by kind. */
export async function listIntervals(tx: Tx): Promise<{ kind: string; days: number }[]> {
  return tx.select().from(reviewIntervals);
}

export async function upsertIntervals(
  tx: Tx,
  rows: readonly (typeof reviewIntervals.$inferInsert)[],
): Promise<void> {
  await tx
    .insert(reviewIntervals)
    .values([...rows])
    .onConflictDoUpdate({ target: reviewIntervals.kind, set: { days: sql`excluded.days` } });
}
