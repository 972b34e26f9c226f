import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { countDeclined, type DeclinedCount } from './store.ts';

/** Referrals that a receiver had no room for, counted by entry and month from a month on; whose they were is in no row. */
export async function listDeclined(db: Database, from: string): Promise<readonly DeclinedCount[]> {
  return inTransaction(db, system('referral.declined'), (tx) => countDeclined(tx, from));
}
