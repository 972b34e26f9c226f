import { randomUUID } from 'node:crypto';
import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { postToHolders } from '#platform/mail/letters.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { placeOperator } from '../../access.ts';
import { placeStaffPaths } from '../../paths.ts';
import { findOwnPlace, findPlace } from '../read.ts';
import { decideAnswer, decideSettle, decideWish, isOpen, type WishKind, type WishRefusal } from './rules.ts';
import {
  type Answer,
  endWishRow,
  findWish,
  insertAnswer,
  insertWish,
  listAnswers,
  lockWish,
  updateAnswer,
  weighAnswers,
} from './store.ts';
import { mailWords } from './words.ts';

/** Whoever answers a wish is nobody we know. */
export const answering = system('place.answer');

export interface NewWish {
  readonly serviceId: string;
  readonly kind: WishKind;
  readonly title: string;
  readonly detail: string;
  readonly wanted: number | null;
  readonly unit: string;
  readonly untilOn: string;
}

export async function openWish(
  db: Db,
  who: Who,
  input: NewWish,
  now = new Date(),
): Promise<Result<{ wishId: string }, WishRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { organisationId } = await findOwnPlace(tx, who, input.serviceId);
    const decision = decideWish({ untilOn: input.untilOn, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    const wishId = randomUUID();
    await insertWish(tx, { ...input, id: wishId, organisationId, createdAt: now });
    await told(tx, 'place-wish.open', { serviceId: input.serviceId, wishId }, now);
    return ok({ wishId });
  });
}

export async function endWish(
  db: Db,
  who: Who,
  { serviceId, wishId }: { serviceId: string; wishId: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    await findOwnPlace(tx, who, serviceId);
    await findWish(tx, { serviceId, wishId });
    await endWishRow(tx, wishId, now);
    await told(tx, 'place-wish.end', { serviceId, wishId }, now);
  });
}

/** What somebody says of themselves when they answer. */
export interface Said {
  readonly name: string;
  readonly reach: string;
  readonly words: string;
}

/** An answer from the public page: sealed at once; the operators are told that there is one, and nothing of it. */
export async function answerWish(
  db: Db,
  input: Said & { vault: Vault; publicUrl: string; serviceId: string; wishId: string; amount: number },
  now = new Date(),
): Promise<Result<'taken', WishRefusal>> {
  const { vault, publicUrl, serviceId, wishId, amount, name, reach, words } = input;
  return inTransaction(db, answering, async (tx) => {
    await findPlace(tx, serviceId);
    await lockWish(tx, wishId);
    const wish = await findWish(tx, { serviceId, wishId });
    const { waiting } = await weighAnswers(tx, wishId);
    const decision = decideAnswer({ open: isOpen(wish, tokyoDay(now)), waiting, reach });
    if (!decision.ok) return decision;
    const id = randomUUID();
    const { key, sealed: sealedKey } = newDataKey(vault, ownerOf(id));
    const sealed = seal(key, { text: JSON.stringify({ name, reach, words }), owner: ownerOf(id) });
    const { organisationId } = wish;
    await insertAnswer(tx, { id, wishId, organisationId, sealedKey, sealed, amount, at: now });
    const url = `${publicUrl}${placeStaffPaths.wish.to({ serviceId, wishId })}`;
    await postToHolders(tx, { organisationId, role: placeOperator.name }, (lang) => {
      const letter = mailWords[lang];
      return { subject: letter.subject, body: letter.body(url) };
    });
    const subject = { kind: 'service', id: serviceId };
    await record(tx, { event: 'place-wish.answer', subject, facts: { wish: wishId, answer: id } }, now);
    return ok('taken');
  });
}

const ownerOf = (id: string) => `place-answer:${id}`;

export interface OpenAnswer extends Said {
  readonly id: string;
  readonly amount: number;
  readonly state: string;
  readonly at: Date;
}

/** The answers to a wish for the operator; reading them is told to the ledger. */
export async function readAnswers(
  tx: Tx,
  { vault, serviceId, wishId }: { vault: Vault; serviceId: string; wishId: string },
  now: Date,
): Promise<readonly OpenAnswer[]> {
  const answers = (await listAnswers(tx, wishId)).map((row) => opened(vault, row));
  if (answers.length > 0) {
    const subject = { kind: 'service', id: serviceId };
    await record(
      tx,
      { event: 'place-wish.read', subject, facts: { wish: wishId, answers: answers.length } },
      now,
    );
  }
  return answers;
}

function opened(vault: Vault, { id, sealedKey, sealed, amount, state, at }: Answer): OpenAnswer {
  const owner = ownerOf(id);
  const said = JSON.parse(
    unseal(openDataKey(vault, { sealed: sealedKey, owner }), { sealed, owner }),
  ) as Said;
  return { ...said, id, amount, state, at };
}

/** Agreed or declined, after the operator has spoken with them; enough ends the wish. */
export async function settleAnswer(
  db: Db,
  who: Who,
  input: { serviceId: string; wishId: string; answerId: string; to: 'agreed' | 'declined' },
  now = new Date(),
): Promise<Result<{ enough: boolean }, WishRefusal>> {
  const { serviceId, wishId, answerId, to } = input;
  return inTransaction(db, who, async (tx) => {
    await findOwnPlace(tx, who, serviceId);
    await lockWish(tx, wishId);
    const { wanted } = await findWish(tx, { serviceId, wishId });
    const answer = (await listAnswers(tx, wishId)).find(({ id }) => id === answerId);
    if (!answer) throw new NotFound('place answer');
    const { agreed } = await weighAnswers(tx, wishId);
    const decision = decideSettle({ state: answer.state, to, amount: answer.amount, agreed, wanted });
    if (!decision.ok) return decision;
    await updateAnswer(tx, answerId, to);
    if (decision.value.enough) await endWishRow(tx, wishId, now);
    await told(tx, 'place-wish.settle', { serviceId, wishId, answer: answerId, to }, now);
    return ok({ enough: decision.value.enough });
  });
}

async function told(
  tx: Tx,
  event: `${string}.${string}`,
  { serviceId, ...facts }: { serviceId: string; wishId: string; answer?: string; to?: string },
  now: Date,
): Promise<void> {
  await publicPagesChanged(tx);
  await record(tx, { event, subject: { kind: 'service', id: serviceId }, facts }, now);
}
