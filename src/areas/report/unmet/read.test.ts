import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Role, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { foldRollup } from '#platform/rollups/jobs.ts';
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

/** Times by place and worry, over all months. */
async function notReceived(): Promise<Readonly<Record<string, number>>> {
  const sums: Record<string, number> = {};
  for (const [place, worry, times] of await lacksOf('not-received'))
    sums[`${place} ${worry}`] = (sums[`${place} ${worry}`] ?? 0) + Number(times);
  return sums;
}
const pay = (awardId: string, yen: number) =>
  inTransaction(app.db, system('test'), (tx) =>
    tx.execute(sql`update grant_awards set paid_yen = ${yen} where id = ${awardId}`),
  );

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
  const inOhama = { place: '99201', worry: 'housing' };
  await makeBenefits(app.db, callId, [
    { state: 'withdrawn', askedOn: ago(1), ...inOhama, times: 9 },
    { state: 'asked', askedOn: ago(30), ...inOhama },
    { state: 'decided', ...late, awardId: unpaid, place: '99202', worry: 'debt' },
    { state: 'withdrawn', askedOn: ago(30) },
    { state: 'asked', askedOn: ago(29), ...inOhama },
    { state: 'asked', askedOn: ago(60), met: false, ...inOhama },
    { state: 'withdrawn', askedOn: ago(60), met: false, ...inOhama },
    { state: 'decided', ...late, awardId: paid, ...inOhama },
    { state: 'refused', askedOn: ago(60), ...inOhama },
  ]);
  expect(await notReceived()).toEqual({
    '99201 housing': 10,
    '99201 *': 10,
    '99202 debt': 1,
    '99202 *': 1,
    ' ': 1,
    ' *': 1,
  });
  // The money that arrives ends the waiting, and money that comes back begins it again.
  await pay(unpaid, 1);
  expect(await notReceived()).toMatchObject({ '99201 housing': 10, ' ': 1 });
  expect(Object.keys(await notReceived())).not.toContain('99202 debt');
  await pay(unpaid, 0);
  expect(await notReceived()).toMatchObject({ '99202 debt': 1 });
});

test('whoever counts what was not received sees nobody of whom it is, and a desk counts nothing', async () => {
  const asked = async (role: Role) => {
    const { who } = await app.signIn(role);
    return inTransaction(app.db, who, async (tx) => {
      const { rows } = await tx.execute<Record<'sums' | 'benefits' | 'facts', boolean>>(sql`
        select exists (select from generate_series(2020, 2100) y, count_rollup('unreceived', null, y)) as sums,
          exists (select from grant_benefits) as benefits, exists (select from rollup_facts) as facts`);
      return rows[0];
    });
  };
  await inTransaction(app.db, system('test'), (tx) => foldRollup(tx, 'unreceived'));
  expect(await asked(secretariat)).toEqual({ sums: true, benefits: false, facts: false });
  expect(await asked(caseWorker)).toEqual({ sums: false, benefits: false, facts: false });
});

test('each source has its column, rounded or few, on the page and in the file', async () => {
  const office = await app.signIn(secretariat);
  const file = await (await app.get(paths.unmet.to({}, { format: 'csv' }), office)).text();
  for (const line of [
    '見つからない,99201,大浜市,debt,債務について,*',
    '時間外,99201,大浜市,debt,債務について,*',
    '応答できず,99202,小山市,income,収入・生活費のこと,*',
    '満員で断られた,,（場所がわからない）,income,収入・生活費のこと,*',
    '対象だが未受給,99201,大浜市,housing,住まいについて,10',
    '対象だが未受給,99202,小山市,debt,債務について,*',
    '対象だが未受給,,（場所がわからない）,*,すべての困りごと,*',
  ])
    expect(file).toContain(`${line}\r\n`);
});
