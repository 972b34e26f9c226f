import type { Tx } from '#platform/database/database.ts';
import { listPlanRows } from '../plans/store.ts';
import { listTerms } from '../terms/store.ts';
import { findYear } from '../years/store.ts';
import type { YearContent } from './content.ts';
import { assembleYear } from './rules.ts';
import { listYearRows } from './store.ts';

/** Everything of a year as it stands now; throws NotFound for a year that was not opened. */
export async function readYear(tx: Tx, year: number): Promise<YearContent> {
  return assembleYear({
    year: await findYear(tx, year),
    terms: await listTerms(tx, year),
    plan: await listPlanRows(tx, year),
    rows: await listYearRows(tx, year),
  });
}
