import { sql } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { mainText } from './support/page.ts';
import { people, signedInPage, signIn } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { databaseOf, startTsunagi, type Tsunagi } from './support/tsunagi.ts';

let tsunagi: Tsunagi;
let browser: Browser;
let db: Database;
beforeAll(async () => {
  tsunagi = await startTsunagi();
  browser = await openBrowser();
  db = await databaseOf(tsunagi);
});
afterAll(async () => {
  await db?.close();
  await tsunagi.stop();
});

/** Time goes on for what is stored, since no test waits for a year. */
const move = (statement: ReturnType<typeof sql>) =>
  inTransaction(db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const course = '守秘義務と個人情報（例示）';
const ends = (at: string, email: string) =>
  move(sql`update training_certificates c set valid_until = now() + ${at}::interval from people p, training_courses t
    where p.id = c.person_id and p.email = ${email} and t.id = c.course_id and t.title_ja = ${course}`);

test.each([
  { javaScript: true, width: 1280, email: people.caseWorker, desk: '/staff/cases' },
  { javaScript: false, width: 390, email: people.counsellor, desk: '/staff/consultations' },
])(
  'a training that has ended closes the role of $email, and taking it again opens it',
  async ({ javaScript, width, email, desk }) => {
    const { url } = tsunagi;
    const page = await newPage(browser, { javaScript, width });
    const isOpen = async () => (await page.goto(`${url}${desk}`))?.status();
    await signIn(page, { url, email });
    expect(await isOpen()).toBe(200);

    await ends('10 days', email);
    await page.goto(`${url}/staff`);
    await expect.poll(() => mainText(page)).toContain('必要な研修の期限が近づいています');
    await expectSound(page, `training-warned-${width}`);
    expect(await isOpen()).toBe(200);

    await ends('0 days', email);
    expect(await isOpen()).toBe(403);
    await page.goto(`${url}/staff`);
    await expect.poll(() => mainText(page)).toContain('は閉じています');
    await page.getByRole('link', { name: '研修の予定を見る' }).click();
    await expectSound(page, `training-closed-${width}`);

    await page
      .getByRole('article')
      .filter({ hasText: course })
      .getByRole('button', { name: '申し込む' })
      .click();
    await expect.poll(() => mainText(page)).toContain('参加できます');
    await move(sql`update training_sessions s set starts_at = now() - interval '2 hours', ends_at = now()
      from training_courses t where t.id = s.course_id and t.title_ja = ${course} and s.ends_at > now()`);

    const keeper = await signedInPage(browser, { url, email: people.trainingKeeper, javaScript, width });
    await keeper.getByRole('link', { name: '研修の運営' }).first().click();
    await keeper.getByRole('link', { name: course }).click();
    await keeper.getByRole('table').first().getByRole('link').first().click();
    await keeper.getByRole('link', { name: '合言葉を大きく映す' }).click();
    await expectSound(keeper, `training-code-${width}`);
    const code = /今日の合言葉([2-9A-Z]{6})/.exec((await mainText(keeper)) ?? '')?.[1] ?? '';

    await page.reload();
    await page.getByLabel('合言葉（6文字）').fill(code);
    await page.getByRole('button', { name: '出席にする' }).click();
    await expect.poll(() => mainText(page)).toContain('修了証を開く');
    expect(await isOpen()).toBe(200);
    await move(sql`update training_sessions s set starts_at = now() + interval '5 days', ends_at = now() + interval '5 days 2 hours'
      from training_courses t where t.id = s.course_id and t.title_ja = ${course} and s.ends_at > now() - interval '10 minutes'`);
  },
);
