import type { AnyJob, Job } from '#platform/jobs.ts';
import { eraseExpiredPackets } from './actions.ts';

const eraseJob: Job<unknown> = {
  name: 'packet.erase',
  cron: '*/10 * * * *',
  run: async ({ db, now }) => {
    await eraseExpiredPackets(db, now);
  },
};

export const packetJobs: readonly AnyJob[] = [eraseJob];
