import { system } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, endOfTokyoDay } from '#platform/dates.ts';
import { type Attended, countAttended, countDistinct } from '../entries/store.ts';
import { listBetween } from '../sessions/store.ts';

export interface TrainingFigures {
  /** Sessions that were held: 回数. */
  readonly sessions: number;
  /** 延べ: attendances. */
  readonly total: number;
  /** 実: persons, each once over the year and all audiences. */
  readonly distinct: number;
  readonly byAudience: readonly Attended[];
}

/** What was held in a fiscal year and who was there, as numbers; needs a transaction that sees all, as the product's own. */
export async function countTrainings(
  tx: Tx,
  { fiscalYear, now }: { fiscalYear: number; now: Date },
): Promise<TrainingFigures> {
  const [from, until] = [endOfTokyoDay(`${fiscalYear}-03-31`), endOfTokyoDay(`${fiscalYear + 1}-03-31`)];
  return countBetween(tx, { from, until, now });
}

async function countBetween(
  tx: Tx,
  { from, until, now }: { from: Date; until: Date; now: Date },
): Promise<TrainingFigures> {
  const sessions = (await listBetween(tx, from, until)).filter(({ endsAt }) => endsAt <= now).length;
  const byAudience = await countAttended(tx, from, until);
  const total = byAudience.reduce((sum, row) => sum + row.total, 0);
  return { sessions, total, distinct: await countDistinct(tx, from, until), byAudience };
}

export function readFigures(db: Database, of: { fiscalYear: number; now: Date }): Promise<TrainingFigures> {
  return inTransaction(db, system('training-figures'), (tx) => countTrainings(tx, of));
}

/** The same of one month (`2026-04`, Tokyo's calendar), for the headquarters' page. */
export function countTrainingsOfMonth(
  db: Database,
  { month, now }: { month: string; now: Date },
): Promise<TrainingFigures> {
  const from = endOfTokyoDay(addDays(`${month}-01`, -1));
  const until = endOfTokyoDay(addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1));
  return inTransaction(db, system('training-figures'), (tx) => countBetween(tx, { from, until, now }));
}
