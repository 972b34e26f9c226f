import { desc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { referralDeadlines } from './tables.ts';

type DeadlineRow = typeof referralDeadlines.$inferSelect;

/** Newest first. */
export async function listDeadlines(tx: Tx, organisationId: string): Promise<DeadlineRow[]> {
  return tx
    .select()
    .from(referralDeadlines)
    .where(eq(referralDeadlines.organisationId, organisationId))
    .orderBy(desc(referralDeadlines.fromOn));
}

/** Of all organisations, newest first. */
export async function listAllDeadlines(tx: Tx): Promise<DeadlineRow[]> {
  return tx.select().from(referralDeadlines).orderBy(desc(referralDeadlines.fromOn));
}

/** Of a day there is one: who says it again, corrects it. */
export async function writeDeadlines(
  tx: Tx,
  row: Omit<typeof referralDeadlines.$inferInsert, 'id'>,
): Promise<void> {
  const { organisationId: _, fromOn: __, ...change } = row;
  await tx
    .insert(referralDeadlines)
    .values(row)
    .onConflictDoUpdate({
      target: [referralDeadlines.organisationId, referralDeadlines.fromOn],
      set: change,
    });
}
