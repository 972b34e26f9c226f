import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { type DeskWorld, startDeskWorld } from './support/desks.ts';
import { people, signedInPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';

let world: DeskWorld;
let browser: Browser;
let telephone: Page;

beforeAll(async () => {
  world = await startDeskWorld();
  browser = await openBrowser();
  telephone = await signedInPage(browser, { url: world.url, email: people.surveyor, width: 390 });
}, 240_000);
afterAll(() => world.stop());

const sent = async () => {
  const rows = await world.query(
    `select e.seen, e.sequence, e.removed, e.values, s.title from field_survey_edits e join field_surveys s on s.id = e.survey_id
     where s.state = 'open' and e.received_at > now() - interval '10 minutes' and (e.values ->> 'note') is not null order by e.received_at, e.sequence`,
  );
  return rows;
};

async function write(page: Page, { seen, note }: { seen: string; note: string }): Promise<void> {
  await page.getByLabel('どこで').selectOption({ label: '横須賀市' });
  await page.getByLabel('見かけた人数').fill(seen);
  await page.getByLabel('公園・河川敷').check();
  await page.getByLabel('食べもの').check();
  await page.getByLabel('気づいたこと').fill(note);
  await page.getByRole('button', { name: '書きとめる' }).click();
}

test('answers are written without a network, also on a page that is opened again, and go out once when there is one', async () => {
  await telephone.goto(`${world.url}/staff`);
  await telephone.getByRole('link', { name: '実態調査' }).first().click();
  await telephone.getByRole('link', { name: '回答を書く' }).first().click();
  await telephone.locator('[data-kept=yes]').waitFor();
  await expectSound(telephone, 'field-survey');
  const context = telephone.context();
  await context.setOffline(true);
  await write(telephone, { seen: '2', note: '毛布がない。山田さんに聞いた' });
  await telephone.getByText('この端末に残っています').waitFor();
  await telephone.reload();
  await telephone.getByText('横須賀市 2人').waitFor();
  await write(telephone, { seen: '5', note: '二つ目' });
  await telephone.getByText('横須賀市 5人').waitFor();
  // Written again without a network: both states are sent, and the second holds.
  await telephone
    .getByRole('listitem')
    .filter({ hasText: '5人' })
    .getByRole('button', { name: 'なおす' })
    .click();
  await telephone.getByLabel('見かけた人数').fill('6');
  await telephone.getByRole('button', { name: '書きとめる' }).click();
  await telephone.getByText('横須賀市 6人').waitFor();
  expect(await sent()).toEqual([]);
  await context.setOffline(false);
  await telephone.reload();
  await telephone.getByText('書いた回答はすべて送りました').waitFor();
  await telephone.reload();
  await telephone.getByText('書いた回答はすべて送りました').waitFor();
  const rows = await sent();
  expect(rows.map(({ seen, sequence }) => [seen, sequence])).toEqual([
    [2, 1],
    [5, 1],
    [6, 2],
  ]);
  expect(JSON.stringify(rows)).not.toContain('山田');
});

test('nothing is lost when the sign-in has ended meanwhile', async () => {
  const context = telephone.context();
  const cookies = await context.cookies();
  await context.setOffline(true);
  await write(telephone, { seen: '3', note: '三つ目' });
  await telephone.getByText('この端末に残っています').waitFor();
  // Before the network is back: what waits is sent at that moment.
  await context.clearCookies();
  await context.setOffline(false);
  await telephone.evaluate(() => window.dispatchEvent(new Event('online')));
  await telephone.getByText('サインインの期限が切れました').waitFor();
  expect((await sent()).length).toBe(3);
  await context.addCookies(cookies);
  await telephone.evaluate(() => window.dispatchEvent(new Event('online')));
  await telephone.getByText('書いた回答はすべて送りました').waitFor();
  expect((await sent()).length).toBe(4);
});

test('who reads the results sees tables, and few people are not told', async () => {
  const office = await signedInPage(browser, { url: world.url, email: people.secretariat });
  await office.goto(`${world.url}/staff/field-surveys`);
  await office.getByRole('link', { name: '住居不安定者実態調査（前回）' }).click();
  await office.getByRole('link', { name: '結果を見る' }).click();
  await office.getByRole('heading', { name: '市区町村ごと' }).waitFor();
  const table = office.getByRole('table', { name: '市区町村ごと' });
  await expect.poll(() => table.getByRole('row').count()).toBeGreaterThan(2);
  await expectSound(office, 'field-survey-results');
  await office.goto(`${world.url}/staff/field-surveys`);
  await office.getByRole('link', { name: '住居不安定者実態調査', exact: true }).click();
  await office.getByRole('link', { name: '結果を見る' }).click();
  await expect.poll(() => table.textContent()).toContain('少数');
});
