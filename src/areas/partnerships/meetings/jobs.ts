import { inTransaction } from '#platform/database/database.ts';
import type { Job } from '#platform/jobs.ts';
import { forgetEntrants, listMeetings } from './store.ts';

const forgetDays = 90;

/** Each night: who came to a meeting is forgotten 90 days after it. */
export const meetingsForgottenJob: Job<unknown> = {
  name: 'partner-meeting.forget',
  cron: '40 17 * * *',
  run: ({ db, who, now }) =>
    inTransaction(db, who, async (tx) => {
      const before = now.getTime() - forgetDays * 86_400_000;
      const over = (await listMeetings(tx)).filter(({ endsAt }) => endsAt.getTime() < before);
      await forgetEntrants(
        tx,
        over.map(({ id }) => id),
      );
    }),
};
