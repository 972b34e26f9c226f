import type { Tx } from '#platform/database/database.ts';
import { countCertified, countMoney } from '../workplaces/store.ts';
import { countBetween } from './store.ts';

export interface WorkTrainingCount {
  /** Certified on the last day of the year, or today. */
  readonly workplaces: number;
  readonly trainings: number;
  /** 一般就労 */
  readonly employed: number;
  /** Workplaces that asked for cooperation money. */
  readonly money: number;
}

/** Of a fiscal year until a day: numbers of all, never of one. */
export async function countWorkTraining(
  tx: Tx,
  { fiscalYear, on }: { fiscalYear: number; on: string },
): Promise<WorkTrainingCount> {
  const [first, last] = [`${fiscalYear}-04-01`, `${fiscalYear + 1}-03-31`];
  const to = on < last ? on : last;
  const { begun, employed } = await countBetween(tx, { from: first, to });
  const moments = { from: new Date(`${first}T00:00:00+09:00`), to: new Date(`${to}T24:00:00+09:00`) };
  const money = await countMoney(tx, moments);
  return { workplaces: await countCertified(tx, to), trainings: begun, employed, money };
}
