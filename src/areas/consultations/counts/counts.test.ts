import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { monthsOfFiscalYear } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { approver, secretariat } from '#areas/programs/index.ts';
import { counsellor } from '../access.ts';
import { openContact } from '../contacts/actions.ts';
import { updateContact } from '../contacts/store.ts';
import { makeDesk } from '../desks/fixtures.ts';
import type { Door } from '../desks/settings.ts';
import { deskPaths } from '../paths.ts';
import { callAttempts } from '../calls/tables.ts';
import { countContactsOfYear, countDeskMonths, countMissed, readCounts, readYear, sumBy } from './read.ts';
import { foldCounts, listCounts } from './store.ts';

const app = await testApp();
const { deskId, code } = await makeDesk(app.db);
const other = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId });
const office = await app.signIn(secretariat);
const tester = system('test');

function arrive(door: Door, at: string, fields: Record<string, unknown> = {}, desk = deskId) {
  const opening = { vault: app.tools.vault, deskId: desk, door, state: 'ended', inHours: true } as const;
  const arrivedAt = new Date(at);
  return openContact(app.db, tester, { ...opening, fields: { arrivedAt, ...fields } }, arrivedAt);
}
const counted = (kind: string, from = '2024-04', to = '2025-03') =>
  inTransaction(app.db, tester, (tx) => listCounts(tx, { kinds: [kind], from, to, deskId }));

test('who came out of hours, or whom nobody took, counts once at the place and once at each worry', async () => {
  const of = async (month: string) => await countMissed(app.db, { from: month, to: month });
  const whom = { municipality: '14201', worries: ['debt', 'income'] };
  await arrive('chat', '2023-07-10T03:00:00Z', { ...whom, endedAt: new Date(), endReason: 'no-answer' });
  await arrive('chat', '2023-07-11T03:00:00Z', { ...whom, endedAt: new Date(), endReason: 'prank' });
  const mail = await arrive('mail', '2023-07-12T13:00:00Z', { inHours: false });
  const missed = { why: 'unanswered', month: '2023-07', municipality: '14201', times: 1 };
  const night = { why: 'outside', month: '2023-07', municipality: '', times: 1 };
  const expected = [
    { ...missed, worry: '*' },
    { ...missed, worry: 'debt' },
    { ...missed, worry: 'income' },
    { ...night, worry: '*' },
    { ...night, worry: '' },
  ];
  expect(await of('2023-07')).toEqual(expect.arrayContaining(expected));
  expect(await of('2023-07')).toHaveLength(5);
  await inTransaction(app.db, tester, (tx) => updateContact(tx, mail.id, { worries: ['housing'] }));
  expect(await of('2023-07')).toContainEqual({ ...night, worry: 'housing' });
});

test('a call that nobody took tells neither place nor worry', async () => {
  const at = new Date('2023-08-10T03:00:00Z');
  await inTransaction(app.db, tester, async (tx) => {
    for (const [callId, result] of [
      ['1', 'busy'],
      ['2', 'answered'],
      ['3', 'out-of-hours'],
    ] as const)
      await tx.insert(callAttempts).values({ deskId, at, result, source: 'log', callId: `missed-${callId}` });
  });
  const all = await countMissed(app.db, { from: '2023-08', to: '2023-08' });
  expect(all.filter(({ worry }) => worry === '*').map(({ why, times }) => [why, times])).toEqual([
    ['unanswered', 1],
    ['outside', 1],
  ]);
  const [month] = await countDeskMonths(app.db, { months: ['2023-08'] });
  expect(month).toMatchObject({ deskId, calls: { answered: 1, busy: 1, 'out-of-hours': 1 }, doors: {} });
});

describe('counts follow the rows', () => {
  test('a month is Tokyo’s: the last minute of March belongs to the year before', async () => {
    await arrive('phone', '2024-03-31T14:59:00Z');
    await arrive('phone', '2024-03-31T15:00:00Z');
    expect(await counted('door', '2024-03', '2024-04')).toMatchObject([
      { month: '2024-03', a: 'phone', n: 1 },
      { month: '2024-04', a: 'phone', n: 1 },
    ]);
  });

  test('what is mended later is counted as it is now, folded or not', async () => {
    const contact = await arrive('mail', '2024-05-10T03:00:00Z', { worries: ['income', 'debt'] });
    await inTransaction(app.db, tester, foldCounts);
    await inTransaction(app.db, tester, (tx) =>
      updateContact(tx, contact.id, { worries: ['debt'], municipality: '14201' }),
    );
    const of = async (kind: string) =>
      (await counted(kind, '2024-05', '2024-05')).map(({ a, b, n }) => [a, b, n]);
    expect(await of('worry')).toEqual([['debt', 'mail', 1]]);
    expect(await of('worry-place')).toEqual([['debt', '14201', 1]]);
    await inTransaction(app.db, tester, foldCounts);
    expect(await of('worry')).toEqual([['debt', 'mail', 1]]);
    expect(await of('door')).toEqual([['mail', '', 1]]);
  });

  test('waiting goes into its bucket when somebody takes it', async () => {
    const contact = await arrive('chat', '2024-06-10T03:00:00Z');
    const takenAt = new Date('2024-06-10T03:00:40Z');
    await inTransaction(app.db, tester, (tx) => updateContact(tx, contact.id, { takenAt }));
    // A talk that was held is no waiting of zero seconds: the telephone's is what its exchange tells.
    await arrive('phone', '2024-06-11T03:00:00Z', { takenAt: new Date('2024-06-11T03:00:00Z') });
    expect(await counted('wait', '2024-06', '2024-06')).toMatchObject([{ a: 'chat', b: '60', n: 1 }]);
    const call = { deskId, at: new Date('2024-06-11T03:00:00Z'), source: 'import' };
    await inTransaction(app.db, tester, (tx) =>
      tx.insert(callAttempts).values([
        { ...call, result: 'answered', waitSeconds: 12, callId: 'wait-1' },
        { ...call, result: 'abandoned', waitSeconds: 90, callId: 'wait-2' },
        { ...call, result: 'answered', waitSeconds: null, callId: 'wait-3' },
      ]),
    );
    expect(await counted('call-wait', '2024-06', '2024-06')).toMatchObject([{ a: 'phone', b: '15', n: 1 }]);
  });

  test('an undone transaction counts nothing', async () => {
    const before = await counted('door');
    await inTransaction(app.db, tester, async (tx) => {
      const opening = {
        vault: app.tools.vault,
        deskId,
        door: 'visit',
        state: 'ended',
        inHours: true,
      } as const;
      await openContact(tx, tester, opening);
      throw new Error('no');
    }).catch(() => {});
    expect(await counted('door')).toEqual(before);
  });

  test('many at once lose nothing, also while they are folded', async () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      arrive('line', `2024-07-${(at % 28) + 1}T03:00:00Z`.replace(/-(\d)T/, '-0$1T')),
    );
    const folds = Array.from({ length: 5 }, () => inTransaction(app.db, tester, foldCounts));
    await Promise.all([...many, ...folds]);
    expect(await counted('door', '2024-07', '2024-07')).toMatchObject([{ a: 'line', n: 40 }]);
  });

  test('the counts of all contacts are what counting the rows says', async () => {
    const { rows } = await inTransaction(app.db, tester, (tx) =>
      tx.execute(sql`select door as a, count(*)::int as n from contacts where desk_id = ${deskId}
        and arrived_at >= '2024-03-31T15:00:00Z' and arrived_at < '2025-03-31T15:00:00Z' group by door order by door`),
    );
    const sums: Record<string, number> = {};
    for (const { a, n } of await counted('door')) sums[a] = (sums[a] ?? 0) + n;
    expect(
      Object.entries(sums)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([a, n]) => ({ a, n })),
    ).toEqual(rows);
  });
});

describe('who reads counts', () => {
  test('a desk its own, the secretariat all, nobody else any', async () => {
    await arrive('phone', '2024-08-01T03:00:00Z', {}, other.deskId);
    const url = deskPaths.counts.to({ deskId }, { year: 2024 });
    expect((await app.get(url, aoki)).status).toBe(200);
    expect((await app.get(deskPaths.counts.to({ deskId: other.deskId }), aoki)).status).toBe(404);
    expect((await app.get(deskPaths.allCounts.to({}), aoki)).status).toBe(403);
    const all = await textOf(await app.get(deskPaths.allCounts.to({}, { year: 2024 }), office));
    expect(all).toContain('すべての窓口');
    expect((await app.get(url, await app.signIn(approver))).status).toBe(403);
    const seen = await inTransaction(app.db, aoki.who, (tx) =>
      listCounts(tx, { kinds: ['door'], from: '2024-08', to: '2024-08' }),
    );
    expect(seen).toEqual([]);
  });

  test('the secretariat sees counts and no contact', async () => {
    const rows = await inTransaction(
      app.db,
      office.who,
      async (tx) => (await tx.execute(sql`select count(*)::int as n from contacts`)).rows,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});

test('a year goes out as CSV and as a workbook, and to a program’s measure by the door of the area', async () => {
  const csv = await (
    await app.get(deskPaths.counts.to({ deskId }, { year: 2024, format: 'csv' }), aoki)
  ).text();
  expect(csv).toMatch(/^年月,項目,内訳1,内訳2,件数\r\n/);
  expect(csv).toContain('2024-07,手段別の相談,line,,40');
  const book = await app.get(deskPaths.counts.to({ deskId }, { year: 2024, format: 'xlsx' }), aoki);
  expect(
    Buffer.from(await book.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const year = await inTransaction(app.db, tester, (tx) =>
    countContactsOfYear(tx, { desk: code, fiscalYear: 2024 }),
  );
  expect(year.line).toEqual({ total: 40, months: [0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, 0] });
});

test('a year says what its months say, whatever of it was folded', async () => {
  const { deskId: desk } = await makeDesk(app.db);
  const both = () =>
    inTransaction(app.db, tester, async (tx) => [
      await readYear(tx, { deskId: desk, fiscalYear: 2021 }),
      await readCounts(tx, { deskId: desk, months: monthsOfFiscalYear(2021) }),
    ]);
  const fold = () => inTransaction(app.db, tester, foldCounts);
  const told = { municipality: '14201', worries: ['debt', 'income'] };
  for (const at of ['2021-03-31T14:59:00Z', '2021-03-31T15:00:00Z', '2022-03-31T14:59:00Z'])
    await arrive('phone', at, told, desk);
  for (const step of ['', 'fold', 'more', 'fold']) {
    if (step === 'fold') await fold();
    if (step === 'more') await arrive('line', '2021-08-01T03:00:00Z', told, desk);
    const [year, months] = await both();
    if (!year || !months) throw new Error('nothing was read');
    for (const kind of ['door', 'worry', 'place', 'hour'])
      expect(sumBy(year, kind), `${kind} ${step}`).toEqual(sumBy(months, kind));
    expect(year.rows.filter(({ kind }) => kind === 'door')).toEqual(
      months.rows.filter(({ kind }) => kind === 'door'),
    );
  }
  const [year] = await both();
  expect(year && [sumBy(year, 'door'), sumBy(year, 'worry')]).toEqual([
    { phone: 2, line: 1 },
    { debt: 3, income: 3 },
  ]);
});
