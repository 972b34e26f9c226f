import { eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { results } from './tables.ts';

export type StoredResult = typeof results.$inferSelect;

/** A program without any words yet has version 0. */
export async function findResult(tx: Tx, programId: string): Promise<StoredResult> {
  const [row] = await tx.select().from(results).where(eq(results.programId, programId));
  return row ?? { programId, summary: '', evaluation: '', rating: null, nextStep: '', version: 0 };
}

export async function upsertResult(tx: Tx, result: StoredResult): Promise<void> {
  const { programId, ...fields } = result;
  await tx
    .insert(results)
    .values({ programId, ...fields })
    .onConflictDoUpdate({ target: results.programId, set: fields });
}
