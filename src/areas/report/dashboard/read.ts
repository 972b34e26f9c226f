import { system, type Who } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { addDays, endOfTokyoDay, fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { countOpenReferrals } from '#areas/cases/index.ts';
import { countDeskMonths } from '#areas/consultations/index.ts';
import { countFreshness } from '#areas/directory/index.ts';
import { sumMoneyByProgram } from '#areas/grants/index.ts';
import { answerRates, countMembers } from '#areas/partnerships/index.ts';
import { countPortfolio, countProblems, listYears, readYear } from '#areas/programs/index.ts';
import { countTrainingsOfMonth } from '#areas/training/index.ts';
import { monthBefore } from './rules.ts';

/** Everything the page shows of a month, a fixed number of statements for each source. */
export type DashboardFacts = Awaited<ReturnType<typeof readDashboard>>;

export async function readDashboard(db: Database, who: Who, { month, now }: { month: string; now: Date }) {
  const lastYear = monthBefore(month, 12);
  const programs = await inTransaction(db, who, async (tx) => {
    const fiscal = fiscalYearOf(`${month}-01`);
    // Where the year of the month is not open yet, the newest before it stands.
    const found = (await listYears(tx)).find(({ year }) => year <= fiscal);
    return {
      portfolio: await countPortfolio(tx),
      problems: await countProblems(tx),
      year: found ? await readYear(tx, found.year) : null,
    };
  });
  const year = programs.year?.year;
  const seen = await inTransaction(db, system('dashboard'), async (tx) => ({
    freshness: await countFreshness(tx, tokyoDay(now)),
    members: await countMembers(tx, { on: lastDayOf(month) }),
    membersBefore: await countMembers(tx, { on: lastDayOf(lastYear) }),
    rates: await answerRates(tx, { fiscalYear: fiscalYearOf(`${month}-01`) }),
    ratesBefore: await answerRates(tx, { fiscalYear: fiscalYearOf(`${lastYear}-01`) }),
  }));
  const moneyOf = (fiscalYear: number, until: string) =>
    sumMoneyByProgram(db, { fiscalYear, before: endOfTokyoDay(lastDayOf(until)) });
  return {
    month,
    lastYear,
    today: tokyoDay(now),
    ...programs,
    ...seen,
    money: year === undefined ? [] : await moneyOf(year, month),
    moneyBefore: year === undefined ? [] : await moneyOf(year - 1, lastYear),
    desks: await countDeskMonths(db, { months: [month, lastYear] }),
    referrals: await countOpenReferrals(db, now),
    trainings: await countTrainingsOfMonth(db, { month, now }),
    trainingsBefore: await countTrainingsOfMonth(db, { month: lastYear, now }),
  };
}

function lastDayOf(month: string): string {
  return addDays(`${monthBefore(month, -1)}-01`, -1);
}
