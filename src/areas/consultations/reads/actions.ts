import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, supervises } from '../access.ts';
import { deskTopic } from '../messages/keys.ts';
import { decideReadAnswer, decideReview, type ReadRefusal } from './rules.ts';
import { answerReview, lockReview, removeHome, writeHome, writeReview } from './store.ts';

/** Of one reader, one conversation and one Tokyo day. */
export interface ReviewOf {
  readonly deskId: string;
  readonly contactId: string;
  readonly reader: string;
  readonly readOn: string;
}

/** A supervisor says that a reading is explained, or asks the reader why. */
export async function reviewReading(
  db: Db,
  who: PersonWho,
  {
    deskId,
    contactId,
    reader,
    readOn,
    ...given
  }: ReviewOf & { state: 'explained' | 'asked'; answer: string },
  now = new Date(),
): Promise<Result<'reviewed', ReadRefusal>> {
  if (!supervises(who, deskId)) throw new Forbidden(can.reviewReads.name);
  const decision = decideReview({ reader, supervisor: who.personId, ...given });
  if (!decision.ok) return decision;
  const { state } = given;
  const answer = state === 'explained' ? given.answer : null;
  await inTransaction(db, who, async (tx) => {
    const supervisorId = who.personId;
    await writeReview(tx, {
      deskId,
      contactId,
      personId: reader,
      readOn,
      state,
      answer,
      supervisorId,
      at: now,
    });
    const facts = { reader, readOn, state, answer };
    await record(tx, { event: 'read.review', subject: { kind: 'contact', id: contactId }, facts }, now);
    await announce(tx, deskTopic(deskId));
  });
  return ok('reviewed');
}

/** The reader answers; the supervisor settles it. */
export async function answerAboutReading(
  db: Db,
  who: PersonWho,
  { reviewId, answer }: { reviewId: string; answer: string },
  now = new Date(),
): Promise<Result<'answered', ReadRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const review = await lockReview(tx, reviewId);
    if (!review || review.personId !== who.personId) throw new NotFound('review');
    const decision = decideReadAnswer({ state: review.state, answer });
    if (!decision.ok) return decision;
    await answerReview(tx, reviewId, { state: 'answered', answer });
    const subject = { kind: 'contact', id: review.contactId };
    await record(tx, { event: 'read.answer', subject, facts: { readOn: review.readOn, answer } }, now);
    return ok('answered');
  });
}

/** Where somebody of the desk lives, by municipality; empty: not kept. */
export async function keepHome(
  db: Db,
  who: PersonWho,
  { deskId, personId, municipality }: { deskId: string; personId: string; municipality: string },
  now = new Date(),
): Promise<void> {
  if (!supervises(who, deskId)) throw new Forbidden(can.reviewReads.name);
  await inTransaction(db, who, async (tx) => {
    if (municipality) await writeHome(tx, { deskId, personId, municipality });
    else await removeHome(tx, { deskId, personId });
    const facts = { personId, kept: municipality !== '' };
    await record(tx, { event: 'read.home', subject: { kind: 'desk', id: deskId }, facts }, now);
  });
}
