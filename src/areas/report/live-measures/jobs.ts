import { fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { inTransaction } from '#platform/database/database.ts';
import type { Job } from '#platform/jobs.ts';
import { listYears } from '#areas/programs/index.ts';
import { countLive } from './compute.ts';

/** Every night: this fiscal year and the one before, where they were opened. */
export const liveJob: Job<unknown> = {
  name: 'live-measures.count',
  cron: '20 18 * * *',
  run: async ({ db, who, now }) => {
    const year = fiscalYearOf(tokyoDay(now));
    const opened = await inTransaction(db, who, listYears);
    for (const { year: known } of opened)
      if (known === year || known === year - 1)
        await inTransaction(db, who, (tx) => countLive(tx, known, now));
  },
};
