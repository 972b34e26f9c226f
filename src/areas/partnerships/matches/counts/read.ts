import type { Tx } from '#platform/database/database.ts';
import { addDays, endOfTokyoDay } from '#platform/dates.ts';
import { type AnswerRate, answerRateOf } from '../discipline/rules.ts';
import { readDiscipline } from '../discipline/read.ts';
import { listAnswers } from '../discipline/store.ts';
import { listCounts, listGoods } from './store.ts';

const fiscalDays = (fiscalYear: number) => ({ from: `${fiscalYear}-04-01`, to: `${fiscalYear + 1}-03-31` });

/** For the report: how far the matches that began in a fiscal year have come, by kind. Numbers alone. */
export async function countMatches(tx: Tx, { fiscalYear }: { fiscalYear: number }) {
  return listCounts(tx, fiscalDays(fiscalYear));
}

/** For the report: what changed hands in a fiscal year and was counted, by kind and unit. Units are never added up. */
export async function countGoodsMoved(
  tx: Tx,
  { fiscalYear, organisationId }: { fiscalYear: number; organisationId?: string },
) {
  return listGoods(tx, { ...fiscalDays(fiscalYear), organisationId });
}

/** For the report: all first requests of a fiscal year, and how many found an answer. Null: too few to say. */
export async function answerRates(
  tx: Tx,
  { fiscalYear }: { fiscalYear: number },
): Promise<AnswerRate | null> {
  const { from, to } = fiscalDays(fiscalYear);
  const span = { since: endOfTokyoDay(addDays(from, -1)), until: endOfTokyoDay(to) };
  return answerRateOf(await listAnswers(tx, span), await readDiscipline(tx));
}

const rateDays = 365;

/** Of one member, over the last year: public, once there were enough requests to say it. */
export async function answerRateOfMember(
  tx: Tx,
  { organisationId, now }: { organisationId: string; now: Date },
): Promise<AnswerRate | null> {
  const since = new Date(now.getTime() - rateDays * 86_400_000);
  return answerRateOf(await listAnswers(tx, { organisationId, since, until: now }), await readDiscipline(tx));
}

/** What one member has given and received in all, of what was counted, by kind and unit. */
export async function countGoodsOfMember(tx: Tx, organisationId: string, { today }: { today: string }) {
  return listGoods(tx, { from: '2000-01-01', to: today, organisationId });
}
