import { system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { standardSet } from './standard/set.ts';
import { countForms, insertForms, lockAllForms } from './store.ts';

/** A step of each start: an installation without forms gets the standard ones, for the fiscal year in which it begins. */
export async function ensureForms(db: Db, now = new Date()): Promise<boolean> {
  return inTransaction(db, system('start'), async (tx) => {
    await lockAllForms(tx);
    if ((await countForms(tx)) > 0) return false;
    const fiscalYear = fiscalYearOf(tokyoDay(now));
    const state = { version: 1, state: 'published', createdAt: now, updatedAt: now, publishedAt: now };
    await insertForms(tx, { fiscalYear, ...state, content: standardSet });
    await record(
      tx,
      {
        event: 'case.forms',
        subject: { kind: 'forms', id: String(fiscalYear) },
        facts: { version: 1, standard: true },
      },
      now,
    );
    return true;
  });
}
