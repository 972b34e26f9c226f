import { system } from '#platform/access.ts';
import type { Database } from '#platform/database/database.ts';
import { granted } from '../years/fixtures.ts';
import { type PlanRowInput, savePlanRow } from './actions.ts';

/** A row of money in a plan. */
export async function makePlanRow(
  db: Database,
  row: Partial<PlanRowInput> & { readonly year: number },
): Promise<string> {
  const given = { pillar: 'p1', nameJa: '見守りの輪', isNew: true, amount: 35_090_000, ...row };
  return granted(await savePlanRow(db, system('test'), given)).planRowId;
}
