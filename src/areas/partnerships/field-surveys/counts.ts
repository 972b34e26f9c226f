import type { Tx } from '#platform/database/database.ts';
import { fiscalYearOf } from '#platform/dates.ts';
import { readResults } from './results.ts';
import { listSurveys } from './store.ts';

/** People who were seen in the surveys whose last day lies in a fiscal year, once they have ended; one that saw few is left out. */
export async function countSurveyed(tx: Tx, { fiscalYear }: { fiscalYear: number }): Promise<number> {
  const ended = (await listSurveys(tx)).filter(
    ({ state, closesOn }) => state === 'closed' && fiscalYearOf(closesOn) === fiscalYear,
  );
  let people = 0;
  for (const { id } of ended) people += (await readResults(tx, id)).whole.counted?.seen ?? 0;
  return people;
}
