import { record } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { freeCapacity, useQuantity } from '../exchange/store.ts';
import { maskContacts } from './masks/rules.ts';
import { type Hand, type Side, type Status, type Step, waitsFor } from './rules.ts';
import { insertNote, type Match, sumDeliveries, updateMatch } from './store.ts';

/** After each note, whoever has to know of it is mailed: jobs.ts. */
export const tellMatch = { name: 'match.tell' } as Job<{ noteId: string }>;

export interface Move {
  readonly step: Step;
  readonly by: Hand;
  readonly to: Status;
  readonly personId: string | null;
  readonly words?: string;
  readonly fields?: Partial<Match>;
  /** What the note is called where it is not the step. */
  readonly kind?: string;
}

/** Writes a step that was decided: the match, the thread, the ledger and the letter, in one transaction. */
export async function move(tx: Tx, match: Match, given: Move, now: Date): Promise<void> {
  const { step, by, to, personId, fields = {} } = given;
  const turn = turnAfter(match, given, now);
  const answers = match.answeredAt === null && isAnswer(match, by);
  const ends = ['declined', 'withdrawn', 'lapsed', 'closed', 'counted'].includes(to);
  await updateMatch(tx, match.id, {
    status: to,
    ...turn,
    ...(answers ? { answeredAt: now } : {}),
    ...(ends ? { endedAt: now, waitsFor: null } : {}),
    ...fields,
  });
  if (ends && to !== 'counted') await giveBack(tx, match, now);
  const { text, masked } = maskContacts(given.words ?? '');
  const noteId = await insertNote(tx, {
    matchId: match.id,
    at: now,
    kind: given.kind ?? step,
    side: by,
    personId,
    words: text,
    masked,
  });
  await record(
    tx,
    { event: `match.${eventOf(step)}`, subject: { kind: 'match', id: match.id }, facts: { by, to } },
    now,
  );
  await enqueue(tx, tellMatch, { noteId });
}

/** An answer is whatever the one who was asked does first; what the office and the clock do is none. */
function isAnswer(match: Match, by: Hand): boolean {
  return (by === 'giver' || by === 'receiver') && by !== match.asker;
}

/** A further word of who waits leaves the other's clock where it is. */
function turnAfter(match: Match, { step, by, fields }: Move, now: Date) {
  const asker = match.asker as Side;
  if (step === 'show' || step === 'count') return {};
  const turn = waitsFor(step, { asker, by, status: match.status });
  if (turn === match.waitsFor && step === 'say') return {};
  const due = step === 'confirm' && (fields?.dueOn ?? match.dueOn);
  return { waitsFor: turn, waitsSince: due ? new Date(`${due}T03:00:00Z`) : now, reminders: 0 };
}

/** What came to nothing is free again: the month's place as long as nothing was agreed, and what was promised and did not come. */
async function giveBack(tx: Tx, match: Match, now: Date): Promise<void> {
  if (match.status === 'talking' && match.offerId && match.takenIn)
    await freeCapacity(tx, { offerId: match.offerId, month: match.takenIn });
  if (match.status !== 'agreed' || match.quantity === null) return;
  const came = (await sumDeliveries(tx, [match.id])).reduce((sum, { quantity }) => sum + quantity, 0);
  const amount = Math.min(0, Math.ceil(came) - match.quantity);
  for (const postId of [match.needId, match.offerId])
    if (postId) await useQuantity(tx, { postId, amount, at: now });
}

const eventOf = (step: Step) => step.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
