import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { isLang, type Lang } from '#platform/i18n.ts';
import type { Job } from '#platform/jobs.ts';
import { post } from '#platform/mail/outbox.ts';
import { listMailRecipients } from '#platform/people/organisations.ts';
import { caseSupervisor } from '../access.ts';
import { taskPaths } from '../paths.ts';
import { dueNotice } from './rules.ts';
import { listOverdue, updateTask } from './store.ts';
import { mailWords } from './words.ts';

/** Each morning at 7:20 in Tokyo: overdue work finds its owner, and later those who answer for the organisation. */
export function taskJob({ publicUrl }: { publicUrl: string }): Job<unknown> {
  return {
    name: 'task.watch',
    cron: '20 22 * * *',
    run: ({ db, who, now }) => inTransaction(db, who, (tx) => tell(tx, publicUrl, now)),
  };
}

interface Letters {
  readonly letter: 'owner' | 'supervisors';
  readonly lang: Lang;
  count: number;
}

/** One mail for each reader, however many tasks. Whose owner works there no longer goes to the supervisors at once. */
async function tell(tx: Tx, publicUrl: string, now: Date): Promise<void> {
  const today = tokyoDay(now);
  const letters = new Map<string, Letters>();
  const add = (email: string, lang: string, letter: Letters['letter']) => {
    const key = `${letter} ${email}`;
    const held = letters.get(key) ?? { letter, lang: isLang(lang) ? lang : 'ja', count: 0 };
    held.count += 1;
    letters.set(key, held);
  };
  for (const { task, email, lang } of await listOverdue(tx, today)) {
    const notice = dueNotice(task, today);
    if (notice === 'owner' && email) {
      add(email, lang ?? 'ja', 'owner');
      await updateTask(tx, task.id, { remindedAt: now });
      continue;
    }
    if (!notice) continue;
    const role = caseSupervisor.name;
    for (const to of await listMailRecipients(tx, { organisationId: task.homeId, role }))
      add(to.email, to.lang, 'supervisors');
    await updateTask(tx, task.id, { remindedAt: task.remindedAt ?? now, escalatedAt: now });
  }
  for (const [key, { letter, lang, count }] of letters) {
    const { subject, body } = mailWords[lang][letter];
    const range = letter === 'owner' ? 'mine' : 'all';
    const url = publicUrl + taskPaths.mine.to({}, { range });
    await post(tx, { to: key.slice(letter.length + 1), subject, body: body(count, url) });
  }
}
