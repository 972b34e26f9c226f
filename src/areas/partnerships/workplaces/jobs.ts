import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import type { Job } from '#platform/jobs.ts';
import { workplaceAgent } from '../access.ts';
import { tellRole } from './mails.ts';
import { renewalDays } from './rules.ts';
import { listEndingOn } from './store.ts';

/** Days before the end of a certification on which its workplace is told. */
const told = [renewalDays, 30];

/** Each morning at 7:30 in Tokyo. A day on which the product stood still is made up for within a week. */
export function workplaceJob({ publicUrl }: { publicUrl: string }): Job<unknown> {
  return {
    name: 'workplace.ending',
    cron: '30 22 * * *',
    run: ({ db, who, now }) =>
      inTransaction(db, who, async (tx) => {
        for (const before of told) {
          const days = Array.from({ length: 7 }, (_, late) => addDays(tokyoDay(now), before - late));
          for (const { id: workplaceId, organisationId, validUntil } of await listEndingOn(tx, days)) {
            const once = `workplace.ending ${workplaceId} ${validUntil} ${before}`;
            const to = { role: workplaceAgent, organisationId, workplaceId };
            await tellRole(tx, { ...to, letter: 'ending', publicUrl, once });
          }
        }
      }),
  };
}
