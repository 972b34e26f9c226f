import { inTransaction } from '#platform/database/database.ts';
import type { Job } from '#platform/jobs.ts';
import { foldCounts } from './store.ts';

/** Every minute, in one process: keeps the list of changes short. */
export const foldJob: Job<unknown> = {
  name: 'counts.fold',
  cron: '* * * * *',
  run: async ({ db, who }) => {
    await inTransaction(db, who, foldCounts);
  },
};
