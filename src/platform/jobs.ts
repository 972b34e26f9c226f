import type { CronItem, Logger, Runner } from 'graphile-worker';
import type { Who } from './access.ts';
import { system } from './access.ts';
import { beforeCommit, type Database, type Tx } from './database/database.ts';
import type { Log } from './log.ts';

/** A kind of work that runs later, in some process, at least once: it must be safe to run twice. */
export interface Job<Payload> {
  readonly name: string;
  readonly run: (tools: JobTools, payload: Payload) => Promise<void>;
  /** Standard five-field cron in UTC, with an empty payload; once over all processes. */
  readonly cron?: string;
}

export interface JobTools {
  readonly db: Database;
  readonly who: Who;
  readonly now: Date;
  readonly log: Log;
}

/** Jobs of different payloads in one list: each job and its enqueuers agree through `Job<Payload>`. */
// oxlint-disable-next-line no-explicit-any
export type AnyJob = Job<any>;

/**
 * Adds a job in the caller's transaction: it exists if and only if the transaction commits, and goes to the database together with
 * the commit. `key`: replaces a waiting one of the same key. The same job twice in one transaction is one.
 */
export async function enqueue<Payload>(
  tx: Tx,
  job: Job<Payload>,
  payload: Payload,
  { at, key }: { at?: Date; key?: string } = {},
): Promise<void> {
  const values = [job.name, JSON.stringify(payload), at?.toISOString() ?? null, key ?? null];
  beforeCommit(tx, { ...enqueueAll, values });
}

const enqueueAll = {
  name: 'enqueue_jobs',
  text: `select enqueue_job(value ->> 0, (value ->> 1)::json, (value ->> 2)::timestamptz, value ->> 3) from jsonb_array_elements($1)`,
};

/** Runs jobs in this process until stopped; failed ones are tried again with growing pauses, 12 times. */
export async function startJobs(
  db: Database,
  jobs: readonly AnyJob[],
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const taskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown) => {
        const started = performance.now();
        await job.run({ db, who: system(job.name), now: new Date(), log }, payload);
        log.info({ job: job.name, ms: Math.round(performance.now() - started) }, 'job done');
      },
    ]),
  );
  const crons: CronItem[] = jobs.flatMap((job) =>
    job.cron ? [{ task: job.name, match: job.cron, identifier: job.name }] : [],
  );
  // Only in the process that works through the queue.
  const { Logger: QueueLogger, parseCronItems, run } = await import('graphile-worker');
  const runner: Runner = await run({
    pgPool: db.owner,
    taskList,
    parsedCronItems: parseCronItems(crons),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new QueueLogger(quietly(log)),
  });
  return { stop: () => runner.stop() };
}

/** The queue's own messages: failures as errors (payloads hold ids only), the rest only when asked for. */
function quietly(log: Log): ConstructorParameters<typeof Logger>[0] {
  return () => (level, message) => {
    if (level === 'error') log.error({ queue: true }, message);
    else if (level === 'warning') log.warn({ queue: true }, message);
    else log.debug({ queue: true }, message);
  };
}
