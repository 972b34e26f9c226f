import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { grantDocumentCounters, grantDocuments, grantLetterOffices } from './tables.ts';

export type LetterOffice = typeof grantLetterOffices.$inferSelect;

export async function findLetterOffice(tx: Tx, bureauId: string): Promise<LetterOffice | undefined> {
  const [row] = await tx.select().from(grantLetterOffices).where(eq(grantLetterOffices.bureauId, bureauId));
  return row;
}

/** The first of `count` numbers in a row. Others of the office and year wait until this transaction ends; undone with it. */
export async function takeSerials(
  tx: Tx,
  { bureauId, fiscalYear, count }: { bureauId: string; fiscalYear: number; count: number },
): Promise<number> {
  const { last } = grantDocumentCounters;
  const [row] = await tx
    .insert(grantDocumentCounters)
    .values({ bureauId, fiscalYear, last: count })
    .onConflictDoUpdate({
      target: [grantDocumentCounters.bureauId, grantDocumentCounters.fiscalYear],
      set: { last: sql`${last} + ${count}` },
    })
    .returning({ last });
  if (!row) throw new Error('no document number was given');
  return row.last - count + 1;
}

export async function insertDocuments(
  tx: Tx,
  rows: readonly (typeof grantDocuments.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1_000)
    await tx.insert(grantDocuments).values(rows.slice(at, at + 1_000));
}
