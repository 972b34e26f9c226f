import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { beginTalk, type DeskWorld, staff, startDeskWorld } from './support/desks.ts';
import { row, told } from './support/page.ts';
import { signedInPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';

let world: DeskWorld;
let browser: Browser;
let counsellor: Page;
let supervisor: Page;
beforeAll(async () => {
  world = await startDeskWorld();
  await world.openDesk('women');
  browser = await openBrowser();
  counsellor = await signedInPage(browser, { url: world.url, email: staff.women });
  supervisor = await signedInPage(browser, { url: world.url, email: staff.womenSupervisor });
});
afterAll(() => world.stop());

/** To a page of one's desk by its tab. */
async function open(page: Page, tab: string): Promise<void> {
  await page.goto(`${world.url}/staff/consultations`);
  await page.getByRole('link', { name: tab, exact: true }).click();
  await page.getByRole('navigation', { name: '窓口の画面' }).getByRole('link', { name: tab }).waitFor();
}

const lastContact = async (door: string) =>
  (await world.query('select * from contacts where door = $1 order by created_at desc limit 1', [door]))[0];

describe('a telephone talk', () => {
  test('is written down within 60 seconds by the keyboard alone, while one talks', async () => {
    await open(counsellor, '電話を記録');
    const { keyboard } = counsellor;
    const started = Date.now();
    await expect
      .poll(() => counsellor.evaluate('document.activeElement?.getAttribute("name")'))
      .toBe('worries');
    const type = (text: string) => keyboard.type(text, { delay: 60 });
    await type('4 3');
    await keyboard.press('Tab');
    await type('1');
    await keyboard.press('Tab');
    await type('家賃を二か月払えていない。仕事が減った。大家さんに話すのがこわい。');
    await keyboard.press('Tab');
    await type('住居確保給付金のことを伝えた。');
    await keyboard.press('Tab');
    await type('2');
    await keyboard.press('Tab');
    await type('来週、窓口に一緒に行く。');
    await keyboard.press('Tab');
    await type('1');
    await keyboard.press('Control+Enter');
    await told(counsellor, '記録しました');
    expect((Date.now() - started) / 1000).toBeLessThan(60);
    expect(await lastContact('phone')).toMatchObject({
      worries: ['rent_loan', 'income'],
      main_worry: 'rent_loan',
      risk: 1,
      outcome: 'informed',
      about: 'self',
      state: 'ended',
    });
    await expectSound(counsellor, 'phone-log');
  });

  test('is written down without scripts too, and a wrong number loses nothing', async () => {
    const plain = await signedInPage(browser, {
      url: world.url,
      email: staff.women,
      javaScript: false,
      width: 390,
    });
    await open(plain, '来所を記録');
    await plain.getByLabel('困りごと（番号）').fill('99');
    await plain.getByLabel('話の内容').fill('窓口まで歩いて来た');
    await plain.getByRole('button', { name: '記録して終える' }).click();
    await plain.getByText('99番はありません').first().waitFor();
    await expect.poll(() => plain.getByLabel('話の内容').inputValue()).toBe('窓口まで歩いて来た');
    await plain.getByLabel('困りごと（番号）').fill('2');
    await plain.getByRole('button', { name: '記録して終える' }).click();
    await told(plain, '記録しました');
    await expectSound(plain, 'visit-log-plain');
    await plain.getByRole('link', { name: '紙の様式を印刷する' }).click();
    await plain.getByRole('heading', { level: 1, name: '来所の記録（紙の様式）' }).waitFor();
    await expectSound(plain, 'visit-paper');
    await plain.context().close();
  });
});

test('the desk’s report of the year says the document’s four figures, and more was never counted', async () => {
  await open(supervisor, '数で見る');
  await supervisor.getByRole('link', { name: '令和6年度' }).click();
  const table = supervisor.getByRole('table', { name: '手段別・月別の件数' }).last();
  const sums = async () =>
    (await table.getByRole('row').last().getByRole('cell').allTextContents()).map((text) => text.trim());
  await expect.poll(sums).toEqual(['3,115', '1,398', '103', '873', '5,489']);
  await expectSound(supervisor, 'desk-year');
  await supervisor.getByRole('link', { name: '2月', exact: true }).click();
  await supervisor.getByRole('heading', { level: 1, name: '2025年2月の月報' }).waitFor();
  await expectSound(supervisor, 'desk-month');
});

test('a supervisor opens the desk’s own pages: duty, settings, phrases, records', async () => {
  for (const [tab, title] of [
    ['記録を探す', '記録を探す'],
    ['当番', '当番'],
    ['窓口の決まり', '窓口の決まり'],
  ] as const) {
    await open(supervisor, tab);
    await supervisor.getByRole('heading', { level: 1, name: title }).waitFor();
    await expectSound(supervisor, `desk-${tab}`);
    // The demo world has its people planned.
    if (tab === '当番')
      await supervisor
        .getByText(/9:00.*17:00.*見本 青木|見本 青木.*9:00.*17:00/)
        .first()
        .waitFor();
  }
  await supervisor.getByRole('link', { name: '言い回し', exact: true }).click();
  await supervisor.getByText('/hello はじめの挨拶').waitFor();
  const mails = await world.query(
    `select door from contacts c join desks d on d.id = c.desk_id where d.code = 'livelihood' and c.state = 'waiting' and door <> 'notice'`,
  );
  expect(mails).toEqual([{ door: 'mail' }]);
  const form = supervisor.getByRole('form', { name: '言い回しを足す' });
  await form.getByLabel(/^短い名前/).fill('greet');
  await form.getByLabel(/^見出し/).fill('はじめに');
  await form.getByRole('textbox', { name: /^言い回し/ }).fill('{窓口}です。お話を聞かせてください。');
  await form.getByRole('button', { name: '保存する' }).click();
  await supervisor.getByText('/greet はじめに').waitFor();
  await expectSound(supervisor, 'desk-phrases');
});

test('a phrase goes into the reply by its short name and Tab, the cursor behind it', async () => {
  const person = await newPage(browser, { width: 390 });
  await beginTalk(person, { url: world.url, desk: 'women', text: 'だれかいますか' });
  await person.getByRole('button', { name: '人と話す' }).click();
  await counsellor.goto(`${world.url}/staff/consultations`);
  await counsellor
    .getByRole('navigation', { name: '待っている人と話している人' })
    .getByRole('link')
    .first()
    .click();
  await counsellor.getByRole('button', { name: '引き受ける' }).click();
  const reply = counsellor.getByRole('textbox', { name: '返事' });
  await reply.click();
  await counsellor.keyboard.type('/greet');
  await counsellor.keyboard.press('Tab');
  await expect.poll(() => reply.inputValue()).toBe('女性総合相談窓口です。お話を聞かせてください。');
  await counsellor.keyboard.press('Control+Enter');
  await person.getByText('女性総合相談窓口です。お話を聞かせてください。').waitFor();
  await person.context().close();
});

test('words go when their promised days are over: the nightly run erases them, and everybody reads that it did', async () => {
  const person = await newPage(browser, { width: 390 });
  const { number } = await beginTalk(person, { url: world.url, desk: 'women', text: '消えるはずの言葉' });
  await person.getByRole('button', { name: '相談を終える' }).click();
  await person.getByText('この相談は終わりました').waitFor();
  await person.getByRole('heading', { name: 'よかったら、3つだけ教えてください' }).waitFor();
  await expectSound(person, 'talk-survey');
  await person.getByRole('group', { name: 'また相談したいと思いますか' }).getByLabel('はい').check();
  await person.getByRole('button', { name: '答える' }).click();
  await person.getByText('答えてくださって、ありがとうございました').waitFor();
  await world.query(`update contacts set ended_at = now() - interval '91 days' where number = $1`, [number]);
  await world.query(`select graphile_worker.add_job('contacts.erase', '{}'::json)`);
  const erased = () =>
    world.query(
      `select sealed_key is null as key, (select count(*)::int from messages m where m.contact_id = c.id) as words
       from contacts c where number = $1`,
      [number],
    );
  await expect.poll(erased, { timeout: 20_000 }).toEqual([{ key: true, words: 0 }]);
  await person.goto(`${world.url}/talk/promises`);
  await person.getByText('10件未満').first().waitFor();
  await expectSound(person, 'talk-promises');
  await open(supervisor, '窓口の決まり');
  await supervisor.getByRole('link', { name: '消去', exact: true }).click();
  await row(supervisor, /チャット\s*90/).waitFor();
  await expectSound(supervisor, 'desk-retention');
  await person.context().close();
});
