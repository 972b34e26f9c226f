import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { enqueue } from '#platform/jobs.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { can, isKeeper } from '../access.ts';
import { type HolidayOverride, nationalHolidays } from '../hours/holidays.ts';
import { refreshSearch } from '../search/jobs.ts';
import { outdateSearchEntries } from '../search/store.ts';
import { decideOverride, type HolidayRefusal } from './rules.ts';
import { deleteOverride, upsertOverride } from './store.ts';

/** Makes a day a holiday, or takes one out of the national table, for every entry that keeps to public holidays. */
export async function overrideHoliday(
  db: Db,
  who: Who,
  override: HolidayOverride,
  now = new Date(),
): Promise<Result<'changed', HolidayRefusal>> {
  if (!isKeeper(who)) throw new Forbidden(can.keepHolidays.name);
  const national = nationalHolidays.nameOf(override.date) !== undefined;
  const decision = decideOverride({ override, national, today: tokyoDay(now) });
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    await upsertOverride(tx, override);
    await leaveTrail(tx, { date: override.date, change: override.holiday ? 'added' : 'taken-out' }, now);
    return ok('changed');
  });
}

/** The day is again what the national table says. */
export async function restoreHoliday(
  db: Db,
  who: Who,
  date: string,
  now = new Date(),
): Promise<Result<'restored', HolidayRefusal>> {
  if (!isKeeper(who)) throw new Forbidden(can.keepHolidays.name);
  return inTransaction(db, who, async (tx) => {
    if (!(await deleteOverride(tx, date))) return refuse('not-changed');
    await leaveTrail(tx, { date, change: 'restored' }, now);
    return ok('restored');
  });
}

/** Pages are made anew at once; the search, which knows the hours of the coming days by heart, as soon as its job runs. */
async function leaveTrail(
  tx: Tx,
  { date, change }: { date: string; change: string },
  now: Date,
): Promise<void> {
  await publicPagesChanged(tx);
  await outdateSearchEntries(tx);
  await enqueue(tx, refreshSearch, {}, { key: refreshSearch.name });
  await record(
    tx,
    { event: 'holiday.write', subject: { kind: 'holiday', id: date }, facts: { change } },
    now,
  );
}
