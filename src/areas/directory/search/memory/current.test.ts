import { afterEach, expect, test, vi } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { system } from '#platform/access.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { sealService } from '../../services/actions.ts';
import { granted, makeMunicipalities, makeService } from '../../services/fixtures.ts';
import { deleteService } from '../../services/store.ts';
import { Memory } from './current.ts';

const db = await testDatabase();
const it = system('test');
await makeMunicipalities(db);
const add = async () => (await makeService(db)).serviceId;
const remove = (serviceId: string) => inTransaction(db, it, (tx) => deleteService(tx, serviceId));
const later = (ms: number) => vi.spyOn(performance, 'now').mockReturnValue(performance.now() + ms);
afterEach(() => vi.restoreAllMocks());

test('a directory that outgrows memory is given up at the entry that is too many, and taken again once it is small for a while', async () => {
  const ids = [await add(), await add()];
  const memory = new Memory(db, { entries: 2, changes: 100 });
  expect((await memory.now())?.size).toBe(2);
  ids.push(await add());
  expect(await memory.now()).toBeUndefined();
  expect(await new Memory(db, { entries: 2, changes: 100 }).now()).toBeUndefined();
  await remove(ids.pop() ?? '');
  // It is not counted again with every search.
  expect(await memory.now()).toBeUndefined();
  later(599_000);
  expect(await memory.now()).toBeUndefined();
  vi.restoreAllMocks();
  later(601_000);
  expect((await memory.now())?.size).toBe(2);
  for (const id of ids) await remove(id);
});

test('more changes than are looked at one by one, and a day without a look, are answered by reading everything anew', async () => {
  const memory = new Memory(db, { entries: 100, changes: 2 });
  const [kept, sealed, gone] = [await add(), await add(), await add()];
  const before = await memory.now();
  expect(before?.size).toBe(3);
  granted(await sealService(db, it, { serviceId: sealed, reason: '避難先のため' }));
  await remove(gone);
  expect(await memory.now()).toBe(before);
  expect([kept, sealed, gone].map((id) => before?.holds(id))).toEqual([true, false, false]);
  const more = [await add(), await add(), await add()];
  const anew = await memory.now();
  expect(anew).not.toBe(before);
  expect([kept, ...more].map((id) => anew?.holds(id))).toEqual([true, true, true, true]);
  later(86_400_001);
  const nextDay = await memory.now();
  expect(nextDay).not.toBe(anew);
  expect(nextDay?.size).toBe(4);
});
