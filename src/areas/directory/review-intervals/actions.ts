import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, isKeeper } from '../access.ts';
import { type ReviewDays, reviewDays } from '../services/rules.ts';
import { decideIntervals, type IntervalRefusal } from './rules.ts';
import { listIntervals, upsertIntervals } from './store.ts';

/** The days of each kind as they hold here. */
export async function readReviewDays(tx: Tx): Promise<ReviewDays> {
  const set = await listIntervals(tx);
  return { ...reviewDays, ...Object.fromEntries(set.map(({ kind, days }) => [kind, days])) };
}

/** Holds from the next confirmation of an entry on; days that were promised stay. */
export async function saveReviewDays(
  db: Db,
  who: Who,
  days: ReviewDays,
  now = new Date(),
): Promise<Result<'saved', IntervalRefusal>> {
  if (!isKeeper(who)) throw new Forbidden(can.setReview.name);
  const decision = decideIntervals(days);
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    await upsertIntervals(
      tx,
      Object.entries(days).map(([kind, each]) => ({ kind, days: each })),
    );
    const subject = { kind: 'review-intervals', id: 'all' };
    await record(tx, { event: 'review.set', subject, facts: { ...days } }, now);
    return ok('saved');
  });
}
