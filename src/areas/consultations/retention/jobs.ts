import { inTransaction } from '#platform/database/database.ts';
import type { Job } from '#platform/jobs.ts';
import { tries } from '../talks/store.ts';
import { endQuiet, eraseDue } from './actions.ts';

export const eraseJob: Job<unknown> = {
  name: 'contacts.erase',
  // 03:30 in Tokyo
  cron: '30 18 * * *',
  run: async ({ db, who, now, log }) => {
    await inTransaction(db, who, (tx) => tries.removeOld(tx, now));
    await endQuiet(db, who, now);
    const { contacts } = await eraseDue(db, who, now);
    log.info({ contacts }, 'erased');
  },
};
