import { expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { listUnmetNeeds } from './actions.ts';
import { countUnmet, listUnmet } from './store.ts';

const app = await testApp();
const keeper = await app.signIn(directoryKeeper);
const now = new Date();
const month = new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 7);
const missed = { topic: 'debt', municipality: undefined, why: 'nothing-found' } as const;

async function count(times: number, topic = 'debt'): Promise<void> {
  for (let time = 0; time < times; time += 1)
    await inTransaction(app.db, anonymous, (tx) => countUnmet(tx, { ...missed, topic }, now));
}

test('the keeper sees where help is missing; nobody else does', async () => {
  expect(await textOf(await app.get('/staff/directory/unmet', keeper))).toContain('まだありません');
  await count(3);
  const text = await textOf(await app.get('/staff/directory/unmet', keeper));
  expect(text).toContain('債務について');
  expect(text).toContain('（指定なし）');
  expect((await app.get('/staff/directory/unmet', await app.signIn(directoryEditor))).status).toBe(403);
  expect((await app.get('/staff/directory/unmet')).status).toBe(303);
});

test('anybody adds to a count, and can neither read nor change it', async () => {
  expect(await inTransaction(app.db, anonymous, (tx) => listUnmet(tx, '2000-01'))).toEqual([]);
  const seen = await inTransaction(app.db, keeper.who, (tx) => listUnmet(tx, '2000-01'));
  expect(seen).toEqual([{ month, topic: 'debt', municipality: '', why: 'nothing-found', times: 3 }]);
});

test('what is given on to reports holds no small number', async () => {
  await count(10, 'housing');
  const given = await listUnmetNeeds(app.db, month);
  expect(given.find(({ topic }) => topic === 'debt')?.times).toBeNull();
  expect(given.find(({ topic }) => topic === 'housing')?.times).toBe(10);
});

test('two who search at the same time are both counted', async () => {
  await Promise.all(Array.from({ length: 5 }, () => count(1, 'income')));
  const all = await inTransaction(app.db, system('test'), (tx) => listUnmet(tx, month));
  expect(all.find(({ topic }) => topic === 'income')?.times).toBe(5);
});
