import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Job } from '#platform/jobs.ts';
import { postToHolders } from '#platform/mail/letters.ts';
import { reporter } from '../access.ts';
import { listEntries } from '../entries/store.ts';
import { collectionPaths } from '../paths.ts';
import { mailWords } from './mail-words.ts';
import { daysLeft, isOutstanding, reminderDue } from './rules.ts';
import { findRound, insertReminder, listOpenRounds, listReminders, lockRound, type Round } from './store.ts';

interface RoundMail {
  readonly roundId: string;
  readonly organisationId: string;
  readonly kind: 'opened' | 'manual';
}

/** What actions enqueue; carried out by `roundJobs`. The people of other bureaus are known to the system only. */
export const roundMail = { name: 'round.mail' } as Job<RoundMail>;

/** Mails of a round: when it opens, when the secretariat reminds, and each morning to those who are due. */
export function roundJobs({ publicUrl }: { publicUrl: string }): readonly [Job<RoundMail>, Job<unknown>] {
  return [
    {
      name: roundMail.name,
      run: ({ db, who, now }, { roundId, organisationId, kind }) =>
        inTransaction(db, who, async (tx) => {
          const round = await findRound(tx, roundId);
          await mailBureau(tx, { round, organisationId, kind, publicUrl, today: tokyoDay(now) });
        }),
    },
    {
      name: 'round.remind',
      // 08:00 in Tokyo
      cron: '0 23 * * *',
      run: async ({ db, who, now }) => {
        const open = await inTransaction(db, who, (tx) => listOpenRounds(tx));
        for (const { id } of open)
          await inTransaction(db, who, (tx) => remindOfRound(tx, { id, publicUrl, now }));
      },
    },
  ];
}

/** Reminds every bureau that is due, and writes it down in the same transaction: a second run finds nothing to do. */
async function remindOfRound(
  tx: Tx,
  { id, publicUrl, now }: { id: string; publicUrl: string; now: Date },
): Promise<void> {
  const round = await lockRound(tx, id);
  if (round.status !== 'open') return;
  const today = tokyoDay(now);
  const reminders = await listReminders(tx, id);
  const entries = await listEntries(tx, { roundId: id });
  const owing = new Set(
    entries.filter(({ entry }) => isOutstanding(entry.status)).map(({ entry }) => entry.organisationId),
  );
  for (const organisationId of owing) {
    const sent = reminders
      .filter((reminder) => reminder.organisationId === organisationId)
      .map((reminder) => ({ kind: reminder.kind, on: tokyoDay(reminder.sentAt) }));
    const kind = reminderDue({ deadlineOn: round.deadlineOn, today, sent });
    if (!kind) continue;
    await insertReminder(tx, { roundId: id, organisationId, kind, sentAt: now });
    await mailBureau(tx, { round, organisationId, kind, publicUrl, today });
  }
}

async function mailBureau(
  tx: Tx,
  about: {
    round: Round;
    organisationId: string;
    kind: 'opened' | 'manual' | 'before-7' | 'before-1' | 'overdue';
    publicUrl: string;
    today: string;
  },
): Promise<void> {
  const { round, organisationId, kind, publicUrl, today } = about;
  const entries = await listEntries(tx, { roundId: round.id, organisationId });
  const left = entries.filter(({ entry }) => isOutstanding(entry.status)).length;
  if (left === 0 || round.status !== 'open') return;
  const link = `${publicUrl}${collectionPaths.round.to({ roundId: round.id })}`;
  const facts = {
    title: round.title,
    deadlineOn: round.deadlineOn,
    days: daysLeft(round.deadlineOn, today),
    left,
    link,
  };
  await postToHolders(tx, { organisationId, role: reporter.name }, (lang) => {
    const { subject, body } = mailWords[lang];
    const message = kind === 'opened' ? round.message : '';
    return { subject: subject(kind, facts), body: body(kind, { ...facts, message }) };
  });
}
