import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Job } from '#platform/jobs.ts';
import { postToHolders } from '#platform/mail/letters.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { memberAgent } from '../access.ts';
import { exchangeStaffPaths } from '../paths.ts';
import { mailWords } from './mail-words.ts';
import { expirePosts } from './store.ts';

const atOnce = 500;

/** Each night: what is past its last or its use-by day ends, and who it belongs to is told; one mail for a reader. */
export function expiryJob({ publicUrl }: { publicUrl: string }): Job<unknown> {
  return {
    name: 'exchange.expire',
    // 00:05 in Tokyo
    cron: '5 15 * * *',
    run: async ({ db, who, now }) => {
      for (;;) {
        const ended = await inTransaction(db, who, (tx) => expire(tx, publicUrl, now));
        if (ended < atOnce) return;
      }
    },
  };
}

async function expire(tx: Tx, publicUrl: string, now: Date): Promise<number> {
  const ended = await expirePosts(tx, { today: tokyoDay(now), at: now, limit: atOnce });
  if (ended.length === 0) return 0;
  await publicPagesChanged(tx);
  const byOwner = Map.groupBy(ended, ({ organisationId }) => organisationId);
  for (const [organisationId, posts] of byOwner) {
    const url = publicUrl + exchangeStaffPaths.list.to({});
    const titles = posts.map(({ title }) => `・${title}`).join('\n');
    await postToHolders(tx, { organisationId, role: memberAgent.name }, (lang) => {
      const { subject, body } = mailWords[lang];
      return { subject, body: body(titles, url) };
    });
  }
  return ended.length;
}
