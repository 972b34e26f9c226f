import { sql } from 'drizzle-orm';
import { inTransaction, type Tx } from '../database/database.ts';
import type { Job } from '../jobs.ts';

/** Folds what changed in a register into its sums; gives how many things had changed. */
export async function foldRollup(tx: Tx, register: string): Promise<number> {
  const { rows } = await tx.execute<{ folded: string }>(sql`select fold_rollup(${register})::text as folded`);
  return Number(rows[0]?.folded ?? 0);
}

/** Every minute, in one process: keeps the list of what changed short. */
export function rollupJob(registers: readonly string[]): Job<unknown> {
  return {
    name: 'rollups.fold',
    cron: '* * * * *',
    run: async ({ db, who }) => {
      for (const register of registers) await inTransaction(db, who, (tx) => foldRollup(tx, register));
    },
  };
}
