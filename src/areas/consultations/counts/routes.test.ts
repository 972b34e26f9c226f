import { beforeAll, describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { readWorkbook } from '#ui/workbook/read.ts';
import { testApp } from '#src/app.testing.ts';
import { secretariat } from '#areas/programs/index.ts';
import { counsellor } from '../access.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { deskPaths } from '../paths.ts';
import { insertCountChanges } from './store.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db);
const to = { deskId };
const aoki = await app.signIn(counsellor, { organisationId: deskId });
const office = await app.signIn(secretariat);
const stranger = await app.signIn(counsellor, { kind: 'desk' });

const row = (month: string, kind: string, a: string, n: number, b = '') => ({ deskId, month, kind, a, b, n });

beforeAll(() =>
  inTransaction(app.db, system('test'), (tx) =>
    insertCountChanges(tx, [
      row('2024-02', 'door', 'phone', 70),
      row('2025-01', 'door', 'phone', 90),
      row('2025-02', 'door', 'phone', 111),
      row('2025-02', 'door', 'line', 40),
      row('2025-02', 'answered', 'line', 30),
      row('2025-02', 'call', 'answered', 111),
      row('2025-02', 'call', 'abandoned', 333),
      row('2025-02', 'call', 'busy', 7),
      row('2025-02', 'call', 'out-of-hours', 25),
      row('2025-02', 'wait', 'line', 30, '60'),
      row('2025-02', 'call-wait', 'phone', 10, '15'),
      row('2025-01', 'wait', 'mail', 2, 'over'),
      row('2025-02', 'worry', 'debt', 47, 'phone'),
      row('2025-02', 'worry', 'violence', 3, 'line'),
      row('2025-02', 'place', '14201', 7, 'phone'),
      row('2025-02', 'surveyed', 'chat', 4),
      row('2025-02', 'survey', 'again', 3, 'yes'),
      row('2025-02', 'survey', 'again', 1, 'no'),
    ]),
  ),
);

const page = async (url: string, as = aoki) => textOf(await app.get(url, as));
const month = deskPaths.month.to({ deskId, month: '2025-02' });

describe('a month as it is filed', () => {
  test('stands beside the month before and that of the year before, rates with what they are of', async () => {
    const shown = await page(month);
    expect(shown).toContain('2025年2月の月報');
    expect(shown).toContain('電話（件） 111 90 70');
    expect(shown).toContain('電話がかかってきた数（件） 476');
    expect(shown).toContain('つながった電話（件） 111');
    expect(shown).toContain('つながらなかった電話（あきらめた・話し中）（件） 340');
    expect(shown).toContain('時間外にかかってきた電話（件） 25');
    expect(shown).toContain('つながった数 ÷ 時間内にかかってきた数 24.6');
    expect(shown).toMatch(/文字の相談で、人が応えた割合（%）.+ 75/);
    expect(shown).toMatch(/LINEで待った時間（9割の人）（秒）[^（]+ 57/);
    expect(shown).toMatch(/電話で待った時間（半分の人）（秒）[^（]+ 8/);
    // The lines of every way stand in each month: one that had none this month is told in its own line.
    expect(shown).toMatch(/メールで待った時間（9割の人）（秒）[^（]+ ― 60分超/);
    expect(shown).toContain('また相談したいと思いますか 3 0 1 4 75');
  });

  test('goes out as CSV and as a workbook', async () => {
    const csv = await (await app.get(`${month}?format=csv`, aoki)).text();
    expect(csv).toContain('2025-02,困りごと,violence,line,3');
    expect(csv).not.toContain('2025-01');
    const file = await (await app.get(`${month}?format=xlsx`, aoki)).arrayBuffer();
    const book = await readWorkbook(new Uint8Array(file));
    if (!book.ok) throw new Error(book.refusal);
    const cells = book.value.map(({ name, rows }) => [
      name,
      rows.map((line) => line.map((cell) => cell?.value)),
    ]);
    const [doors, figures] = cells.map(([, lines]) => lines as unknown[][]);
    expect(cells.map(([name]) => name)).toEqual(['相談件数', '主な数']);
    expect(doors).toContainEqual(['月', '電話', 'LINE', 'メール', 'チャット', '来所', '合計']);
    expect(doors).toContainEqual(['2025-02', 111, 40, 0, 0, 0, 151]);
    expect(figures?.map((line) => line.slice(0, 3))).toEqual(
      expect.arrayContaining([
        ['電話がかかってきた数', 476, '件'],
        ['電話がつながった割合', 24.6, '%'],
        ['LINEで待った時間（9割の人）', 57, '秒'],
      ]),
    );
  });

  test('is not there for others, nor for a month that is none', async () => {
    expect((await app.get(month, stranger)).status).toBe(404);
    expect((await app.get(deskPaths.month.to({ deskId, month: '2025-13' }), aoki)).status).toBe(404);
  });
});

describe('beyond the desk', () => {
  test('what people are like is rounded, and few are told as few; how much a desk does is told exactly', async () => {
    const [own, beyond] = [await page(month), await page(month, office)];
    expect(own).toContain('14201 7 0 0 0 0 7');
    expect(own).not.toContain('丸めています');
    expect(beyond).toContain('丸めています');
    expect(beyond).toContain('14201 10件未満');
    expect(beyond).toContain('電話（件） 111 90 70');
    expect(beyond).toContain('10件未満：DV・虐待');
    expect(beyond).toContain('45');
    expect(beyond).not.toContain('記録を探す');
  });

  test('its files say no more than its pages', async () => {
    const csv = await (await app.get(`${month}?format=csv`, office)).text();
    expect(csv).toContain('2025-02,困りごと,debt,,45');
    expect(csv).toContain('2025-02,困りごと,violence,,*');
    expect(csv).toContain('2025-02,住んでいるところ,14201,,*');
    expect(csv).toContain('2025-02,手段別の相談,phone,,111');
    const year = await (
      await app.get(deskPaths.allCounts.to({}, { year: 2024, format: 'csv' }), office)
    ).text();
    expect(year).toContain('2024-04/2025-03,困りごと,violence,,*');
    expect(year).not.toMatch(/violence.*,3\r\n/);
  });
});

test('the course begins at the first month or at the one that is asked for; a year without numbers gives way to the latest', async () => {
  const url = (query: Record<string, string> = {}) => deskPaths.counts.to(to, query);
  const all = await page(url());
  expect(all).toContain('令和6年度の相談');
  expect(all).toContain('2024/02 70 0 0 0 70');
  const since = await page(url({ since: '2025-02' }));
  expect(since).toContain('2025/02 111 0 0 40 151');
  expect(since).not.toContain('2025/01');
});
