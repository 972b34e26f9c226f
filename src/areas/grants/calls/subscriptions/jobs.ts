import { type Database, inTransaction } from '#platform/database/database.ts';
import { addDays, endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { Job, JobTools } from '#platform/jobs.ts';
import { post } from '#platform/mail/outbox.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { callPaths } from '../../paths.ts';
import { standingOf } from '../rules.ts';
import { windowLines } from '../say.tsx';
import { type CallLine, listCalls } from '../store.ts';
import { addressOf, langOf, linkOf, tokenOf } from './actions.ts';
import { mailWords } from './mail-words.ts';
import { tellingsOf, unconfirmedHours } from './rules.ts';
import { tellPublished } from './telling.ts';
import { deleteOfCall, deleteUnconfirmed, insertNotice, listUntold } from './store.ts';

interface Outside {
  readonly publicUrl: string;
  readonly vault: Vault;
}

/** Mails of calls: at their publication; each morning of what opens and of what closes within a week. */
export function callJobs(outside: Outside): readonly [Job<{ callId: string }>, Job<unknown>] {
  return [
    {
      name: tellPublished.name,
      run: async ({ db, who, now }, { callId }) => {
        const calls = await inTransaction(db, who, (tx) => listCalls(tx, { states: ['published'] }));
        const call = calls.find(({ id }) => id === callId);
        if (call) await tell({ db, who, now }, outside, { call, what: 'published', kind: 'published' });
      },
    },
    {
      name: 'grant-call.remind',
      // 08:00 in Tokyo
      cron: '0 23 * * *',
      run: async ({ db, who, now }) => {
        const today = tokyoDay(now);
        const calls = await inTransaction(db, who, async (tx) => {
          await deleteUnconfirmed(tx, new Date(now.getTime() - unconfirmedHours * 3_600_000));
          return listCalls(tx, { states: ['published', 'ended', 'cancelled'] });
        });
        for (const call of calls) {
          const standing = standingOf({ ...call, ...call.terms }, today);
          if (['closed', 'ended', 'cancelled'].includes(standing.is))
            await inTransaction(db, who, (tx) => deleteOfCall(tx, call.id));
          for (const { what, kind, day } of tellingsOf({ standing, windows: call.terms.windows }, today)) {
            // Who asked after it had opened has seen that it is open.
            const before = kind === 'opened' ? endOfTokyoDay(addDays(day, -1)) : undefined;
            await tell({ db, who, now }, outside, { call, what, kind, before });
          }
        }
      },
    },
  ];
}

/** Each of them once: the mail is written together with the word that it was told. */
async function tell(
  { db, who, now }: Pick<JobTools, 'db' | 'who' | 'now'> & { db: Database },
  { publicUrl, vault }: Outside,
  {
    call,
    what,
    kind,
    before,
  }: { call: CallLine; what: string; kind: 'published' | 'opened' | 'closing'; before?: Date | undefined },
): Promise<void> {
  const { id: callId, audience, slug, terms } = call;
  const untold = await inTransaction(db, who, (tx) => listUntold(tx, { callId, audience, what, before }));
  for (const reader of untold) {
    const lang = langOf(reader);
    const words = mailWords[lang];
    const name = contentIn(lang, terms.name);
    const body = words.body({
      name,
      url: `${publicUrl}${callPaths.call.to({ slug })}`,
      end: linkOf({ vault, publicUrl, id: reader.id, lang }),
      summary: contentIn(lang, terms.summary),
      when: windowLines(lang, terms).join('\n'),
    });
    await inTransaction(db, who, async (tx) => {
      if (!(await insertNotice(tx, { subscriptionId: reader.id, callId, what, at: now }))) return;
      const unsubscribe = publicUrl + callPaths.unsubscribe.to({ token: tokenOf(vault, reader.id) });
      const subject = words.subjects[kind](name);
      await post(tx, { to: addressOf(vault, reader), subject, body, unsubscribe });
    });
  }
}
