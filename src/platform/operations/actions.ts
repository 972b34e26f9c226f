import type { Who } from '../access.ts';
import { record } from '../audit/ledger.ts';
import { type Db, inTransaction } from '../database/database.ts';
import { NotFound } from '../errors.ts';
import { dropDeadJob, listDeadJobs, retryDeadJob } from './store.ts';

/** Gives a job that gave up all its tries again, or lets go of it. Both stand in the ledger. */
export async function decideDeadJob(
  db: Db,
  who: Who,
  { id, decision }: { id: string; decision: 'retry' | 'drop' },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const job = (await listDeadJobs(tx)).find((dead) => dead.id === id);
    if (!job) throw new NotFound('job');
    await (decision === 'retry' ? retryDeadJob(tx, id) : dropDeadJob(tx, id));
    await record(
      tx,
      { event: `job.${decision}`, subject: { kind: 'job', id }, facts: { task: job.task } },
      now,
    );
  });
}
