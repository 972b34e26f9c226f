import { inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import type { Job } from '#platform/jobs.ts';
import { postToHolders } from '#platform/mail/letters.ts';
import { blindIndex, type Vault } from '#platform/vault/vault.ts';
import { protectionOfficer } from '../access.ts';
import { viewPaths } from '../paths.ts';
import { foldName } from '../persons/rules.ts';
import { mailWords } from './mail-words.ts';
import { unusualOf } from './rules.ts';
import { listLooks, raiseAlert } from './store.ts';

/** Every half hour: what was read yesterday and today, and what of it is not as usual. The officer is told that there is something, never what. */
export function viewJob({ publicUrl, vault }: { publicUrl: string; vault: Vault }): Job<unknown> {
  return {
    name: 'views.watch',
    cron: '15,45 * * * *',
    run: ({ db, who, now }) =>
      inTransaction(db, who, async (tx) => {
        if ((await raiseUnusual(tx, vault, now)) > 0) await tell(tx, publicUrl + viewPaths.alerts.to({}));
      }),
  };
}

async function raiseUnusual(tx: Tx, vault: Vault, now: Date): Promise<number> {
  const since = endOfTokyoDay(addDays(tokyoDay(now), -2));
  const looks = (await listLooks(tx, since)).flatMap(({ personId, readerName, blinds, ...look }) => {
    if (!personId) return [];
    const own = blindIndex(vault, { purpose: 'person-name', value: foldName(readerName) });
    return [{ ...look, personId, ownName: blinds.includes(own) }];
  });
  let raised = 0;
  for (const unusual of unusualOf(looks))
    if (await raiseAlert(tx, { ...unusual, raisedAt: now })) raised += 1;
  return raised;
}

async function tell(tx: Tx, url: string): Promise<void> {
  await postToHolders(tx, { role: protectionOfficer.name }, (lang) => {
    const { subject, body } = mailWords[lang].unusual;
    return { subject, body: `${body}\n\n${url}\n` };
  });
}
