import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type PersonWho, system } from '../access.ts';
import { testDatabase } from '../testing/database.ts';
import { inTransaction, type Tx } from './database.ts';
import { together } from './together.ts';

const db = await testDatabase();
await db.owner.query(
  `create table heard (said text primary key, by text, checked int); grant all on heard to tsunagi_app`,
);
const it = system('test');

const person = (personId: string): PersonWho => ({
  kind: 'person',
  personId,
  name: '見本',
  sessionId: crypto.randomUUID(),
  memberships: [],
});

/** Writes what is said; what is said wrongly, or twice, the database refuses. */
function hearing() {
  const parts: string[][] = [];
  const hear = together(async (tx: Tx, said: readonly string[]) => {
    parts.push([...said]);
    for (const each of said)
      await tx.execute(
        sql`insert into heard values (${each}, ${tx.who.kind === 'person' ? tx.who.personId : 'it'}, ${each.includes('wrong') ? sql`1 / 0` : 1})`,
      );
    return said.map((each) => `heard ${each}`);
  });
  return { hear, parts };
}
const heard = async (like: string) =>
  (await db.owner.query(`select said, by from heard where said like '${like}%' order by said`)).rows;

test('what comes while one is under way goes together in the next, and each hears its own answer', async () => {
  const { hear, parts } = hearing();
  const said = ['a0', 'a1', 'a2', 'a3'];
  expect(await Promise.all(said.map((each) => hear(db, it, each)))).toEqual(
    said.map((each) => `heard ${each}`),
  );
  expect(parts).toEqual([['a0'], ['a1', 'a2', 'a3']]);
  expect(await hear(db, it, 'a4')).toBe('heard a4');
  expect((await heard('a')).map(({ said: each }) => each)).toEqual([...said, 'a4']);
});

test('the first does not wait for those who come after it', async () => {
  const { hear } = hearing();
  const order: string[] = [];
  const said = ['g0', 'g1', 'g2'].map((each) => hear(db, it, each).then(() => order.push(each)));
  await said[0];
  expect(order).toEqual(['g0']);
  await Promise.all(said);
});

test('no more than fifty go at once', async () => {
  const { hear, parts } = hearing();
  await Promise.all(Array.from({ length: 120 }, (_, at) => hear(db, it, `b${at}`)));
  expect(parts.map(({ length }) => length)).toEqual([1, 50, 50, 19]);
});

test('two persons never go together; two sessions of one do', async () => {
  const { hear, parts } = hearing();
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  await Promise.all([one, other, one, other, one].map((id, at) => hear(db, person(id), `c${at}`)));
  expect(parts.toSorted((a, b) => (a.join() < b.join() ? -1 : 1))).toEqual([
    ['c0'],
    ['c1'],
    ['c2', 'c4'],
    ['c3'],
  ]);
  expect((await heard('c')).map(({ by }) => by)).toEqual([one, other, one, other, one]);
});

test('where one fails the others are done, once, and it hears why', async () => {
  const { hear } = hearing();
  const answers = await Promise.allSettled(['d0', 'd1', 'd2 wrong', 'd3'].map((each) => hear(db, it, each)));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(answers[2]).toMatchObject({ reason: { cause: { message: 'division by zero' } } });
  expect((await heard('d')).map(({ said }) => said)).toEqual(['d0', 'd1', 'd3']);
});

test('a commit that is lost is told to all and not tried again: what it did is not known', async () => {
  let times = 0;
  const lose = together(async (tx: Tx, asked: readonly number[]) => {
    times += 1;
    if (asked.length > 1) await tx.execute(sql`select 1 / 0`).catch(() => {});
    return asked;
  });
  const answers = await Promise.allSettled([0, 1, 2].map((each) => lose(db, it, each)));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(times).toBe(2);
  expect(await lose(db, it, 3)).toBe(3);
});

test('whoever asks in the moment in which the last one is done is not forgotten', async () => {
  const { hear } = hearing();
  for (let moments = 0; moments < 30; moments += 1) {
    await hear(db, it, `f${moments} first`);
    for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
    expect(await hear(db, it, `f${moments} then`)).toBe(`heard f${moments} then`);
  }
});

test('inside of a transaction it is part of that', async () => {
  const { hear } = hearing();
  const undone = inTransaction(db, it, async (tx) => {
    expect(await hear(tx, it, 'e0')).toBe('heard e0');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await heard('e')).toEqual([]);
});
