import { expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { caseWorker } from '#areas/cases/index.ts';
import { referring } from '#areas/cases/referrals/fixtures.ts';
import { makeCounts } from '#areas/consultations/counts/fixtures.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { counsellor } from '#areas/consultations/index.ts';
import { makeOwner, makeService } from '#areas/directory/services/fixtures.ts';
import { makeMoves } from '#areas/grants/counts/fixtures.ts';
import { makeMember } from '#areas/partnerships/members/fixtures.ts';
import { approver } from '#areas/programs/index.ts';
import { makeProgram } from '#areas/programs/programs/fixtures.ts';
import { collectionWorld } from '#areas/programs/rounds/fixtures.ts';
import { makeCourse, makeHeld } from '#areas/training/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { staffReportPaths as paths } from '../paths.ts';
import { groupsOf } from './groups.ts';
import { readDashboard } from './read.ts';

const app = await testApp();
const world = await collectionWorld(app, { deadlineOn: tokyoDay(new Date()) });
const office = world.secretariat;
const month = '2024-11';
const { deskId } = await makeDesk(app.db);

const row = (of: string, kind: string, a: string, n: number) => ({ month: of, kind, a, b: '', n });
await makeCounts(app.db, deskId, [
  row('2024-11', 'door', 'phone', 73),
  row('2024-11', 'door', 'mail', 4),
  row('2023-11', 'door', 'phone', 61),
  row('2024-11', 'call', 'answered', 73),
  row('2024-11', 'call', 'busy', 27),
  row('2024-10', 'door', 'phone', 555),
]);
const call = {
  programId: world.programIds['夜の相談'] ?? '',
  bureauId: world.welfare.organisationId,
  fiscalYear: 2024,
};
await makeMoves(app.db, call, [
  { kind: 'decide', yen: 900_000, on: '2024-06-01' },
  { kind: 'release', yen: 100_000, on: '2024-07-01' },
  { kind: 'pay', yen: 300_000, on: '2024-11-30' },
  { kind: 'pay', yen: 200_000, on: '2024-12-01' },
]);
await makeService(app.db, { organisationId: await makeOwner(app.db), publish: true });

const page = async (as = office) => textOf(await app.get(paths.headquarters.to({}, { month }), as));

test('the headquarters reads it, a desk does not', async () => {
  expect((await app.get(paths.headquarters.to({}), await app.signIn(approver))).status).toBe(200);
  const desk = await app.signIn(counsellor, { organisationId: deskId });
  expect((await app.get(paths.headquarters.to({}), desk)).status).toBe(403);
  expect((await app.get(paths.headquarters.to({}))).status).toBe(303);
});

test('every number is that of its source, beside the same month of the year before, on the page and in the file', async () => {
  const text = await page();
  expect(text).toContain('令和6年11月');
  expect(text).toMatch(/決定 800,000 0 支払い 300,000 0/);
  expect(text).toMatch(/夜の相談 0 800,000 300,000/);
  expect(text).not.toContain('555');
  const file = await (await app.get(paths.headquarters.to({}, { month, format: 'csv' }), office)).text();
  for (const line of [
    '相談,方法ごとの件数,電話,令和6年11月,73,件',
    '相談,方法ごとの件数,電話,令和5年11月,61,件',
    '令和6年11月,77,件',
    '電話の応答率',
    '令和6年11月,73,％',
    'お金,事業ごとの予算・決定・支払い,夜の相談,支払い,300000,円',
    '事業の進み具合,課題,出された,いまの状態,0,件',
    '支援情報の新しさ,確認の期限と支援情報,未確認,いまの状態,1,件',
    '未着手,2,件',
  ])
    expect(file).toContain(line);
});

test('each number leads to the page behind it, as far as the reader may open it', async () => {
  const html = async (as = office) => (await app.get(paths.headquarters.to({}, { month }), as)).text();
  const links = (text: string) =>
    [...text.matchAll(/href="(\/staff\/[^"]+)">元の数を見る/g)].map(([, url]) => url);
  const all = links(await html());
  expect(all.length).toBeGreaterThan(6);
  for (const as of [office, await app.signIn(approver), world.welfare])
    for (const url of new Set(links(await html(as))))
      expect((await app.get(url ?? '', as)).status, `${url}`).toBe(200);
});

test('every part has its tables, every picture the table of its numbers, and each the page that they come from', async () => {
  const groups = groupsOf(
    'ja',
    await readDashboard(app.db, office.who, { month, now: new Date() }),
    office.who,
  );
  expect(groups.map(({ id }) => id)).toEqual([
    'portfolio',
    'money',
    'contacts',
    'referrals',
    'directory',
    'partners',
    'training',
  ]);
  const html = await (await app.get(paths.headquarters.to({}, { month }), office)).text();
  const tables = [...html.matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) => table);
  const panels = groups.flatMap((group) => group.panels);
  expect(panels.filter(({ picture }) => picture !== 'none').length).toBeGreaterThan(4);
  for (const { title, labels, series, source } of panels) {
    expect(source, title).toBeDefined();
    expect(html, title).toContain(`href="${source}"`);
    const table = tables.find(
      (each) => barely(/<caption[\s\S]*?<\/caption>/.exec(each)?.[0] ?? '') === title,
    );
    expect(table, title).toBeDefined();
    for (const [at, label] of labels.entries()) {
      const row = [...(table ?? '').matchAll(/<tr[\s\S]*?<\/tr>/g)].find(([each]) => each.includes(label));
      const cells = [...(row?.[0] ?? '').matchAll(/<td[\s\S]*?<\/td>/g)].map(([each]) => barely(each));
      for (const value of series.map(({ values }) => values[at] ?? null))
        if (value !== null) expect(cells, `${title} ${label}`).toContain(formatNumber('ja', value));
    }
  }
});

const barely = (markup: string) => markup.replace(/<[^>]+>/g, '').trim();

test('referrals that go on are counted by who received them, and apart those that wait longer than their sender allows', async () => {
  const { receiver, refer, move } = referring(app, await app.signIn(caseWorker));
  const to = await receiver({ account: true });
  const { referralId } = await refer(to);
  const referralsOn = async (days: number) =>
    (await readDashboard(app.db, office.who, { month, now: new Date(Date.now() + days * 86_400_000) }))
      .referrals;
  expect(await referralsOn(0)).toEqual([]);
  await move(referralId, 'send');
  expect(await referralsOn(0)).toEqual([{ kind: expect.any(String), open: 1, tooLong: 0 }]);
  expect(await referralsOn(60)).toEqual([{ kind: expect.any(String), open: 1, tooLong: 1 }]);
  const file = await (await app.get(paths.headquarters.to({}, { month, format: 'csv' }), office)).text();
  expect(file).toMatch(/つなぎ,続いているつなぎ,[^,]+,続いている,1,件/);
  expect(file).toMatch(/つなぎ,続いているつなぎ,[^,]+,期限を過ぎた,0,件/);
});

test('members stand as of the end of the month, and how many of the directory’s entries are fresh as a share', async () => {
  await makeMember(app.db, { joinedOn: '2024-11-30', until: '2025-11-30' });
  await makeMember(app.db, { joinedOn: '2024-12-01', until: '2025-12-01' });
  const file = await (await app.get(paths.headquarters.to({}, { month, format: 'csv' }), office)).text();
  expect(file).toContain('連携,連携の数,会員,令和6年11月,1,団体');
  expect(file).toContain('連携,連携の数,会員,令和5年11月,0,団体');
  expect(file).toMatch(
    /支援情報の新しさ,期限内に確認されている割合,期限内に確認されている割合,いまの状態,0,％/,
  );
});

test('trainings are those that were held in the month: how often, attendances, and people, each once', async () => {
  const courseId = await makeCourse(app.db, office.organisationId);
  const held = (on: string, ...mails: string[]) =>
    makeHeld({ db: app.db, vault: app.tools.vault }, { courseId, on, mails });
  await held('2024-11-01', 'a@example.jp', 'b@example.jp', 'c@example.jp');
  await held('2024-11-30', 'a@example.jp', 'd@example.jp');
  await held('2024-12-01', 'e@example.jp');
  await held('2023-11-15', 'a@example.jp');
  const file = await (await app.get(paths.headquarters.to({}, { month, format: 'csv' }), office)).text();
  for (const line of [
    '研修,研修の数,開催,令和6年11月,2,回',
    '研修,研修の数,出席（延べ）,令和6年11月,5,名',
    '研修,研修の数,出席（実）,令和6年11月,4,名',
    '研修,研修の数,開催,令和5年11月,1,回',
    '研修,研修の数,出席（延べ）,令和5年11月,1,名',
  ])
    expect(file).toContain(line);
});

test('a reporter sees the entries of their own bureau, and the deadline is told when it is past', async () => {
  const own = await page(world.health);
  expect(own).toMatch(/局ごとの実績の回答/);
  const tomorrow = new Date(Date.now() + 86_400_000);
  const late = await readDashboard(app.db, world.health.who, { month, now: tomorrow });
  expect(late.portfolio.map(({ organisationId }) => organisationId)).toEqual([world.health.organisationId]);

  const all = await readDashboard(app.db, office.who, { month, now: tomorrow });
  expect(groupsOf('ja', all, office.who)[0]?.warning).toContain('締切を過ぎて');
  expect(groupsOf('ja', { ...all, today: tokyoDay(new Date()) }, office.who)[0]?.warning).toBeUndefined();
});

test('more programs, desks and referrals take no more statements', async () => {
  const before = await statementsOf();
  for (const nameJa of ['一つめ', '二つめ', '三つめ'])
    await makeProgram(app.db, {
      organisationId: world.welfare.organisationId,
      nameJa,
      slug: `p-${nameJa.length}-${Math.random()}`.replace('.', '-'),
    });
  const other = await makeDesk(app.db);
  await makeCounts(app.db, other.deskId, [{ month, kind: 'door', a: 'mail', b: '', n: 5 }]);
  expect(await statementsOf()).toBe(before);
  expect(before).toBeLessThan(60);
});

/** How many statements the page asks of the database, with beginnings and ends of transactions. */
async function statementsOf(): Promise<number> {
  let statements = 0;
  const { pool } = app.db;
  const connect = async () => {
    const client = await pool.connect();
    return new Proxy(client, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (key === 'query') statements += 1;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  const counting = { ...app.db, pool: { connect } } as unknown as Database;
  await readDashboard(counting, office.who, { month, now: new Date() });
  return statements;
}
