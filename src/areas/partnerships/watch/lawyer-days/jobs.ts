import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Job } from '#platform/jobs.ts';
import { watching } from '../actions.ts';
import { fill } from './actions.ts';
import { type Outside, tell } from './letters.ts';
import { isReminded } from './rules.ts';
import { listBookings, listLawyerDays, lockLawyerDay, updateReminded } from './store.ts';

/** Each hour: frees what was not confirmed, moves up who waits, reminds on the day before. */
export function lawyerJob(outside: Outside): Job<unknown> {
  return {
    name: 'watch.lawyer-days',
    cron: '7 * * * *',
    run: async ({ db, now }) => {
      const today = tokyoDay(now);
      const days = await inTransaction(db, watching, (tx) => listLawyerDays(tx, { from: today }));
      for (const { id } of days.filter(({ cancelledAt }) => !cancelledAt))
        await inTransaction(db, watching, async (tx) => {
          const day = await lockLawyerDay(tx, id);
          await fill(tx, { day, ...outside }, now);
          const bookings = (await listBookings(tx, id)).filter(
            ({ state, remindedAt, at }) =>
              state === 'booked' && isReminded(day, { remindedAt, today, bookedOn: tokyoDay(at) }),
          );
          await tell(tx, { ...outside, day, bookings, letter: 'reminder' });
          await updateReminded(
            tx,
            bookings.map((booking) => booking.id),
            now,
          );
        });
    },
  };
}
