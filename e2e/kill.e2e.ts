import { createServer, type AddressInfo } from 'node:net';
import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { staff, wordsOf } from './support/desks.ts';
import { people, signedInPage, signIn } from './support/people.ts';
import { approve, prepareResults, propose } from './support/publication.ts';
import { copyOfDemo, startTsunagi, type Tsunagi } from './support/tsunagi.ts';

let browser: Browser;
let dataDir: string;
let tsunagi: Tsunagi;
let port: string;

beforeAll(async () => {
  dataDir = await copyOfDemo();
  port = await freePort();
  tsunagi = await startTsunagi({ dataDir, env: { PORT: port } });
  browser = await openBrowser();
});
afterAll(async () => {
  await tsunagi.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** What the two said to each other, in the order of the page; the guide's words left out. */
async function talkOf(page: Page, name: string, said: readonly string[]): Promise<string[]> {
  return (await wordsOf(page, name)).filter((line) => said.some((words) => line.includes(words)));
}

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return String(free);
}

test('the app is killed in mid-conversation: after its start every message that was acknowledged is on both screens', async () => {
  const { url } = tsunagi;
  const person = await newPage(browser, { width: 390 });
  const counsellor = await signedInPage(browser, { url, email: staff.women });
  // Whatever the hour: out of hours somebody leaves words, and a counsellor who is there may take them all the same.
  await person.goto(`${url}/talk/women`);
  await person.getByLabel(/いま、どんなことで/).fill('最初の言葉');
  await person.getByRole('button', { name: /話しはじめる|メッセージを残す/ }).click();
  await person.getByText('あなたの番号と合言葉').first().waitFor();
  const number = (await person.getByRole('definition').first().textContent())?.trim() ?? '';
  await person
    .getByRole('button', { name: /人と話す|相談員に読んでもらう/ })
    .first()
    .click();
  await counsellor.goto(`${url}/staff/consultations`);
  await counsellor
    .getByRole('link', { name: new RegExp(number) })
    .first()
    .click();
  await counsellor.getByRole('button', { name: '引き受ける', exact: true }).click();

  const said = ['最初の言葉'];
  const reply = counsellor.getByRole('textbox', { name: '返事' });
  const answer = person.getByRole('textbox', { name: '書く' });
  for (let turn = 1; turn <= 5; turn++) {
    for (const [box, page, words] of [
      [reply, person, `返事その${turn}`],
      [answer, counsellor, `言葉その${turn}`],
    ] as const) {
      await box.fill(words);
      await box.press('Control+Enter');
      await expect.poll(() => box.inputValue()).toBe('');
      await page.getByText(words, { exact: true }).waitFor();
      said.push(words);
    }
  }
  // The last words are acknowledged and perhaps not yet shown on the other side.
  await reply.fill('切れる直前の返事');
  await reply.press('Control+Enter');
  await expect.poll(() => reply.inputValue()).toBe('');
  said.push('切れる直前の返事');
  const ended = new Promise((done) => tsunagi.process.once('exit', done));
  tsunagi.process.kill('SIGKILL');
  await ended;
  await answer.fill('切れているあいだの言葉');
  await answer.press('Control+Enter');
  await person.getByText('送れませんでした').waitFor();

  tsunagi = await startTsunagi({ dataDir, env: { PORT: port } });
  await counsellor.getByText('切れる直前の返事').waitFor();
  await expect.poll(() => talkOf(person, 'やりとり', said), { timeout: 20_000 }).toHaveLength(said.length);
  await answer.press('Control+Enter');
  await counsellor.getByText('切れているあいだの言葉').waitFor({ timeout: 20_000 });
  said.push('切れているあいだの言葉');
  const inOrder = said.map((words) => expect.stringContaining(words));
  for (const [page, name] of [
    [person, 'やりとり'],
    [counsellor, '会話'],
  ] as const) {
    await expect.poll(() => talkOf(page, name, said)).toEqual(inOrder);
    await page.reload();
    expect(await talkOf(page, name, said)).toEqual(inOrder);
  }
}, 180_000);

test('the app is killed while it makes the files of an edition: nothing of it is there, and approving again publishes all', async () => {
  const { url } = tsunagi;
  const year = '令和6年度';
  const [office, second] = [await newPage(browser), await newPage(browser)];
  await signIn(office, { url, email: people.secretariat });
  await prepareResults(office, { url, year });
  await propose(office);
  await signIn(second, { url, email: people.approver });
  await second.goto(`${url}/staff/report`);
  await second.getByRole('link', { name: `開く ${year} 結果` }).click();
  const files = ['pptx', 'xlsx'].map((format) => `${url}/reports/2024/editions/2/report.${format}`);
  const statuses = async () => Promise.all(files.map(async (file) => (await fetch(file)).status));

  const ended = new Promise((done) => tsunagi.process.once('exit', done));
  const asked = second.waitForRequest((request) => request.method() === 'POST');
  let answered = false;
  second.on('response', (response) => (answered ||= response.request().method() === 'POST'));
  await second.getByRole('button', { name: '承認して公表する' }).click({ noWaitAfter: true });
  await asked;
  // Its numbers are written after some milliseconds; slides, workbook and PDF in two languages take seconds.
  await second.waitForTimeout(800);
  tsunagi.process.kill('SIGKILL');
  await ended;
  expect(answered).toBe(false);

  tsunagi = await startTsunagi({ dataDir, env: { PORT: port } });
  expect(await statuses()).toEqual([404, 404]);
  expect((await fetch(`${url}/reports/2024/editions/2`)).status).toBe(404);
  await approve(second, { url, year });
  expect(await statuses()).toEqual([200, 200]);
  expect((await fetch(`${url}/reports/2024/editions/2`)).status).toBe(200);
}, 180_000);
