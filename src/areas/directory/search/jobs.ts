import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Job } from '#platform/jobs.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { deleteOldChanges } from './memory/store.ts';
import { listOutdated, replaceSearchEntries } from './store.ts';
import { readVocabulary } from './vocabulary/store.ts';

/** So many at a time: an edit waits for no longer than these take. */
const partSize = 100;

/**
 * Brings the search up to date: every night, at 00:10 in Tokyo, for the hours of the days to come, and after a change of the
 * vocabulary. What was done already is not done again.
 */
export const refreshSearch: Job<unknown> = {
  name: 'search.refresh',
  cron: '10 15 * * *',
  run: async ({ db, who, now, log }) => {
    const today = tokyoDay(now);
    let count = 0;
    await inTransaction(db, who, deleteOldChanges);
    let after: string | undefined;
    do {
      const from: string | undefined = after;
      after = await inTransaction(db, who, async (tx) => {
        const { version } = await readVocabulary(tx);
        const outdated = await listOutdated(tx, { version, today, after: from, limit: partSize });
        await replaceSearchEntries(tx, outdated, now);
        count += outdated.length;
        return outdated.at(-1)?.id;
      });
    } while (after !== undefined);
    if (count > 0) await inTransaction(db, who, publicPagesChanged);
    log.info({ job: 'search.refresh', count }, 'search refreshed');
  },
};

export const searchJobs = [refreshSearch];
