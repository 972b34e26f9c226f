import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { deadlinePaths, referralPaths } from '../paths.ts';
import { referring } from '../referrals/fixtures.ts';
import { usualDeadlines } from './rules.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const other = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });
const { receiver, refer, move, run, mails } = referring(app, mori);
const page = (as = chief) => app.get(deadlinePaths.deadlines.to({}), as);
const settle = (change: Record<string, string>, as = chief) => {
  const usual = Object.fromEntries(
    Object.entries(usualDeadlines).map(([name, value]) => [name, String(value)]),
  );
  const fields = { organisationId, fromOn: tokyoDay(new Date()), ...usual, ...change };
  return app.post(deadlinePaths.deadlines.to({}), fields, as);
};
const day = 86_400_000;

test('the usual hold until a supervisor settles others, from a day on', async () => {
  expect(await textOf(await page())).toContain('標準の期日が使われます');
  expect(await textOf(await app.get(referralPaths.boxes.to({}), chief))).toContain('依頼の期日');
  const wrong = await settle({ answerDays: '0' });
  expect([wrong.status, (await textOf(wrong)).includes('返事を待つ日数は1から30までです')]).toEqual([
    422,
    true,
  ]);
  expect((await settle({ fromOn: '令和2年4月1日' })).status).toBe(422);
  expect((await settle({}, other)).status).toBe(403);
  expect((await settle({}, mori)).status).toBe(403);
  expect((await page(mori)).status).toBe(403);
});

test('referrals follow those of their sender as of the day on which they were sent', async () => {
  const to = await receiver({ account: false });
  const before = await refer(to);
  await move(before.referralId, 'send');
  await inTransaction(app.db, system('test'), (tx) =>
    tx.execute(
      sql`update referrals set requested_at = now() - interval '2 days' where id = ${before.referralId}::uuid`,
    ),
  );
  expect((await settle({ answerDays: '1' })).status).toBe(303);
  expect(await textOf(await page())).toContain('これまでとこれから');
  const to2 = await receiver({ account: false });
  const after = await refer(to2);
  await move(after.referralId, 'send');
  await run('referral.watch', {}, new Date(Date.now() + 0.9 * day));
  expect([await mails(to.mail), await mails(to2.mail)].map(({ length }) => length)).toEqual([0, 0]);
  await run('referral.watch', {}, new Date(Date.now() + 1.01 * day));
  expect([await mails(to.mail), await mails(to2.mail)].map(({ length }) => length)).toEqual([1, 1]);
});
