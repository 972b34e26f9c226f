import { expect, test } from 'vitest';
import { administrator, type Role, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { testApp } from '#src/app.testing.ts';
import { operationsPaths } from './paths.ts';

const app = await testApp();
const clerk: Role = { name: 'reporter', words: { ja: '係', en: 'Clerk' }, at: ['bureau'] };
const job: Job<{ id: string }> = { name: 'mail.send', run: async () => {} };
const url = operationsPaths.deadJobs.to({});

async function deadJob(): Promise<string> {
  await inTransaction(app.db, system('test'), (tx) =>
    enqueue(tx, job, { id: 'secret-payload' }, { key: 'dead' }),
  );
  const { rows } = await app.db.owner.query(
    `update graphile_worker._private_jobs set attempts = max_attempts where key = 'dead' returning id::text`,
  );
  return rows[0].id;
}

test('only an administrator sees the jobs that gave up, and never what they carried', async () => {
  await deadJob();
  const page = await app.get(url, await app.signIn(administrator));
  const text = await page.text();
  expect([page.status, text.includes('mail.send'), text.includes('secret-payload')]).toEqual([
    200,
    true,
    false,
  ]);
  expect((await app.get(url, await app.signIn(clerk))).status).toBe(403);
  expect((await app.get(url)).status).toBe(303);
});

test('a job that gave up gets its tries again', async () => {
  const id = await deadJob();
  const administratorHere = await app.signIn(administrator);
  expect((await app.post(operationsPaths.retry.to({ id }), {}, administratorHere)).status).toBe(303);
  const { rows } = await app.db.owner.query(
    'select attempts from graphile_worker._private_jobs where id = $1',
    [id],
  );
  expect(rows).toEqual([{ attempts: 0 }]);
  expect((await app.post(operationsPaths.retry.to({ id }), {}, administratorHere)).status).toBe(404);
});

test('or is let go', async () => {
  const id = await deadJob();
  await app.post(operationsPaths.drop.to({ id }), {}, await app.signIn(administrator));
  expect(
    (await app.db.owner.query('select id from graphile_worker._private_jobs where id = $1', [id])).rows,
  ).toEqual([]);
});
