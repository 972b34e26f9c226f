import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Job } from '#platform/jobs.ts';
import { postToReaders } from '#platform/mail/letters.ts';
import { listMailRecipients } from '#platform/people/organisations.ts';
import { caseSupervisor } from '../access.ts';
import { followUpPaths } from '../paths.ts';
import { followUpDue } from './rules.ts';
import { type FollowUp, listDueFollowUps, updateFollowUp } from './store.ts';
import { words } from './words.ts';

/** Every morning: who promised to ask how things are is reminded on the day, and the supervisors a week later. */
export function followUpJob({ publicUrl }: { publicUrl: string }): Job<unknown> {
  return {
    name: 'follow-ups.remind',
    // 08:10 in Tokyo
    cron: '10 23 * * *',
    run: async ({ db, who, now }) => {
      const url = publicUrl + followUpPaths.list.to({});
      const due = await inTransaction(db, who, (tx) => listDueFollowUps(tx, tokyoDay(now)));
      for (const { followUp, email, lang } of due)
        await inTransaction(db, who, (tx) =>
          remind(tx, { followUp, worker: email ? [{ email, lang: lang ?? 'ja' }] : [], url }, now),
        );
    },
  };
}

async function remind(
  tx: Tx,
  {
    followUp,
    worker,
    url,
  }: { followUp: FollowUp; worker: readonly { email: string; lang: string }[]; url: string },
  now: Date,
): Promise<void> {
  const due = followUpDue(followUp, tokyoDay(now));
  if (!due) return;
  const change = due === 'worker' ? { remindedAt: now } : { escalatedAt: now };
  await updateFollowUp(tx, followUp.id, change);
  const role = caseSupervisor.name;
  const supervisors = await listMailRecipients(tx, { organisationId: followUp.homeId, role });
  // Nobody carries it any more: then it is the supervisors' at once.
  const recipients = due === 'worker' && worker.length > 0 ? worker : supervisors;
  await postToReaders(tx, recipients, (lang) => {
    const { subject, body } = words[lang].mail[due];
    return { subject, body: `${body}\n\n${url}\n` };
  });
}
