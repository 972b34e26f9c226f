import { inTransaction } from '#platform/database/database.ts';
import type { Job } from '#platform/jobs.ts';
import { postToHolders } from '#platform/mail/letters.ts';
import { accountant } from '../access.ts';
import { moneyPaths } from '../paths.ts';
import { checkMoney } from './check.ts';
import { words } from './words.ts';

/** Every night: each balance is the sum of its moves. If one is not, accountants hear of it, and the log as an error. */
export function moneyJob({ publicUrl }: { publicUrl: string }): Job<unknown> {
  return {
    name: 'grants.check-money',
    // 02:40 in Tokyo
    cron: '40 17 * * *',
    run: async ({ db, who, now, log }) => {
      const differences = await checkMoney(db, who, now);
      if (differences.length === 0) return;
      log.error({ differences: differences.length }, 'grant balances are not the sum of their moves');
      await inTransaction(db, who, (tx) =>
        postToHolders(tx, { role: accountant.name }, (lang) => {
          const { subject, body } = words[lang].mail;
          return { subject, body: `${body}\n\n${publicUrl}${moneyPaths.list.to({})}\n` };
        }),
      );
    },
  };
}
