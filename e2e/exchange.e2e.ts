import { sql } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { makeLog } from '#platform/log.ts';
import { matchJobs } from '#areas/partnerships/matches/jobs.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { mainText, press, told, unfold } from './support/page.ts';
import { people, signIn } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { databaseOf, startTsunagi, type Tsunagi } from './support/tsunagi.ts';

let tsunagi: Tsunagi;
let browser: Browser;
let db: Database;
let group: Page;
let company: Page;

beforeAll(async () => {
  tsunagi = await startTsunagi();
  browser = await openBrowser();
  db = await databaseOf(tsunagi);
  group = await newPage(browser, { javaScript: false, width: 390 });
  company = await newPage(browser);
  await signIn(group, { url: tsunagi.url, email: people.groupAgent });
  await signIn(company, { url: tsunagi.url, email: people.companyAgent });
});
afterAll(async () => {
  await db?.close();
  await tsunagi.stop();
});

/** The five short answers. */
async function ask(page: Page, what: string): Promise<void> {
  await page.getByRole('link', { name: '申し込む', exact: true }).click();
  for (const [label, words] of [
    [/^1\. 何を/, what],
    [/^2\. いつ/, '来月のはじめ'],
    [/^3\. どこで/, '見本市内'],
    [/^4\. だれが/, '担当の職員1人'],
    [/^5\. なぜ/, '近くで長く活動しているためです'],
  ] as const)
    await page.getByLabel(label).fill(words);
  await expectSound(page, 'exchange-ask');
  await press(page, '申し出を送る');
  await told(page, '申し出を送りました');
}

describe('a company and a group, from a need to thanks', () => {
  const title = '朝食の会の食材費を探しています';
  let needUrl = '';
  let matchUrl = '';

  test('the group writes what it needs and publishes it', async () => {
    await group.goto(`${tsunagi.url}/staff/partnerships/exchange/new?side=need&kind=money`);
    await group.getByLabel(/^題名/).fill(title);
    await group.getByLabel(/^内容/).fill('月に二度、朝の食卓を開いています。');
    await group.getByLabel('金額').fill('50,000');
    await group.getByLabel(/^資金の種類/).selectOption('donation');
    await group.getByLabel(/^使い道/).fill('食材の購入');
    await group.getByLabel(/^終わりの日/).fill(addDays(tokyoDay(new Date()), 60));
    await press(group, '下書きにする');
    await told(group, '下書きにしました');
    await press(group, '公開する');
    await told(group, '公開しました');
    await expectSound(group, 'exchange-need');
    needUrl = new URL(group.url()).pathname;
    await expect.poll(() => mainText(group)).toContain(title);
  });

  test('the company answers it by five questions', async () => {
    await company.goto(tsunagi.url + needUrl);
    await ask(company, '食材費として5万円');
    matchUrl = new URL(company.url()).pathname;
    expect(await mainText(company)).not.toContain('@');
  });

  test('both talk, agree, and the group says what arrived and thanks', async () => {
    await group.goto(tsunagi.url + matchUrl);
    await press(group, '話を進める');
    await told(group, '話し合いを始めました');
    await group
      .getByRole('textbox', { name: /^メッセージ/ })
      .fill('ありがとうございます。電話は045-000-0001です。');
    await press(group, '送る');
    await company.reload();
    await expect.poll(() => mainText(company)).toContain('連絡先は表示しません');
    expect(await mainText(company)).not.toContain('045-000-0001');
    await unfold(company, '合意の案を書く');
    await company.getByLabel(/^合意すること/).fill('食材費5万円を来月はじめに');
    await company.getByLabel(/^受け渡しの予定日/).fill(addDays(tokyoDay(new Date()), 7));
    await press(company, '相手に確かめてもらう');
    await group.reload();
    await expectSound(group, 'exchange-agree');
    await press(group, 'この内容で合意する');
    await unfold(group, '受け取りを記録する');
    await group.getByLabel(/^受け取った量/).fill('50000');
    await press(group, '受け取りを記録する');
    await unfold(group, 'お礼を書く');
    await group.getByLabel(/^お礼のことば/).fill('温かい朝食になりました。');
    await group.getByLabel('相手が同意したら、公開してよい').check();
    await press(group, 'お礼を書く');
    await company.reload();
    await expect.poll(() => mainText(company)).toContain('温かい朝食になりました。');
    await press(company, 'お礼を公開してよい');
    await expectSound(company, 'exchange-thanks');
    await group.goto(`${tsunagi.url}/partners/thanks`);
    await expect.poll(() => mainText(group)).toContain('温かい朝食になりました。');
  });
});

describe('a company that leaves a request without an answer', () => {
  const offer = '冷凍食品を毎月お渡しできます';

  test('rests, and everybody sees that its offers do', async () => {
    await group.goto(`${tsunagi.url}/partners/exchange?side=offer`);
    await group.getByRole('link', { name: offer }).click();
    await group.getByRole('link', { name: '申し込む', exact: true }).click();
    await ask(group, '毎月30食');
    // Time goes on for what is stored, and one silence is enough: no test waits for two weeks, or three times.
    await inTransaction(db, system('test'), async (tx) => {
      await tx.execute(sql`update matches set asked_at = asked_at - interval '15 days',
        waits_since = waits_since - interval '15 days' where status = 'proposed'`);
    });
    await inTransaction(db, system('test'), (tx) =>
      tx.execute(sql`insert into match_discipline (first_reminder_days, second_reminder_days, lapse_days, pause_after,
        rate_from, requests_per_day, same_text_most) values (3, 7, 14, 1, 5, 5, 3)`),
    );
    const watch = matchJobs({ publicUrl: tsunagi.url }).find(({ name }) => name === 'match.watch');
    await watch?.run({ db, who: system('match.watch'), now: new Date(), log: makeLog('silent') }, {});
    await company.goto(`${tsunagi.url}/staff/partnerships/matches`);
    await expect.poll(() => mainText(company)).toContain('お休み中です');
    await expectSound(company, 'exchange-resting');
    await group.goto(`${tsunagi.url}/partners/exchange?side=offer`);
    expect(await mainText(group)).not.toContain(offer);
  });

  test('comes back by one press', async () => {
    await press(company, '再開する');
    await group.goto(`${tsunagi.url}/partners/exchange?side=offer`);
    await expect.poll(() => mainText(group)).toContain(offer);
  });
});
