import type { Db, Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { findPost, takeCapacity, useQuantity } from '../exchange/store.ts';
import { listPauses } from './discipline/store.ts';
import { type DeadLink, type Entered, type Entrance, enter } from './enter.ts';
import { maskContacts } from './masks/rules.ts';
import { move } from './moving.ts';
import {
  decideAccept,
  decideConfirm,
  decideStep,
  type DeclineReason,
  type MatchRefusal,
  type Side,
  type Status,
  type Step,
} from './rules.ts';
import { askedOf, organisationOf } from './sides.ts';

export type Done = Result<{ readonly matchId: string }, MatchRefusal | DeadLink>;
export const changing = (now: Date) => ({ lock: true, now });

export function factsOf({ match, side }: Pick<Entered, 'match' | 'side'>) {
  return { status: match.status, asker: match.asker as Side, by: side };
}

/** Yes: the talk begins. It takes a place of the month where there is an offer, and an offer that ended meanwhile says so. */
export async function acceptMatch(db: Db, entrance: Entrance, now = new Date()): Promise<Done> {
  return enter(db, entrance, changing(now), async (tx, entered) => {
    const { match, side } = entered;
    const early = decideStep('accept', factsOf(entered));
    if (!early.ok) return early;
    const today = tokyoDay(now);
    const isResting = (await listPauses(tx, [organisationOf(match, side)])).length > 0;
    const isOpen = (await isPostOpen(tx, askedOf(match), today)) || isResting;
    const taken =
      match.offerId && isOpen && !isResting
        ? await takeCapacity(tx, { offerId: match.offerId, day: today })
        : 'taken';
    const standing = {
      isResting,
      isOpen: isOpen && (taken === 'taken' || taken === 'full'),
      isFree: taken !== 'full',
    };
    const decision = decideAccept({ ...factsOf(entered), ...standing });
    if (!decision.ok) return decision;
    const takenIn = match.offerId ? today.slice(0, 7) : null;
    await go(tx, entered, { step: 'accept', to: decision.value, fields: { takenIn } }, now);
    await publicPagesChanged(tx);
    return ok({ matchId: match.id });
  });
}

async function isPostOpen(tx: Tx, postId: string, today: string): Promise<boolean> {
  const { state, lastOn } = await findPost(tx, postId);
  return state === 'published' && lastOn >= today;
}

/** No, in one press and with a reason: the other side can go on looking. */
export async function declineMatch(
  db: Db,
  entrance: Entrance,
  { reason, words = '' }: { reason: DeclineReason; words?: string },
  now = new Date(),
): Promise<Done> {
  return step(db, entrance, { step: 'decline', words, fields: { reason } }, now);
}

export async function withdrawMatch(
  db: Db,
  entrance: Entrance,
  { words = '' }: { words?: string },
  now = new Date(),
): Promise<Done> {
  return step(db, entrance, { step: 'withdraw', words, fields: { reason: 'withdrawn' } }, now);
}

/** After the agreement it takes words to step back. */
export async function stepBack(
  db: Db,
  entrance: Entrance,
  { words }: { words: string },
  now = new Date(),
): Promise<Done> {
  return step(
    db,
    entrance,
    { step: 'stepBack', words, needsWords: 'reason-missing', fields: { reason: 'stepped-back' } },
    now,
  );
}

export async function say(
  db: Db,
  entrance: Entrance,
  { words }: { words: string },
  now = new Date(),
): Promise<Result<{ readonly matchId: string; readonly masked: number }, MatchRefusal | DeadLink>> {
  const done = await step(
    db,
    entrance,
    { step: 'say', kind: 'said', words, needsWords: 'words-missing' },
    now,
  );
  return done.ok ? ok({ ...done.value, masked: maskContacts(words).masked }) : done;
}

interface Draft {
  readonly text: string;
  readonly quantity: number | null;
  readonly dueOn: string;
}

/** What both will do, in a few lines. Writing it is a yes to it; the other side confirms it as it stands, or writes it anew. */
export async function draftAgreement(
  db: Db,
  entrance: Entrance,
  draft: Draft,
  now = new Date(),
): Promise<Done> {
  return enter(db, entrance, changing(now), async (tx, entered) => {
    const { match, side } = entered;
    const decision = decideStep('draft', factsOf(entered));
    if (!decision.ok) return decision;
    if (!draft.text.trim()) return refuse('words-missing');
    if (draft.dueOn < tokyoDay(now)) return refuse('day-not-possible');
    const { text } = maskContacts(draft.text);
    const { quantity, dueOn } = draft;
    const fields = { draft: text, draftedBy: side, draftVersion: match.draftVersion + 1, quantity, dueOn };
    await go(
      tx,
      entered,
      { step: 'draft', kind: 'drafted', to: decision.value, words: draft.text, fields },
      now,
    );
    return ok({ matchId: match.id });
  });
}

/** Both have said yes to the same text; from here on the quantity is promised. */
export async function confirmAgreement(
  db: Db,
  entrance: Entrance,
  { seenVersion }: { seenVersion: number },
  now = new Date(),
): Promise<Done> {
  return enter(db, entrance, changing(now), async (tx, entered) => {
    const { match } = entered;
    const { draftVersion: version } = match;
    const facts = { ...factsOf(entered), draftedBy: match.draftedBy as Side | null, version, seenVersion };
    const decision = decideConfirm(facts);
    if (!decision.ok) return decision;
    const { quantity } = match;
    if (quantity !== null && !(await promise(tx, entered, quantity, now))) return refuse('not-so-much');
    await go(tx, entered, { step: 'confirm', to: decision.value, fields: { agreedAt: now } }, now);
    return ok({ matchId: match.id });
  });
}

/** Takes from need and offer what is promised; from neither when one has not so much left. */
async function promise(tx: Tx, { match }: Entered, amount: number, at: Date): Promise<boolean> {
  const { offerId, needId } = match;
  if (offerId && !(await useQuantity(tx, { postId: offerId, amount, at }))) return false;
  // A need that is met with more than it asked for is met.
  if (needId && !(await useQuantity(tx, { postId: needId, amount, at }))) {
    const { quantity, usedQuantity } = await findPost(tx, needId);
    if (quantity !== null) await useQuantity(tx, { postId: needId, amount: quantity - usedQuantity, at });
  }
  return true;
}

interface Plain {
  readonly step: Step;
  readonly kind?: string;
  readonly words: string;
  readonly needsWords?: 'words-missing' | 'reason-missing';
  readonly fields?: { readonly reason: string };
}

async function step(db: Db, entrance: Entrance, given: Plain, now: Date): Promise<Done> {
  return enter(db, entrance, changing(now), async (tx, entered) => {
    const { needsWords, ...plain } = given;
    const decision = decideStep(plain.step, factsOf(entered));
    if (!decision.ok) return decision;
    if (needsWords && !plain.words.trim()) return refuse(needsWords);
    await go(tx, entered, { ...plain, to: decision.value }, now);
    await publicPagesChanged(tx);
    return ok({ matchId: entered.match.id });
  });
}

type Gone = Omit<Parameters<typeof move>[2], 'by' | 'personId'> & { readonly to: Status };

export async function go(tx: Tx, { match, side, personId }: Entered, gone: Gone, now: Date): Promise<void> {
  await move(tx, match, { ...gone, by: side, personId }, now);
}
