import { desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { importRuns } from './tables.ts';

export type ImportRun = typeof importRuns.$inferSelect;
/** Without its rows, which may be thousands. */
export type ListedRun = Omit<ImportRun, 'rows'>;

export async function insertRun(tx: Tx, run: typeof importRuns.$inferInsert): Promise<string> {
  const [row] = await tx.insert(importRuns).values(run).returning({ id: importRuns.id });
  if (!row) throw new Error('import was not written');
  return row.id;
}

export async function findRun(tx: Tx, id: string): Promise<ImportRun> {
  const [row] = await tx.select().from(importRuns).where(eq(importRuns.id, id));
  if (!row) throw new NotFound('import');
  return row;
}

export async function lockRun(tx: Tx, id: string): Promise<ImportRun> {
  const [row] = await tx.select().from(importRuns).where(eq(importRuns.id, id)).for('update');
  if (!row) throw new NotFound('import');
  return row;
}

/** The newest twenty that this person may see, of some organisations. */
export async function listRuns(tx: Tx, organisationIds: readonly string[] | undefined): Promise<ListedRun[]> {
  const { rows: _rows, ...listed } = getTableColumns(importRuns);
  return tx
    .select(listed)
    .from(importRuns)
    .where(organisationIds && inArray(importRuns.organisationId, [...organisationIds]))
    .orderBy(desc(importRuns.uploadedAt))
    .limit(20);
}

/** A decided run keeps its counts; its rows are in the entries, or nowhere. */
export async function updateRun(
  tx: Tx,
  id: string,
  change: { status: string; decidedAt: Date; rows?: ImportRun['rows'] },
): Promise<void> {
  await tx.update(importRuns).set(change).where(eq(importRuns.id, id));
}
