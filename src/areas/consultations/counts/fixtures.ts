import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { type CountRow, insertCountChanges } from './store.ts';

/** Counts of a desk with no contacts behind them. */
export async function makeCounts(db: Database, deskId: string, rows: readonly CountRow[]): Promise<void> {
  await inTransaction(db, system('test'), (tx) =>
    insertCountChanges(
      tx,
      rows.map((row) => ({ deskId, ...row })),
    ),
  );
}
