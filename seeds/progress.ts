import { system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { listOrganisations } from '#platform/people/organisations.ts';

/** Each step of the load is one transaction and leaves its name in the ledger: done once, or not at all. */
const event = 'demo.load';
const lockKey = 7_203_115;

/** The product itself, before and beside the people. */
export const loader = system('demo');

export interface Progress {
  readonly done: ReadonlySet<string>;
  /** Somebody has begun to use this database for something else. */
  readonly foreign: boolean;
}

/** Runs `work` in one process at a time, with what was loaded before. */
export async function alone(db: Database, work: (progress: Progress) => Promise<void>): Promise<void> {
  const client = await db.owner.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await work(await inTransaction(db, loader, progress));
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => {});
    client.release();
  }
}

async function progress(tx: Tx): Promise<Progress> {
  const { rows } = await tx.execute<{ name: string }>(
    `select subject_id as name from audit_events where event = '${event}'`,
  );
  const done = new Set(rows.map((row) => row.name));
  return { done, foreign: done.size === 0 && (await listOrganisations(tx)).length > 0 };
}

export async function markDone(tx: Tx, step: string, now: Date): Promise<void> {
  await record(tx, { event, subject: { kind: 'step', id: step } }, now);
}
