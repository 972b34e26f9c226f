import { expect, test } from 'vitest';
import { anonymous } from './access.ts';
import { inTransaction } from './database/database.ts';
import { enqueue, type Job, startJobs } from './jobs.ts';
import { makeLog } from './log.ts';
import { testDatabase } from './testing/database.ts';

const db = await testDatabase();

async function runUntil(jobs: Job<{ n: number }>[], done: () => boolean, processes = 1): Promise<void> {
  const runners = [];
  for (let count = 0; count < processes; count++) runners.push(await startJobs(db, jobs, makeLog('silent')));
  for (let tries = 0; tries < 250 && !done(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.all(runners.map((runner) => runner.stop()));
}

test('a job runs only if its transaction commits, and in two processes still once', async () => {
  const ran: number[] = [];
  const job: Job<{ n: number }> = { name: 'count', run: async (_, { n }) => void ran.push(n) };
  await inTransaction(db, anonymous, async (tx) => {
    for (let n = 0; n < 20; n++) await enqueue(tx, job, { n });
  });
  await inTransaction(db, anonymous, async (tx) => {
    await enqueue(tx, job, { n: 99 });
    throw new Error('no');
  }).catch(() => {});
  await runUntil([job], () => ran.length >= 20, 2);
  expect(ran.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
});

test('a waiting job of the same key is replaced', async () => {
  const ran: number[] = [];
  const job: Job<{ n: number }> = { name: 'keyed', run: async (_, { n }) => void ran.push(n) };
  await inTransaction(db, anonymous, async (tx) => {
    await enqueue(tx, job, { n: 1 }, { key: 'same' });
    await enqueue(tx, job, { n: 2 }, { key: 'same' });
  });
  await runUntil([job], () => ran.length >= 1);
  expect(ran).toEqual([2]);
});
