import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { AnyJob, Job, JobTools } from '#platform/jobs.ts';
import { pauseMember } from './discipline/actions.ts';
import { readDiscipline } from './discipline/read.ts';
import { type Discipline, dueOf, isSilent } from './discipline/rules.ts';
import { findResumed, listAnswers } from './discipline/store.ts';
import { type Letter, sendTo } from './letters/send.ts';
import { mailWords } from './letters/words.ts';
import { move, tellMatch } from './moving.ts';
import { decideStep, otherSide, type Side } from './rules.ts';
import { organisationOf } from './sides.ts';
import { deleteLinks, findMatch, findNote, listWaitingSince, lockMatch, updateMatch } from './store.ts';

/** Letters after each step, and every morning a look at what waits for an answer. */
export function matchJobs({ publicUrl }: { publicUrl: string }): readonly AnyJob[] {
  const tell: Job<{ noteId: string }> = {
    name: tellMatch.name,
    run: ({ db, who, now }, { noteId }) =>
      inTransaction(db, who, (tx) => tellNote(tx, { noteId, publicUrl, now })),
  };
  const watch: Job<unknown> = {
    name: 'match.watch',
    // 07:10 in Tokyo
    cron: '10 22 * * *',
    run: (tools) => watchMatches(tools, publicUrl),
  };
  return [tell, watch];
}

async function tellNote(
  tx: Tx,
  { noteId, publicUrl, now }: { noteId: string; publicUrl: string; now: Date },
): Promise<void> {
  const note = await findNote(tx, noteId);
  const match = await findMatch(tx, note.matchId);
  const letter = letterOf(note.kind, match.introduced);
  if (!letter) return;
  const sides =
    note.side === 'giver' || note.side === 'receiver'
      ? [otherSide[note.side]]
      : (['giver', 'receiver'] as const);
  const words = note.request ? Object.values(note.request).filter(Boolean).join('\n') : note.words;
  for (const to of sides)
    await sendTo(tx, { match, to, letter, words, publicUrl, once: `match:${noteId}:${to}`, now });
}

function letterOf(kind: string, introduced: boolean): Letter | undefined {
  if (kind === 'asked' && introduced) return 'introduced';
  return kind in mailWords.ja.subjects ? (kind as Letter) : undefined;
}

const atOnce = 200;

/** In parts, each match in a transaction of its own: one that fails holds back no other. */
export async function watchMatches(
  { db, who, now, log }: Omit<JobTools, 'db'> & { db: Db },
  publicUrl: string,
): Promise<void> {
  const discipline = await inTransaction(db, who, async (tx) => {
    await deleteLinks(tx, now);
    return readDiscipline(tx);
  });
  const since = new Date(now.getTime() - (discipline.firstReminderDays - 1) * 86_400_000);
  let after: string | undefined;
  let failed = 0;
  for (;;) {
    const part = await inTransaction(db, who, (tx) => listWaitingSince(tx, since, { after, limit: atOnce }));
    for (const { id } of part)
      await inTransaction(db, who, (tx) => look(tx, { id, discipline, publicUrl, now })).catch(
        (error: unknown) => {
          failed += 1;
          log.error(
            { match: id, error: error instanceof Error ? error.name : 'unknown' },
            'a match was not looked at',
          );
        },
      );
    after = part.at(-1)?.id;
    if (part.length < atOnce) break;
  }
  if (failed > 0) throw new Error(`${failed} matches were not looked at`);
}

interface Look {
  readonly id: string;
  readonly discipline: Discipline;
  readonly publicUrl: string;
  readonly now: Date;
}

async function look(tx: Tx, { id, discipline, publicUrl, now }: Look): Promise<void> {
  const match = await lockMatch(tx, id);
  const { status, reminders, waitsFor } = match;
  if (!waitsFor) return;
  const since = tokyoDay(match.waitsSince);
  const due = dueOf({ status, since, reminders }, discipline, tokyoDay(now));
  if (due === 'remind-first' || due === 'remind-second') {
    const times = due === 'remind-first' ? 1 : 2;
    await updateMatch(tx, id, { reminders: times });
    const once = `match:${id}:remind:${since}:${times}`;
    await sendTo(tx, { match, to: waitsFor as Side, letter: 'remind', words: '', publicUrl, once, now });
  }
  if (due !== 'lapse') return;
  const facts = { status, asker: match.asker as Side, by: 'product' } as const;
  const decision = decideStep('lapse', facts);
  if (!decision.ok) return;
  await move(tx, match, { step: 'lapse', by: 'product', to: decision.value, personId: null }, now);
  await rest(tx, match, { discipline, publicUrl, now });
}

/** Whoever let several requests in a row go without a word rests, and is told how to come back. */
async function rest(
  tx: Tx,
  match: Awaited<ReturnType<typeof lockMatch>>,
  { discipline, publicUrl, now }: Omit<Look, 'id'>,
): Promise<void> {
  const to = otherSide[match.asker as Side];
  const organisationId = organisationOf(match, to);
  const since = (await findResumed(tx, organisationId)) ?? new Date(now.getTime() - 365 * 86_400_000);
  const answers = await listAnswers(tx, { organisationId, since, until: now });
  if (!isSilent(answers, discipline) || !(await pauseMember(tx, organisationId, now))) return;
  const once = `match:${match.id}:paused`;
  await sendTo(tx, { match, to, letter: 'paused', words: '', publicUrl, once, now });
}
