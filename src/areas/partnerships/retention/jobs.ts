import type { Job } from '#platform/jobs.ts';
import { eraseDueTogether } from './actions.ts';

export const eraseTogetherJob: Job<unknown> = {
  name: 'partnerships.erase',
  // 02:40 in Tokyo
  cron: '40 17 * * *',
  run: async ({ db, who, now, log }) => {
    log.info(await eraseDueTogether(db, who, now), 'partnerships erased');
  },
};
