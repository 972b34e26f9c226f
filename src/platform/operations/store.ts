import { sql } from 'drizzle-orm';
import type { Tx } from '../database/database.ts';

export interface DeadJob {
  readonly id: string;
  readonly task: string;
  readonly attempts: number;
  readonly lastTried: Date;
}

/** Jobs that failed as often as they may; empty for anybody but an administrator. Newest first, 200 at most. */
export async function listDeadJobs(tx: Tx): Promise<DeadJob[]> {
  const { rows } = await tx.execute<{ id: string; task: string; attempts: number; last_tried: string }>(
    sql`select id, task, attempts, last_tried from list_dead_jobs()`,
  );
  return rows.map((row) => ({
    id: row.id,
    task: row.task,
    attempts: row.attempts,
    lastTried: new Date(row.last_tried),
  }));
}

export async function retryDeadJob(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`select retry_dead_job(${id}::bigint)`);
}

export async function dropDeadJob(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`select drop_dead_job(${id}::bigint)`);
}
