import { eq, sql } from 'drizzle-orm';
import { bigint, date, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { anonymous, system, type Who } from '../access.ts';
import { record } from '../audit/ledger.ts';
import { Conflict } from '../errors.ts';
import { organisations, people } from '../people/tables.ts';
import { testDatabase } from '../testing/database.ts';
import { inTransaction } from './database.ts';
import { insertOfRows, preparedInsert, preparedInsertAll, preparedSelect, runPrepared } from './prepared.ts';

const db = await testDatabase();
const insertOrganisation = preparedInsert(organisations, { suffix: 'on conflict (code) do nothing' });
const row = (code: string) => ({
  id: crypto.randomUUID(),
  kind: 'npo',
  code,
  nameJa: '見本の会',
  nameEn: null,
  localGovernmentCode: null,
  closedAt: null,
  createdAt: new Date('2025-04-01T00:00:00Z'),
});

test('a row goes in as the builder would write it, again and again on the same connection', async () => {
  const rows = [row('one'), row('two')];
  await inTransaction(db, system('test'), async (tx) => {
    for (const each of rows) expect(await insertOrganisation(tx, each)).toEqual({ written: true });
    for (const each of rows)
      expect(await tx.select().from(organisations).where(eq(organisations.id, each.id))).toEqual([each]);
    expect(await insertOrganisation(tx, row('one'))).toEqual({ written: false });
  });
});

test('days and lists go in as the builder would write them', async () => {
  const told = pgTable('told', { day: date('day', { mode: 'string' }), codes: text('codes').array() });
  const insertTold = preparedInsert(told);
  await inTransaction(db, system('test'), async (tx) => {
    await tx.execute(sql`create temporary table told (day date, codes text[]) on commit drop`);
    expect(await insertTold(tx, { day: '2025-12-31', codes: ['{a', 'b"'] })).toEqual({ written: true });
    expect(await tx.select().from(told)).toEqual([{ day: '2025-12-31', codes: ['{a', 'b"'] }]);
  });
});

test('many rows go in at once, those that are there already left as they are', async () => {
  const insertAll = preparedInsertAll(organisations, { suffix: 'on conflict (code) do nothing' });
  const rows = Array.from({ length: 300 }, (_, at) => ({
    ...row(`many-${at}`),
    nameEn: `Group “${at}”, {a,b}`,
  }));
  await inTransaction(db, system('test'), async (tx) => {
    expect(await insertAll(tx, [])).toBe(0);
    expect(await insertAll(tx, rows)).toBe(300);
    expect(await insertAll(tx, [row('many-0'), row('many-more')])).toBe(1);
    const [last] = rows.slice(-1);
    const found = await tx.select().from(organisations).where(eq(organisations.code, 'many-299'));
    expect(found).toEqual([last]);
  });
});

test('a row comes out as the builder would read it: days as text, moments as dates, lists, documents, nothing as null', async () => {
  const everything = pgTable('everything_read', {
    day: date('day', { mode: 'string' }),
    at: timestamp('at', { withTimezone: true, mode: 'date' }),
    codes: text('codes').array(),
    told: jsonb('told'),
    count: bigint('count', { mode: 'number' }),
    nothing: text('nothing'),
  });
  const select = preparedSelect(everything, { name: 'test_everything', condition: 'where t.day = $1' });
  await inTransaction(db, system('test'), async (tx) => {
    await tx.execute(
      sql`create temp table everything_read (day date, at timestamptz, codes text[], told jsonb, count bigint, nothing text)`,
    );
    const row = {
      day: '2026-04-01',
      at: new Date('2026-11-26T01:02:03.456Z'),
      codes: ['a', 'b"c'],
      told: { x: [1] },
      count: 5e9,
      nothing: null,
    };
    await tx.insert(everything).values(row);
    expect(await tx.select().from(everything)).toEqual([row]);
    for (let turn = 0; turn < 3; turn += 1) expect(await select(tx, '2026-04-01')).toEqual([row]);
    expect(await select(tx, '2026-04-02')).toEqual([]);
  });
});

test('row-level security holds for whoever acts, though the plan was made for another', async () => {
  const secret = { name: 'test_people', text: 'select count(*)::int as count from audit_events' };
  const asked = (who: Who) =>
    inTransaction(
      db,
      who,
      async (tx) => (await runPrepared<{ count: number }>(tx, secret, [])).rows[0]?.count,
    );
  await inTransaction(db, system('test'), (tx) =>
    record(tx, { event: 'test.done', subject: { kind: 'test', id: '1' } }, new Date()),
  );
  const insert = inTransaction(db, anonymous, (tx) => insertOrganisation(tx, row('three')));
  await expect(insert).rejects.toMatchObject({ code: '42501' });
  for (let turn = 0; turn < 12; turn += 1)
    expect(await asked(turn % 2 ? anonymous : system('test'))).toBe(turn % 2 ? 0 : 1);
});

test('rows of several tables go in by one statement, or none of them', async () => {
  const told = insertOfRows(organisations, { place: 1, only: `code <> 'left-out'` });
  const others = insertOfRows(people, { place: 2, suffix: 'on conflict do nothing' });
  const text = `with organisations_written as (${told.text}) ${others.text}`;
  const person = {
    id: crypto.randomUUID(),
    email: 'both@example.jp',
    name: '見本 花子',
    lang: 'ja',
    passwordHash: null,
    failedTries: 0,
    lockedUntil: null,
    disabledAt: null,
    createdAt: new Date('2025-04-01T00:00:00Z'),
  };
  const insertBoth = (codes: readonly string[], them: readonly (typeof person)[]) =>
    inTransaction(db, system('test'), (tx) =>
      runPrepared(tx, { name: 'test_both', text }, [told.told(codes.map(row)), others.told(them)]),
    );
  const have = (code: string) =>
    inTransaction(db, system('test'), (tx) =>
      tx.select().from(organisations).where(eq(organisations.code, code)),
    );
  await insertBoth(['both', 'left-out'], [person]);
  expect(await have('both')).toHaveLength(1);
  expect(await have('left-out')).toEqual([]);
  const other = { ...person, id: crypto.randomUUID(), email: 'other@example.jp' };
  await expect(insertBoth(['both'], [other])).rejects.toEqual(new Conflict('organisations_code'));
  const found = await inTransaction(db, system('test'), (tx) =>
    tx.select().from(people).where(eq(people.id, other.id)),
  );
  expect(found).toEqual([]);
});

test('lists go in as they are, also long ones of numbers', async () => {
  const listed = pgTable('listed', { numbers: integer('numbers').array(), texts: text('texts').array() });
  const insertListed = preparedInsertAll(listed);
  const rows = [
    {
      numbers: Array.from({ length: 500 }, (_, at) => (at % 2 ? -at : 2 ** 31 - 1 - at)),
      texts: ['a,b', '{"}', 'NULL'],
    },
    { numbers: [], texts: [] },
    { numbers: null, texts: null },
  ];
  await inTransaction(db, system('test'), async (tx) => {
    await tx.execute(sql`create temp table listed (numbers int[], texts text[])`);
    await insertListed(tx, rows);
    expect(await tx.select().from(listed)).toEqual(rows);
  });
});
