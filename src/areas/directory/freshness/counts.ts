import type { Tx } from '#platform/database/database.ts';
import { freshnessOf, type FreshnessState } from './rules.ts';
import { listScored } from './store.ts';

/** For the headquarters: public entries by whether they are within their review day, 件, on a day; in one statement. */
export async function countFreshness(
  tx: Tx,
  today: string,
): Promise<Readonly<Record<FreshnessState, number>>> {
  const counted = { fresh: 0, due: 0, overdue: 0, never: 0 } satisfies Record<FreshnessState, number>;
  for (const entry of await listScored(tx)) counted[freshnessOf(entry, today).state] += entry.count;
  return counted;
}
