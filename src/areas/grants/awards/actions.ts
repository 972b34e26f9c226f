import type { Tx } from '#platform/database/database.ts';
import { Conflict } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { moveMoney } from '../ledger/actions.ts';
import type { MoveRefusal } from '../ledger/rules.ts';
import { decideBinding } from './rules.ts';
import { lockBudget } from '../ledger/store.ts';
import { numberDocuments } from '../letters/numbers.ts';
import { insertAwards, updateDecided } from './store.ts';

/** The call, its office and the day of one decision about one or many applications. */
export interface Decision {
  readonly callId: string;
  readonly bureauId: string;
  /** YYYY-MM-DD; its fiscal year is the one of the document numbers. */
  readonly decidedOn: string;
  /** award: 交付決定 of a subsidy · support: 支給決定 of a one-shot payment · benefit: the same to a person */
  readonly kind: 'award' | 'support' | 'benefit';
}

export interface NewAward {
  readonly applicationId: string;
  /** The terms that the application was written under. */
  readonly versionId: string;
  /** Whole yen above 0. */
  readonly yen: number;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
}

export interface OpenedAward {
  readonly awardId: string;
  readonly applicationId: string;
  /** 文書番号 */
  readonly number: string;
  /** In the register of documents: the letter is issued for it. */
  readonly documentId: string;
}

/**
 * 交付決定: all awards of a decision or none, each with its number, its application decided and its money bound. More than is free
 * is refused before anything is written. Whoever calls has asked whether the person may decide, and records the event.
 */
export async function openAwards(
  tx: Tx,
  { callId, bureauId, decidedOn, kind, awards }: Decision & { readonly awards: readonly NewAward[] },
  now: Date,
): Promise<Result<readonly OpenedAward[], MoveRefusal>> {
  if (awards.length === 0) return ok([]);
  // The budget first, numbers after it: the one order in which everybody waits.
  const { bureauId: _, ...balance } = await lockBudget(tx, callId);
  const bound = decideBinding(
    balance,
    awards.map(({ yen }) => yen),
  );
  if (!bound.ok) return bound;
  const applicationIds = awards.map(({ applicationId }) => applicationId);
  const moved = await updateDecided(tx, { applicationIds, at: now });
  if (moved.length < applicationIds.length) throw new Conflict('grant application');
  const documents = applicationIds.map((applicationId) => ({ applicationId, kind }));
  const numbered = await numberDocuments(tx, { bureauId, issuedOn: decidedOn, documents }, now);
  const opened = numbered.map((document) => ({ awardId: crypto.randomUUID(), ...document }));
  await insertAwards(
    tx,
    awards.map(({ applicationId, versionId, startsOn = null, endsOn = null }, at) => {
      const { awardId: id = '', number = '' } = opened[at] ?? {};
      return { id, applicationId, callId, versionId, bureauId, number, decidedOn, startsOn, endsOn };
    }),
  );
  const moves = awards.map(({ yen }, at) => {
    const { awardId = '', documentId: sourceId = '' } = opened[at] ?? {};
    return { awardId, kind: 'decide' as const, yen, sourceId };
  });
  const money = await moveMoney(tx, { callId, moves }, now);
  if (!money.ok) throw new Error(`money that was free is not: ${money.refusal}`);
  return ok(opened);
}

/** The same for one application. */
export async function openAward(
  tx: Tx,
  { applicationId, versionId, yen, startsOn, endsOn, ...decision }: Decision & NewAward,
  now: Date,
): Promise<Result<OpenedAward, MoveRefusal>> {
  const award = { applicationId, versionId, yen, startsOn: startsOn ?? null, endsOn: endsOn ?? null };
  const opened = await openAwards(tx, { ...decision, awards: [award] }, now);
  if (!opened.ok) return opened;
  const [only] = opened.value;
  if (!only) throw new Error('no award was opened');
  return ok(only);
}
