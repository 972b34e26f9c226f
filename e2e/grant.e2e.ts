import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokyoDay } from '#platform/dates.ts';
import { pixelOf } from '#areas/grants/applications/fixtures.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { type DeskWorld, startDeskWorld } from './support/desks.ts';
import { mailTo } from './support/mailbox.ts';
import { follow, press, shows, told } from './support/page.ts';
import { people, registerApp, signIn } from './support/people.ts';
import { printed } from './support/printed.ts';
import { expectSound } from './support/sound.ts';

const call = '子ども食堂応援補助金';
const name = '見本ゆうひ食堂';
const mail = 'yuhi-shokudo@example.jp';
const today = tokyoDay(new Date());

let world: DeskWorld;
let browser: Browser;
/** A telephone without scripts: nobody of a small group needs more. */
let group: Page;
let officer: Page;
let approver: Page;
let accountant: Page;
/** The way of the group's link, and the number of its application. */
let link = '';
let number = '';
let awardId = '';

beforeAll(async () => {
  world = await startDeskWorld();
  browser = await openBrowser();
  group = await newPage(browser, { javaScript: false, width: 390 });
  officer = await newPage(browser);
  approver = await newPage(browser, { width: 390 });
  accountant = await newPage(browser);
  await signIn(officer, { url: world.url, email: people.grantOfficer });
  await signIn(approver, { url: world.url, email: people.grantApprover });
  await signIn(accountant, { url: world.url, email: people.accountant });
  await registerApp(accountant, { url: world.url });
}, 240_000);
afterAll(() => world.stop());

const fill = (page: Page, label: RegExp, text: string) =>
  page.getByRole('textbox', { name: label }).first().fill(text);
const fillDay = (page: Page, label: RegExp, day: string) => page.getByLabel(label).first().fill(day);
const choose = (page: Page, question: RegExp, answer: string) =>
  page.getByRole('group', { name: question }).getByLabel(answer).check();
/** The call among those of an office; its option says the year as well. */
async function select(page: Page, form: string): Promise<void> {
  const field = page.getByRole('form', { name: form }).getByLabel(/^公募/);
  const option = field.getByRole('option', { name: new RegExp(call) });
  await field.selectOption(await option.getAttribute('value'));
}
const photo = (of: string) => ({
  name: `${of}.png`,
  mimeType: 'image/png',
  buffer: pixelOf(of),
});
const readAward = async () => {
  const [row] = await world.query(
    `select id, state, decided_yen::int as decided, paid_yen::int as paid, settled_yen::int as settled
      from grant_awards where application_id = (select id from grant_applications where number = $1)`,
    [number],
  );
  return row ?? {};
};

test('a group finds the call, sees in two minutes that it fits, writes page by page, and holds a receipt', async () => {
  await group.goto(`${world.url}/grants`);
  await follow(group, call);
  await expectSound(group, 'grant-call');
  await follow(group, '2分で確かめる');
  await choose(group, /県内で活動していますか/, 'はい');
  await choose(group, /同じ費用に/, 'いいえ');
  await press(group, '結果を見る');
  await shows(group, '申請できる見込みです');
  await expectSound(group, 'grant-fits');
  await follow(group, '申請を始める');
  await fill(group, /^あなたの名前/, '見本 夕');
  await fill(group, /^メールアドレス/, mail);
  await press(group, '書きはじめる');
  await group.waitForURL(/\/apply\/[\w-]{43}/);
  link = new URL(group.url()).pathname;
  expect(await mailTo(world.tsunagi.dataDir, { to: mail, saying: '/apply/' })).toMatch(/\/apply\/[\w-]{43}/);
  await expectSound(group, 'grant-application');
  await follow(group, '続きを書く');
  await choose(group, /^申請するのは/, '法人でない団体');
  await fill(group, /^名前（団体名）/, name);
  await fill(group, /^代表者の役職と名前/, '代表　見本 夕');
  await fill(group, /^住所/, '横浜市例示区見本町9-9-9');
  await fill(group, /^電話番号/, '045-000-0009');
  await expectSound(group, 'grant-applicant');
  await press(group, '保存して次へ');
  await fill(group, /^何のために使いますか/, '月に二回、夕方に食堂をひらくため。');
  await press(group, '保存して次へ');
  await group.getByRole('combobox', { name: /^活動する市区町村/ }).selectOption({ label: '横浜市' });
  await press(group, '保存して次へ');
  await writeCosts();
  await choose(group, /^概算払を希望しますか/, 'はい');
  await press(group, '保存して次へ');
  await fill(group, /^金融機関コード/, '0999');
  await fill(group, /^支店コード/, '123');
  await choose(group, /^口座の種類/, '普通');
  await fill(group, /^口座番号/, '7654321');
  await fill(group, /^口座名義/, 'ミホンユウヒシヨクドウ');
  await expectSound(group, 'grant-account');
  await press(group, '保存して次へ');
  await group.getByLabel(/「事業計画書」を選ぶ/).setInputFiles(photo('事業計画書'));
  await press(group, 'この書類を加える');
  await shows(group, '事業計画書.png');
  await expectSound(group, 'grant-papers');
  await follow(group, '次へ');
  await expectSound(group, 'grant-check');
  await group.getByLabel(/^書いたことに、間違いはありません/).check();
  await press(group, '申請を出す');
  await shows(group, '申請を受け付けました');
  await expectSound(group, 'grant-receipt');
  const [row] = await world.query(
    `select number from grant_applications order by submitted_at desc nulls last limit 1`,
  );
  number = String(row?.['number']);
  await shows(group, number);
});

/** Rows of costs are added without a script, and what was typed stays. */
async function writeCosts(): Promise<void> {
  const costs = [
    ['食材', '300000'],
    ['会場の光熱費', '50000'],
  ] as const;
  await press(group, '費用の行を増やす');
  for (const [at, [what, yen]] of costs.entries()) {
    await group
      .getByLabel(/^何に使うか/)
      .nth(at)
      .fill(what);
    await group.getByLabel(/^金額/).nth(at).fill(yen);
  }
  await expectSound(group, 'grant-costs');
  await press(group, '保存して次へ');
}

test('what is typed is saved while it is typed, and the link opens it as it was on another telephone', async () => {
  const typing = await newPage(browser, { width: 390 });
  await typing.goto(`${world.url}/grants`);
  await follow(typing, call);
  await follow(typing, '申請を始める');
  await fill(typing, /^あなたの名前/, '見本 途中');
  await fill(typing, /^メールアドレス/, 'tochu@example.jp');
  await press(typing, '書きはじめる');
  await typing.waitForURL(/\/apply\/[\w-]{43}/);
  const begun = new URL(typing.url()).pathname;
  await follow(typing, '続きを書く');
  await choose(typing, /^申請するのは/, '法人でない団体');
  await fill(typing, /^名前（団体名）/, '見本とちゅう食堂');
  await told(typing, '保存しました');
  const other = await newPage(browser, { width: 390 });
  await other.goto(world.url + begun);
  await follow(other, '続きを書く');
  expect(await other.getByRole('textbox', { name: /^名前（団体名）/ }).inputValue()).toBe('見本とちゅう食堂');
});

test('the officer checks it and puts it in a pack, the approver decides, and the letter is written', async () => {
  await officer.goto(`${world.url}/staff/grants/applications`);
  await select(officer, '絞り込む');
  await press(officer, '絞り込む');
  await expectSound(officer, 'grant-applications');
  await follow(officer, number);
  await officer.getByLabel('添付書類がそろっている').check();
  await press(officer, '保存する');
  await press(officer, '確認済みにする');
  await shows(officer, '確認済みにしました');
  await expectSound(officer, 'grant-review');
  await follow(officer, '決定のまとまりへ');
  await select(officer, '新しいまとまりを作る');
  await fill(officer, /^名前/, '第3回審査会');
  await press(officer, '作る');
  await shows(officer, number);
  await expectSound(officer, 'grant-pack');
  await press(officer, '決裁者に出す');
  await shows(officer, '決裁者に出しました');
  await approver.goto(`${world.url}/staff/grants/packs`);
  await follow(approver, '第3回審査会');
  await fill(approver, /^決定の理由/, '書類のとおりと認める。');
  await expectSound(approver, 'grant-decide');
  await press(approver, '決定する');
  await shows(approver, '交付1件・不交付0件を決定しました');
  await follow(approver, '通知書');
  await follow(approver, /号$/);
  await shows(approver, '交付決定通知書');
  await shows(approver, '175,000円');
  await expectSound(approver, 'grant-letter');
  const award = await readAward();
  expect(award).toMatchObject({ state: 'active', decided: 175_000, paid: 0 });
  awardId = String(award['id']);
});

test('the letter that the group reads by its link is one sheet of A4, and nothing of the page around it', async () => {
  await group.goto(`${world.url}${link}/letters`);
  await follow(group, '交付決定通知書');
  await shows(group, '175,000円');
  await expectSound(group, 'grant-own-letter');
  const { pages, paper } = await printed(group);
  expect({ pages, paper }).toEqual({ pages: 1, paper: [210, 297] });
  await group.emulateMedia({ media: 'print' });
  for (const around of ['banner', 'contentinfo', 'navigation'] as const)
    expect(await group.getByRole(around).count()).toBe(0);
  expect(await group.getByRole('heading', { level: 1 }).count()).toBe(0);
  expect(await group.getByRole('heading', { name: '交付決定通知書' }).count()).toBe(1);
  await group.emulateMedia({ media: 'screen' });
});

test('the group opens its decision by its link and asks for an advance, to which two people of the office say yes', async () => {
  await group.goto(world.url + link);
  await follow(group, '交付決定のページを開く');
  await shows(group, /実績報告を.*までに出してください/);
  await expectSound(group, 'grant-award');
  await follow(group, '概算払の請求');
  await fill(group, /^請求する額/, '140001');
  await fillDay(group, /^受け取りたい日/, today);
  await fill(group, /^必要な理由/, '会場の費用をさきに払うため');
  await press(group, '出す');
  await shows(group, /いま請求できるのは140,000円までです/);
  await expectSound(group, 'grant-advance');
  await fill(group, /^請求する額/, '140000');
  await press(group, '出す');
  await shows(group, '確認待ち');
  await officer.goto(`${world.url}/staff/grants/awards/${awardId}`);
  await expectSound(officer, 'grant-award-office');
  await press(officer, '確かめた（決裁に回す）');
  await shows(officer, '記録しました');
  await approver.goto(`${world.url}/staff/grants/awards/${awardId}`);
  await press(approver, '承認する');
  await shows(approver, '記録しました');
  const ordered = 'select kind, yen::int, state from grant_payments where award_id = $1';
  expect(await world.query(ordered, [awardId])).toEqual([
    { kind: 'advance', yen: 140_000, state: 'ordered' },
  ]);
});

test('the approver lets the payment pass, the accountant hands the file to the bank, and its statement says that it is paid', async () => {
  await approver.goto(`${world.url}/staff/grants/payments?state=ordered`);
  await expectSound(approver, 'grant-payments');
  const [order] = await world.query('select id from grant_payments where award_id = $1', [awardId]);
  await approver.goto(`${world.url}/staff/grants/payments/${String(order?.['id'])}`);
  await press(approver, '承認する');
  await shows(approver, '承認しました');
  await accountant.goto(`${world.url}/staff/grants/transfers`);
  await expectSound(accountant, 'grant-transfers');
  await accountant.getByRole('table').first().getByRole('link').first().click();
  await shows(accountant, 'ﾐﾎﾝﾕｳﾋｼﾖｸﾄﾞｳ');
  await expectSound(accountant, 'grant-planned');
  await press(accountant, 'この内容で銀行へ渡す');
  await shows(accountant, 'ファイルを受け取ってください');
  await expectSound(accountant, 'grant-transfer');
  const transferId = new URL(accountant.url()).pathname.split('/').at(-1);
  const [download] = await Promise.all([
    accountant.waitForEvent('download'),
    press(accountant, 'ファイルを受け取る'),
  ]);
  const file = await readFile(await download.path(), 'latin1');
  // One record of 120 bytes for the group: its bank and branch, its account, the yen.
  expect(file).toMatch(/20999.{15}123.{15}.{4}17654321.{30}0000140000/);
  await expectPaid(String(transferId));
});

/** The day of the transfer has come, and the bank's statement with it. */
async function expectPaid(transferId: string): Promise<void> {
  const [sent] = await world.query(
    'update grant_transfers set pay_on = $2 where id = $1 returning total_yen::int as yen',
    [transferId, today],
  );
  await accountant.goto(`${world.url}/staff/grants/statements`);
  await accountant.getByLabel(/^銀行のファイル/).setInputFiles({
    name: 'meisai.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`日付,出金,入金,摘要\r\n${today},${String(sent?.['yen'])},,総合振込\r\n`),
  });
  await press(accountant, '読み込む');
  await expectSound(accountant, 'grant-statement');
  await press(accountant, /まとめて照らし合わせる/);
  await shows(accountant, /行を照らし合わせました/);
  await accountant.goto(`${world.url}/staff/grants/transfers/${transferId}`);
  await shows(accountant, /支払を確認しました/);
  expect(await readAward()).toMatchObject({ paid: 140_000, settled: 0 });
}

test('it reports page by page with photographs of receipts; what is missing is said, and it is sent once whole', async () => {
  await group.goto(`${world.url}${link}/award`);
  await follow(group, '実績報告を書く');
  await fill(group, /^したこと/, '毎月二回、夕方に食堂をひらきました。');
  await expectSound(group, 'grant-report-work');
  await press(group, '保存して次へ');
  for (const [at, yen] of ['200000', '50000'].entries())
    await group
      .getByLabel(/^使った金額/)
      .nth(at)
      .fill(yen);
  await expectSound(group, 'grant-report-costs');
  await press(group, '保存して次へ');
  for (const what of ['食材', '会場の光熱費']) {
    const form = group.getByRole('form', { name: new RegExp(what) });
    await form.getByLabel(/^領収書の写真/).setInputFiles(photo(what));
    await form.getByRole('button', { name: /この領収書を付ける/ }).click();
    await shows(group, `${what}.png`);
  }
  await expectSound(group, 'grant-report-receipts');
  await follow(group, '次へ');
  await group
    .getByLabel(/^写真・ファイル/)
    .first()
    .setInputFiles(photo('領収書の写し'));
  await press(group, /この書類を付ける/);
  await shows(group, '領収書の写し.png');
  await follow(group, '次へ');
  await shows(group, '事業が終わった日を書いてください');
  await follow(group, /「したこと」を開く/);
  await fillDay(group, /^事業が終わった日/, today);
  await press(group, '保存して次へ');
  await follow(group, '確かめて出す');
  await expectSound(group, 'grant-report-check');
  await press(group, '実績報告を出す');
  await shows(group, '実績報告を出しました');
  await shows(group, '報告全体の確認用の値');
  await expect.poll(() => group.getByRole('button', { name: '実績報告を出す' }).count()).toBe(0);
});

test('the officer accepts what was for the work, the approver fixes the amount, the rest comes back, and the account closes', async () => {
  await officer.goto(`${world.url}/staff/grants/awards/${awardId}`);
  await follow(officer, '検査・額の確定のページ');
  await fill(officer, /^認める額：会場の光熱費/, '40000');
  await fill(officer, /^検査で分かったこと/, '一万円は期間の前の分でした。');
  await expectSound(officer, 'grant-inspection');
  await press(officer, '検査を終える');
  await shows(officer, '検査を終えました');
  await approver.goto(`${world.url}/staff/grants/awards/${awardId}/inspection`);
  await shows(approver, '補助金の額を120,000円に確定します');
  await expectSound(approver, 'grant-fix');
  await press(approver, '額を確定する');
  await shows(approver, '額を確定しました');
  await group.goto(`${world.url}${link}/award`);
  await shows(group, '返還待ち');
  await expectSound(group, 'grant-return');
  await accountant.goto(`${world.url}/staff/grants/returns`);
  await expectSound(accountant, 'grant-returns');
  await press(accountant, '入金を記録する');
  await shows(accountant, '入金を記録しました');
  await officer.goto(`${world.url}/staff/grants/awards/${awardId}`);
  await press(officer, 'この交付決定を終える');
  await shows(officer, '終えました');
  await group.reload();
  await shows(group, /すべて終わりました/);
  expect(await readAward()).toMatchObject({
    state: 'closed',
    decided: 120_000,
    paid: 120_000,
    settled: 120_000,
  });
});
