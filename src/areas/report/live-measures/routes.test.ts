import { describe, expect, test, vi } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { yearPaths } from '#areas/programs/paths.ts';
import { makeYear } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { publish, reportWorld } from '../editions/fixtures.ts';
import { measureFigure } from '../figures/named.ts';
import { countYear } from './actions.ts';
import { countLive } from './compute.ts';
import { registered } from './registry.ts';
import { listLiveValues } from './store.ts';

const app = await testApp();
const world = await reportWorld(app);
const desk = await makeDesk(app.db, { code: 'night' });
const page = (measureId: string) => `/staff/report/live/2024/${measureId}`;
const id = measureFigure(2024, world.calls);

type Role = 'secretariat' | 'approver' | 'reporter';
const get = (as: Role, url: string) => app.get(url, world[as]);
const post = (as: Role, url: string, fields: Readonly<Record<string, string | number>>) =>
  app.post(
    url,
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
    world[as],
  );

/** Contacts of the desk in a month of the year, as they are kept added up. */
async function contacts(month: string, n: number): Promise<void> {
  await inTransaction(app.db, system('test'), (tx) =>
    tx.execute(
      `insert into counts (desk_id, month, kind, a, b, n) values ('${desk.deskId}', '${month}', 'door', 'phone', '', ${n})`,
    ),
  );
}

describe('a measure that the product counts itself', () => {
  test('is bound by the bureau to a desk that is there, and to no other', async () => {
    const wrong = await post('reporter', page(world.calls), {
      live: 'contacts',
      desk: 'nowhere',
      door: 'phone',
    });
    expect(wrong.status).toBe(422);
    expect(await textOf(wrong)).toContain('そのコードの窓口・機関がありません');
    const bound = await post('reporter', page(world.calls), {
      live: 'contacts',
      desk: 'night',
      door: 'phone',
    });
    expect(bound.status).toBe(303);
  });

  test('asks each area once, however many measures are bound to however many desks', async () => {
    const statements = async () =>
      inTransaction(app.db, system('test'), async (tx) => {
        const asked = vi.spyOn(tx.$client, 'query');
        await countLive(tx, 2024, new Date());
        const count = asked.mock.calls.length;
        asked.mockRestore();
        return count;
      });
    const alone = await statements();
    const desks = await Promise.all(['day', 'dusk', 'dawn'].map((code) => makeDesk(app.db, { code })));
    expect(desks).toHaveLength(3);
    await inTransaction(app.db, system('test'), async (tx) => {
      for (const [at, desk_] of ['day', 'dusk', 'dawn'].entries())
        await tx.execute(
          `insert into live_bindings (thread, from_year, live, parameters, bound_at) select id, 2024, 'contacts', '{"desk":"${desk_}"}', now()
           from measures where id <> '${world.calls}' order by id offset ${at} limit 1`,
        );
    });
    expect(await statements()).toBe(alone);
    await inTransaction(app.db, system('test'), (tx) =>
      tx.execute(`delete from live_bindings where live = 'contacts' and parameters->>'desk' <> 'night'`),
    );
  });

  test('is no zero where there is nothing to count', async () => {
    expect(await textOf(await get('reporter', '/staff/report/live/2024'))).toContain('数えるものなし');
    const [value] = await inTransaction(app.db, system('test'), (tx) => listLiveValues(tx, 2024));
    expect(value?.value).toBeNull();
  });

  test('stands beside what was typed with the difference, and is taken over by one press', async () => {
    await contacts('2024-05', 60_000);
    await contacts('2024-06', 3000);
    expect((await post('secretariat', '/staff/report/live/2024/count', {})).status).toBe(303);
    const list = await textOf(await get('secretariat', '/staff/report/live/2024'));
    expect(list).toContain('63,468');
    expect(list).toContain('63,000');
    expect(list).toContain('-468');
    const stale = await post('reporter', `${page(world.calls)}/take`, { counted: 1, standing: 63_468 });
    expect(stale.status).toBe(303);
    expect(await textOf(await get('reporter', page(world.calls)))).toMatch(/入力された値 63,468/);
    await post('reporter', `${page(world.calls)}/take`, { counted: 63_000, standing: 63_468 });
    expect(await textOf(await get('reporter', page(world.calls)))).toMatch(/入力された値 63,000/);
  });

  test('is not anybody’s else: another bureau’s is not there, and the approver binds nothing', async () => {
    expect((await get('approver', '/staff/report/live/2024')).status).toBe(403);
    expect((await app.get('/staff/report/live/2024')).status).not.toBe(200);
  });

  test('is frozen with the edition: name, version and day, and the document behind it', async () => {
    await post('reporter', `${page(world.visitors)}/statement`, {
      title: '令和6年度の集計',
      issuer: '潮見県',
      place: '3ページ',
    });
    await publish(app, world);
    const text = await textOf(await app.get(`/figures/${id}`));
    expect(text).toContain('このシステムが、ふだんの仕事の記録から「相談の件数」として数えています');
    expect(text).toContain('数え方の第1版');
    expect(text).toContain('公表した値と同じでした。');
    expect(text).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2} の時点で数えました。/);
    expect(text).toMatch(/の報告担当が、.*仕事の記録から数えた値を引き継ぎました/);
    expect(text).not.toContain('報告 三');
    const other = await textOf(await app.get(`/figures/${measureFigure(2024, world.visitors)}`));
    expect(other).toContain('潮見県「令和6年度の集計」（3ページ）に書かれています。');
  });

  test('tells both versions where it is counted otherwise than the year before, and file and cell where it came by workbook', async () => {
    await makeYear(app.db, { year: 2025, bureaus: [world.reporter.organisationId] });
    expect((await app.post(yearPaths.carry.to({ year: '2024' }), {}, world.secretariat)).status).toBe(303);
    await contacts('2025-05', 70_000);
    const counted = registered('contacts');
    if (!counted) throw new Error('contacts are counted');
    Object.assign(counted, { version: 2 });
    await countYear(app.db, 2025);
    Object.assign(counted, { version: 1 });
    await inTransaction(app.db, system('test'), (tx) =>
      tx.execute(`insert into measure_values (measure_id, period, value) select measure_id, period, value from live_values
        where period = '2025' and value is not null on conflict (measure_id, period) do update set value = excluded.value`),
    );
    const origin = { via: 'workbook', by: 'reporter', sha256: 'b7'.repeat(32), cell: '実績!Q12' };
    await inTransaction(app.db, system('test'), (tx) =>
      tx.execute(`insert into measure_values (measure_id, period, value, origin, entered_at)
        select id, '2025', 211, '${JSON.stringify(origin)}', now() from measures where predecessor_id = '${world.visitors}'`),
    );
    await publish(app, world, { year: 2025 });
    const path = await app.get(`/figures/${measureFigure(2025, world.calls)}`);
    expect(await path.clone().text()).toContain(`<a class="figure" href="/figures/${id}">63,000件</a>`);
    const text = await textOf(path);
    expect(text).toContain('前の年度の数字は数え方の第1版、この数字は第2版です。定義が変わった');
    const other = await textOf(await app.get(`/figures/${measureFigure(2025, world.visitors)}`));
    expect(other).toContain('ファイルの中の場所：実績!Q12');
    expect(other).toContain('b7'.repeat(32));
  });

  test('leaves the edition as it is when the records change; staff are told what they say now', async () => {
    const before = await textOf(await app.get(`/figures/${id}`));
    await contacts('2024-07', 5);
    await countYear(app.db, 2024);
    const staff = await textOf(await get('secretariat', `/staff/report/figures/${id}`));
    expect(staff).toContain('公表した版は変わっていません。いまの記録から数えると 63,005件 です');
    expect(staff).toContain('報告 三');
    expect(staff).toContain('事業のページ');
    expect(await textOf(await app.get(`/figures/${id}`))).toBe(before);
    expect((await app.get(`/staff/report/figures/${id}`)).status).not.toBe(200);
  });
});
