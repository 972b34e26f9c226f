import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { deadlinesOn } from '../deadlines/rules.ts';
import { listAllDeadlines } from '../deadlines/store.ts';
import { isTooLong, type ReferralState } from './rules.ts';
import { listOpenClocks } from './store.ts';

export interface OpenReferrals {
  /** Of the organisation that received them. */
  readonly kind: string;
  readonly open: number;
  /** Of these, longer in their state than the deadline of their sender allows. */
  readonly tooLong: number;
}

/** For the headquarters: referrals that went out and are not closed, by kind of organisation, 件; of nobody in particular. Now. */
export async function countOpenReferrals(db: Database, now = new Date()): Promise<readonly OpenReferrals[]> {
  return inTransaction(db, system('referral.open'), async (tx) => {
    const deadlines = Map.groupBy(await listAllDeadlines(tx), ({ organisationId }) => organisationId);
    const isLate = ({ referral }: Awaited<ReturnType<typeof listOpenClocks>>[number]) => {
      const ofSender = deadlines.get(referral.onwardBy ?? referral.homeId) ?? [];
      const held = deadlinesOn(ofSender, tokyoDay(referral.requestedAt ?? now));
      return isTooLong({ ...referral, state: referral.state as ReferralState }, held, now);
    };
    const byKind = Map.groupBy(await listOpenClocks(tx), ({ kind }) => kind);
    return [...byKind].map(([kind, rows]) => ({
      kind,
      open: rows.length,
      tooLong: rows.filter(isLate).length,
    }));
  });
}
