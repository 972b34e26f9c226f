import { system } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { newCode } from '#areas/directory/index.ts';
import { linkExpiry } from '../letters.ts';
import { decideSending } from '../moving.ts';
import { isReadable, type ReferralState } from '../rules.ts';
import { findReferral, insertReferralLink } from '../store.ts';

const asPaper = system('referral.paper');

/**
 * A code that goes on a printed sheet: whoever is handed it reads the request and answers, as by a mailed link. Each print has its
 * own, of which only the hash stays; undefined where there is nothing to answer: not sent, over, or without its consent.
 */
export async function makeSheetCode(
  db: Db,
  { referralId }: { referralId: string },
  now = new Date(),
): Promise<string | undefined> {
  return inTransaction(db, asPaper, async (tx) => {
    const referral = await findReferral(tx, referralId);
    if (!isReadable(referral.state as ReferralState) || referral.closedAt) return undefined;
    if (!(await decideSending(tx, referral, now)).ok) return undefined;
    const code = newCode();
    await insertReferralLink(tx, { token: code, referralId, expiresAt: linkExpiry(now) });
    return code;
  });
}
