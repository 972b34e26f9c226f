import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { type Difference, differencesOf } from './rules.ts';
import { insertCheck, listSums } from './store.ts';

/** Adds every move up again and writes down what was found; changes nothing else. */
export async function checkMoney(db: Db, who: Who, now: Date): Promise<readonly Difference[]> {
  return inTransaction(db, who, async (tx) => {
    const sums = await listSums(tx);
    const differences = differencesOf(sums);
    await insertCheck(tx, { at: now, calls: sums.calls.length, awards: sums.awards, differences });
    const facts = { calls: sums.calls.length, awards: sums.awards, differences: differences.length };
    await record(tx, { event: 'grant-money.check', subject: { kind: 'grant-money', id: 'all' }, facts }, now);
    return differences;
  });
}
