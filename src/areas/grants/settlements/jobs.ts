import { inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import type { AnyJob, Job } from '#platform/jobs.ts';
import { tellEditors } from '../applications/editors/jobs.ts';
import { findAward, listCloseable, listUnreported } from '../awards/store.ts';
import { termsOf } from '../calls/store.ts';
import { lockBudget } from '../ledger/store.ts';
import { close } from './actions.ts';
import { reminderDue } from './reminders/rules.ts';
import { insertReminder, listSent } from './reminders/store.ts';
import { listOpenReturns } from './returns/store.ts';
import { reportDueOn } from './rules.ts';

/** The first reminder comes so many days before the day. */
const ahead = 14;

/** Every morning: groups whose report or return is due soon, or overdue, get a letter; of each step one. */
const remindJob: Job<unknown> = {
  name: 'grant-settlements.remind',
  // 08:20 in Tokyo
  cron: '20 23 * * *',
  run: async ({ db, who, now }) => {
    const today = tokyoDay(now);
    const until = addDays(today, ahead);
    const reports = await inTransaction(db, who, (tx) => listUnreported(tx, until));
    for (const { award, report, endedOn } of reports) {
      if (!report) continue;
      const dueOn = reportDueOn(report, endedOn ?? award.endsOn);
      await inTransaction(db, who, (tx) =>
        remind(tx, { ...award, awardId: award.id, about: 'report', dueOn }, now),
      );
    }
    const returns = await inTransaction(db, who, (tx) => listOpenReturns(tx, until));
    for (const { returned, applicationId } of returns)
      await inTransaction(db, who, (tx) => remind(tx, { ...returned, applicationId, about: 'return' }, now));
  },
};

interface Reminding {
  readonly awardId: string;
  readonly bureauId: string;
  readonly applicationId: string;
  readonly about: 'report' | 'return';
  readonly dueOn: string;
}

async function remind(
  tx: Tx,
  { awardId, bureauId, applicationId, about, dueOn }: Reminding,
  now: Date,
): Promise<void> {
  const sent = await listSent(tx, { awardId, about, dueOn });
  const step = reminderDue({ dueOn, today: tokyoDay(now), sent });
  if (!step) return;
  await insertReminder(tx, { awardId, bureauId, about, step, dueOn, sentAt: now });
  await tellEditors(tx, { applicationId, letter: `${about}-${step}` });
}

/** A transfer may still come back for some weeks: until then what was paid without a report stays open. */
const waitDays = 30;

/** Every night: accounts in which nothing is owed and nothing is to come back are closed. */
const closeJob: Job<unknown> = {
  name: 'grant-settlements.close',
  // 03:40 in Tokyo
  cron: '40 18 * * *',
  run: async ({ db, who, now }) => {
    const paidBefore = new Date(now.getTime() - waitDays * 86_400_000);
    const found = await inTransaction(db, who, (tx) => listCloseable(tx, paidBefore));
    for (const { id, callId, versionId } of found)
      await inTransaction(db, who, async (tx) => {
        await lockBudget(tx, callId);
        const { report } = await termsOf(tx, versionId);
        // What cannot be closed stays as it is, and is looked at again the next night.
        await close(tx, { award: await findAward(tx, id), reports: report !== null }, now);
      });
  },
};

export const settlementJobs: readonly AnyJob[] = [remindJob, closeJob];
