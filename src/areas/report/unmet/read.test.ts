import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { caseWorker } from '#areas/cases/index.ts';
import { referring } from '#areas/cases/referrals/fixtures.ts';
import { makeCounts } from '#areas/consultations/counts/fixtures.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { makeTwoCities, makeUnmet } from '#areas/directory/unmet/fixtures.ts';
import { makeBenefits } from '#areas/grants/counts/fixtures.ts';
import { makeAwards } from '#areas/grants/payments/fixtures.ts';
import { secretariat } from '#areas/programs/index.ts';
import { testApp } from '#src/app.testing.ts';
import { staffReportPaths as paths } from '../paths.ts';
import { readLacks } from './read.ts';
import type { Source } from './rules.ts';

const app = await testApp();
const now = new Date();
const today = tokyoDay(now);
const month = today.slice(0, 7);
const ago = (days: number) => addDays(today, -days);
const lately = { from: ago(120).slice(0, 7), to: month };
await makeTwoCities(app.db);

const lacksOf = async (source: Source) =>
  (await readLacks(app.db, lately, now))
    .filter((lack) => lack.source === source)
    .map(({ place, worry, times }) => [place, worry, times]);

test('a search without result stands where and of what somebody looked', async () => {
  await makeUnmet(app.db, {
    topic: 'debt',
    municipality: '99201',
    why: 'nothing-found',
    times: 3,
    now,
  });
  expect(await lacksOf('not-found')).toEqual([
    ['99201', 'debt', 3],
    ['99201', '*', 3],
  ]);
});

test('a contact that nobody took and one out of hours stand apart, busy calls where nobody knows', async () => {
  const { deskId } = await makeDesk(app.db);
  const row = (kind: string, a: string, b: string, n: number) => ({ month, kind, a, b, n });
  await makeCounts(app.db, deskId, [
    row('outside-who', '99201', 'debt', 4),
    row('missed', '99202', 'income', 5),
    row('call', 'busy', '', 6),
    row('call', 'answered', '', 77),
  ]);
  expect(await lacksOf('outside')).toContainEqual(['99201', 'debt', 4]);
  const unanswered = await lacksOf('unanswered');
  expect(unanswered).toContainEqual(['99202', 'income', 5]);
  expect(unanswered).toContainEqual(['', '*', 6]);
  expect(JSON.stringify(unanswered)).not.toContain('77');
});

test('a referral that was declined for want of room stands under the worry of its entry, and for another reason not', async () => {
  const { receiver, refer, move } = referring(app, await app.signIn(caseWorker));
  const to = await receiver({ account: true });
  for (const reason of ['no-capacity', 'not-eligible']) {
    const { referralId } = await refer(to);
    await move(referralId, 'send');
    expect((await move(referralId, 'reject', { reason }, to.worker)).status).toBe(303);
  }
  expect(await lacksOf('declined')).toEqual([
    ['', 'income', 1],
    ['', '*', 1],
  ]);
});

test('who met every condition and has not received it is counted: withdrawn, or undecided or unpaid for thirty days', async () => {
  const { callId, awardIds } = await makeAwards(
    { db: app.db, vault: app.tools.vault },
    { yen: [1000, 2000] },
  );
  const [unpaid = '', paid = ''] = awardIds;
  await inTransaction(app.db, system('test'), (tx) =>
    tx.execute(sql`update grant_awards set paid_yen = decided_yen where id = ${paid}`),
  );
  const late = { askedOn: ago(60), decidedOn: ago(31) };
  await makeBenefits(app.db, callId, [
    { state: 'withdrawn', askedOn: ago(1), times: 9 },
    { state: 'asked', askedOn: ago(30) },
    { state: 'decided', ...late, awardId: unpaid },
    { state: 'asked', askedOn: ago(29) },
    { state: 'asked', askedOn: ago(60), met: false },
    { state: 'withdrawn', askedOn: ago(60), met: false },
    { state: 'decided', ...late, awardId: paid },
    { state: 'refused', askedOn: ago(60) },
  ]);
  const times = (await lacksOf('not-received')).map(
    ([place, worry, n]) => [place, worry, Number(n)] as const,
  );
  const sum = (of: string) => times.filter(([, worry]) => worry === of).reduce((all, [, , n]) => all + n, 0);
  expect([sum(''), sum('*')]).toEqual([11, 11]);
  expect(times.every(([place]) => place === '')).toBe(true);
});

test('each source has its column, rounded or few, on the page and in the file', async () => {
  const office = await app.signIn(secretariat);
  const file = await (await app.get(paths.unmet.to({}, { format: 'csv' }), office)).text();
  for (const line of [
    '見つからない,99201,大浜市,debt,債務について,*',
    '時間外,99201,大浜市,debt,債務について,*',
    '応答できず,99202,小山市,income,収入・生活費のこと,*',
    '満員で断られた,,（場所がわからない）,income,収入・生活費のこと,*',
    '対象だが未受給,,（場所がわからない）,*,すべての困りごと,10',
  ])
    expect(file).toContain(`${line}\r\n`);
});
