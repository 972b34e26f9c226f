import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { testApp } from '#src/app.testing.ts';
import { findAward, updateAward } from '../awards/store.ts';
import { makeDecided, payOut } from './fixtures.ts';
import { settlementJobs } from './jobs.ts';
import { grantReminders } from './reminders/tables.ts';

const app = await testApp();
const place = { db: app.db, vault: app.tools.vault, files: app.tools.files };
const who = system('test');
const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(app.db, who, work);
const run = async (name: string, now: Date) => {
  const job = settlementJobs.find((each) => each.name === name);
  await job?.run({ db: app.db, who, now, log: makeLog('silent') }, {});
};
const told = (awardId: string) =>
  asSystem(async (tx) => (await tx.select().from(grantReminders)).filter((row) => row.awardId === awardId));

test('a group is reminded before and after the day, once each, however often the job runs', async () => {
  const { awardId } = await makeDecided(place);
  // The work ends on 28 February 2027, the report is due thirty days later: 30 March.
  const mornings = ['2027-03-15', '2027-03-16', '2027-03-27', '2027-03-31', '2027-04-13'];
  for (const day of [...mornings, ...mornings])
    await run('grant-settlements.remind', new Date(`${day}T00:00:00Z`));
  const steps = (await told(awardId)).map(({ step, dueOn }) => `${step} ${dueOn}`);
  expect(steps.toSorted()).toEqual(['days', 'late', 'later', 'soon'].map((step) => `${step} 2027-03-30`));
  const jobs = await app.db.owner.query<{ payload: { applicationId: string; letter: string } }>(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'grant-application.tell'`,
  );
  const letters = jobs.rows
    .map(({ payload }) => payload.letter)
    .filter((letter) => letter.startsWith('report-'));
  expect(letters.toSorted()).toEqual(['report-days', 'report-late', 'report-later', 'report-soon']);
});

test('an account in which nothing is open is closed by night, others stay', async () => {
  const open = await makeDecided(place);
  const done = await makeDecided(place);
  await payOut(app.db, { ...done, yen: 175_000 }, new Date('2027-01-01T00:00:00Z'));
  for (const { awardId } of [open, done])
    await asSystem((tx) => updateAward(tx, awardId, { state: 'fixed' }));
  await run('grant-settlements.close', new Date('2027-05-01T00:00:00Z'));
  expect(await asSystem((tx) => findAward(tx, done.awardId))).toMatchObject({
    state: 'closed',
    settledYen: 175_000,
  });
  expect(await asSystem((tx) => findAward(tx, open.awardId))).toMatchObject({
    state: 'fixed',
    closedAt: null,
  });
});
