import { inTransaction } from '#platform/database/database.ts';
import type { Job } from '#platform/jobs.ts';
import { tries } from '../own-page/store.ts';
import { eraseDueCases } from './erase.ts';

export const eraseCasesJob: Job<unknown> = {
  name: 'cases.erase',
  // 03:50 in Tokyo
  cron: '50 18 * * *',
  run: async ({ db, who, now, log }) => {
    await inTransaction(db, who, (tx) => tries.removeOld(tx, now));
    log.info(await eraseDueCases(db, who, now), 'cases erased');
  },
};
