import type { Job } from '#platform/jobs.ts';
import { eraseDueGrants } from './erase.ts';

export const eraseGrantsJob: Job<unknown> = {
  // By this name row-level security lets letters go (letters/tables.ts).
  name: 'grants.erase',
  // 04:05 in Tokyo, before the bytes of files without a row are swept
  cron: '5 19 * * *',
  run: async ({ db, who, now, log }) => {
    log.info(await eraseDueGrants(db, who, now), 'grants erased');
  },
};
