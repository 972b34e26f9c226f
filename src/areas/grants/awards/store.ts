import { and, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantAwards } from './tables.ts';

export async function insertAwards(
  tx: Tx,
  rows: readonly (typeof grantAwards.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1_000)
    await tx.insert(grantAwards).values(rows.slice(at, at + 1_000));
}

/** From `submitted` or `checked`, or decided in the same transaction already, and from nowhere else; the ids that stand decided. */
export async function updateDecided(
  tx: Tx,
  { applicationIds, at }: { applicationIds: readonly string[]; at: Date },
): Promise<readonly string[]> {
  const { id, state } = grantApplications;
  const rows = await tx
    .update(grantApplications)
    .set({ state: 'decided', decidedAt: at })
    .where(and(inArray(id, [...applicationIds]), inArray(state, ['submitted', 'checked', 'decided'])))
    .returning({ id });
  return rows.map((row) => row.id);
}
