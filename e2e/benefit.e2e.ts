import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pixel } from '#areas/grants/applications/fixtures.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { type DeskWorld, startDeskWorld } from './support/desks.ts';
import { follow, press, shows } from './support/page.ts';
import { people, registerApp, signIn } from './support/people.ts';
import { expectSound } from './support/sound.ts';

/** Somebody who does not exist, and needs two things for the same start. */
const person = { name: '見本 ひなた', birth: '2006-07-07' };
const needs = [
  { use: '受験・進学', why: '大学の受験料と交通費（例示）', yen: '33000' },
  { use: '一人暮らしを始める', why: '初めての部屋の布団（例示）', yen: '41000' },
] as const;

let world: DeskWorld;
let browser: Browser;
/** On the way with the person: a telephone, without scripts. */
let partner: Page;
let officer: Page;
let approver: Page;
let accountant: Page;
let call = '';

beforeAll(async () => {
  world = await startDeskWorld();
  browser = await openBrowser();
  partner = await newPage(browser, { javaScript: false, width: 390 });
  officer = await newPage(browser);
  approver = await newPage(browser, { width: 390 });
  accountant = await newPage(browser);
  const { url } = world;
  await signIn(partner, { url, email: people.grantPartner });
  await signIn(officer, { url, email: people.grantOfficer });
  await signIn(approver, { url, email: people.grantApprover });
  await signIn(accountant, { url, email: people.accountant });
  await registerApp(accountant, { url });
  const [row] = await world.query("select id from grant_calls where slug = 'youth-start'");
  call = `${url}/staff/grants/benefits/calls/${String(row?.['id'])}`;
}, 240_000);
afterAll(() => world.stop());

const choose = (page: Page, question: RegExp, answer: string) =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();
const tick = (page: Page, form: string, label: RegExp) =>
  page.getByRole('form', { name: form }).getByLabel(label).check();
/** 延べ and 実, as the page of the call says them. */
async function counts(): Promise<{ total: number; distinct: number }> {
  await officer.goto(call);
  const said =
    (await officer
      .getByText(/延べ[\d,]+人、実[\d,]+人/)
      .first()
      .textContent()) ?? '';
  const [total = 0, distinct = 0] = (said.match(/[\d,]+/g) ?? []).map((text) =>
    Number(text.replaceAll(',', '')),
  );
  return { total, distinct };
}

/** What was paid for the two benefits, and what of it is accounted for. */
const moneyOfBoth = () =>
  world.query(`select a.paid_yen::int as paid, a.settled_yen::int as settled
    from grant_benefits b join grant_awards a on a.id = b.award_id order by b.serial desc limit 2`);

async function fillIn({ use, why, yen }: (typeof needs)[number], birth = person.birth): Promise<void> {
  await partner.getByLabel(/^名前/).fill(person.name);
  await partner.getByLabel(/^生年月日/).fill(birth);
  await choose(partner, /県内に住んでいる/, 'はい');
  await choose(partner, /同じ費用に/, 'いいえ');
  await choose(partner, /^使いみち/, use);
  await partner.getByLabel(/^どんなことに使いますか/).fill(why);
  await partner.getByLabel(/^申請する金額/).fill(yen);
  await partner.getByLabel(/^本人に、何を残し/).check();
  await press(partner, /^申請する$/);
}

test('a partner group asks together with the person; what does not fit is said and not kept', async () => {
  await partner.goto(`${world.url}/staff/grants/benefits`);
  await expectSound(partner, 'benefit-list');
  await follow(partner, /^申請する.*子ども・若者未来応援/);
  await expectSound(partner, 'benefit-ask');
  await fillIn(needs[0], '1970-01-01');
  await shows(partner, '条件に合わないところ（入力した内容は残していません）');
  await shows(partner, /40歳以上の方は/);
  await expectSound(partner, 'benefit-unmet');
  await fillIn(needs[0]);
  await shows(partner, '申請しました');
  await expectSound(partner, 'benefit-asked');
  await partner.goto(`${world.url}/staff/grants/benefits`);
  await follow(partner, /^申請する.*子ども・若者未来応援/);
  await fillIn(needs[1]);
  await shows(partner, '申請しました');
  const asked = await world.query(
    `select yen::int, state from grant_benefits where state = 'asked' order by serial desc limit 2`,
  );
  expect(asked).toEqual([
    { yen: 41_000, state: 'asked' },
    { yen: 33_000, state: 'asked' },
  ]);
});

test('the officer checks, the approver decides; one person who is helped twice counts twice, and once', async () => {
  const before = await counts();
  for (const back of [1, 0]) {
    const [row] = await world.query('select id from grant_benefits order by serial desc offset $1 limit 1', [
      back,
    ]);
    await officer.goto(`${world.url}/staff/grants/benefits/${String(row?.['id'])}`);
    await shows(officer, person.name);
    if (back === 1) await expectSound(officer, 'benefit-check');
    await press(officer, '内容を確かめて、決裁に回す');
    await shows(officer, '決裁に回しました');
  }
  await approver.goto(call);
  for (const yen of [/33,000円/, /41,000円/]) await tick(approver, '選んだ給付の支給を決定する', yen);
  await expectSound(approver, 'benefit-decide');
  await press(approver, '選んだ給付の支給を決定する');
  await shows(approver, '2件の支給を決定しました');
  const after = await counts();
  expect([after.total - before.total, after.distinct - before.distinct]).toEqual([2, 1]);
});

test('the money goes to the group by four hands', async () => {
  await officer.goto(call);
  for (const yen of [/33,000円/, /41,000円/]) await tick(officer, '選んだ給付を支払に回す', yen);
  await expectSound(officer, 'benefit-pay');
  await press(officer, '選んだ給付を支払に回す');
  await shows(officer, '2件を支払に回しました');
  await approver.goto(`${world.url}/staff/grants/payments?state=ordered`);
  await press(approver, '選んだ支払を承認する');
  await shows(approver, /件の支払を承認しました/);
  await accountant.goto(`${world.url}/staff/grants/transfers`);
  await accountant.getByRole('table').first().getByRole('link').first().click();
  await shows(accountant, 'ﾄｸﾋ)ﾐﾎﾝﾐﾅﾄﾉﾋ');
  // Two transfers to one account in one file are shown before it goes.
  await shows(accountant, '同じ口座への振込が二つ以上あります');
  await press(accountant, 'この内容で銀行へ渡す');
  await shows(accountant, 'ファイルを受け取ってください');
  expect(await moneyOfBoth()).toEqual([
    { paid: 41_000, settled: 0 },
    { paid: 33_000, settled: 0 },
  ]);
});

test('the group hands it on with a receipt, the officer looks at it, and the trail tells every hop', async () => {
  const [row] = await world.query('select id from grant_benefits order by serial desc offset 1 limit 1');
  const page = `${world.url}/staff/grants/benefits/${String(row?.['id'])}`;
  await partner.goto(page);
  await choose(partner, /^渡し方/, '現金');
  await partner
    .getByLabel(/^受領書/)
    .setInputFiles({ name: '受領書.png', mimeType: 'image/png', buffer: pixel });
  await expectSound(partner, 'benefit-hand-on');
  await partner
    .getByRole('form', { name: '本人に渡したことを記録する' })
    .getByRole('button', { name: '記録する' })
    .click();
  await shows(partner, '記録しました');
  await partner.getByText('その後の様子を報告する').first().click();
  await choose(partner, /^どうなりましたか/, '進学した');
  await partner
    .getByRole('form', { name: 'その後の様子を報告する' })
    .getByRole('button', { name: '記録する' })
    .click();
  await shows(partner, '報告しました');
  await officer.goto(call);
  await tick(officer, '選んだ受領書を確かめた', /33,000円/);
  await expectSound(officer, 'benefit-confirm');
  await press(officer, '選んだ受領書を確かめた');
  await shows(officer, '1件の受領を確かめました');
  await partner.goto(page);
  await shows(partner, '受領を確かめた');
  for (const hop of ['財源（予算・寄附）', '支給決定', /^支払（/, '本人へ（現金）', '確認ずみ'])
    await shows(partner, hop);
  await expectSound(partner, 'benefit-settled');
  expect(await moneyOfBoth()).toEqual([
    { paid: 41_000, settled: 0 },
    { paid: 33_000, settled: 33_000 },
  ]);
});
