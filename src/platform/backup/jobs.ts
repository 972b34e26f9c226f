import type pg from 'pg';

/** A job as it goes into a backup: what is needed to add it again, not how the queue keeps it. */
export interface SavedJob {
  readonly task: string;
  readonly payload: unknown;
  readonly queue: string | null;
  readonly runAt: string;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly priority: number;
  readonly key: string | null;
  readonly flags: string[] | null;
}

/** Every job that is not done: waiting, running (it will run again: jobs may run twice) and given up. */
export async function listJobs(client: pg.ClientBase): Promise<SavedJob[]> {
  const { rows: found } = await client.query(
    `select to_regclass('graphile_worker._private_jobs')::text as name`,
  );
  if (!found[0]?.name) return [];
  const { rows } = await client.query<SavedJob>(
    `select t.identifier as task, j.payload, q.queue_name as queue, j.run_at::text as "runAt", j.attempts::int, j.priority::int,
       j.max_attempts::int as "maxAttempts", j.key, (select array_agg(flag) from jsonb_object_keys(j.flags) flag) as flags
     from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     order by j.id`,
  );
  return rows;
}

/** Adds a job through the queue's own functions, with the attempts it has behind it. */
export async function addJob(client: pg.ClientBase, job: SavedJob): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => $4::timestamptz, max_attempts => $5,
       job_key => $6, priority => $7, flags => $8::text[])`,
    [
      job.task,
      JSON.stringify(job.payload),
      job.queue,
      job.runAt,
      job.maxAttempts,
      job.key,
      job.priority,
      job.flags,
    ],
  );
  if (job.attempts === 0) return;
  await client.query(
    'select graphile_worker.reschedule_jobs(array[$1::bigint], run_at => $2::timestamptz, attempts => $3)',
    [rows[0]?.id, job.runAt, job.attempts],
  );
}
