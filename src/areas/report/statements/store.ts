import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { files } from '#platform/files/tables.ts';
import { figurePaths } from '../figures/tables.ts';
import { measureStatements } from './tables.ts';

export type Statement = typeof measureStatements.$inferSelect;

export async function listStatements(tx: Tx, fiscalYear: number): Promise<Statement[]> {
  return tx
    .select()
    .from(measureStatements)
    .where(
      sql`${measureStatements.measureId} in (select m.id from measures m join programs p on p.id = m.program_id where p.fiscal_year = ${fiscalYear})`,
    );
}

export async function findStatement(tx: Tx, measureId: string): Promise<Statement | undefined> {
  const [row] = await tx.select().from(measureStatements).where(eq(measureStatements.measureId, measureId));
  return row;
}

export async function upsertStatement(tx: Tx, row: typeof measureStatements.$inferInsert): Promise<void> {
  const { measureId: _, ...set } = row;
  await tx
    .insert(measureStatements)
    .values(row)
    .onConflictDoUpdate({ target: measureStatements.measureId, set });
}

/** A file that no published edition names as the source of this number goes; its bytes follow with the next sweep. */
export async function dropUnnamed(
  tx: Tx,
  { fileId, sha256, figureId }: { fileId: string; sha256: string; figureId: string },
): Promise<void> {
  const named = tx
    .select({ one: sql`1` })
    .from(figurePaths)
    .where(
      and(
        eq(figurePaths.figureId, figureId),
        sql`${figurePaths.path} -> 'statement' ->> 'sha256' = ${sha256}`,
      ),
    );
  await tx.delete(files).where(and(eq(files.id, fileId), isNull(files.publicAt), sql`not exists (${named})`));
}
