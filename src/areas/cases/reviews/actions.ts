import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { supervises } from '../access.ts';
import { changeCase } from '../case-files/actions.ts';
import { isCode } from '../case-files/codes.ts';
import { settleNext } from '../case-files/next.ts';
import { mustWrite } from '../case-files/read.ts';
import { type CaseRefusal, closeReasons, decideStep } from '../case-files/rules.ts';
import { type CaseFile, lockCaseFile } from '../case-files/store.ts';
import type { CaseLists } from '../forms/lists.ts';
import { listsFor } from '../forms/read.ts';
import { openFor, sealFor } from '../plans/read.ts';
import { findLastPlan, updatePlan } from '../plans/store.ts';
import { decideConfirmation, decideReview, type ReviewRefusal } from './rules.ts';
import { type CaseReview, findReviewOfPlan, insertReview, lockReview, updateReview } from './store.ts';

export interface ReviewTexts {
  /** How far the goal was reached; what is left; what the person says. */
  readonly reached: string;
  readonly left: string;
  readonly personSays: string;
}

export interface ReviewInput extends ReviewTexts {
  readonly caseId: string;
  /** The version from which the form was made; 0: there was no review. */
  readonly version: number;
  readonly heldOn: string;
  readonly metOn: string | null;
  readonly outcome: string;
  readonly reason: string;
  readonly changes: readonly string[];
}

/** 評価シートを書く. It takes effect when the supervisor confirms it; a supervisor who writes it confirms it with that. */
export async function writeReview(
  db: Db,
  who: Who,
  { vault, ...input }: { vault: Vault } & ReviewInput,
  now = new Date(),
): Promise<Result<CaseReview, ReviewRefusal | CaseRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, input.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    if (caseFile.closedOn) return refuse('case-closed');
    if (!areCodes(input, await listsFor(tx, caseFile))) return refuse('code-unknown');
    const plan = await findLastPlan(tx, caseFile.id);
    const decision = decideReview({ ...input, plan, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    if (!plan) return refuse('plan-missing');
    const step = decideStep({ step: 'reviewed', facts: caseFile, on: input.heldOn, supervisor: true });
    if (!step.ok && input.outcome !== 'break-off') return step;
    const before = await findReviewOfPlan(tx, plan.id);
    if ((before?.version ?? 0) !== input.version) return refuse('changed-meanwhile');
    const id = before?.id ?? crypto.randomUUID();
    const { reached, left, personSays, heldOn, metOn, outcome, changes } = input;
    const texts: ReviewTexts = { reached, left, personSays };
    const fields = {
      heldOn,
      metOn,
      outcome,
      changes: [...changes],
      reason: outcome === 'close' ? input.reason : null,
      sealed: sealFor(vault, caseFile, { owner: ownerOf(id), value: texts }),
      writtenBy: who.kind === 'person' ? who.personId : null,
      writtenAt: now,
    };
    const { id: caseId, organisationId: homeId } = caseFile;
    const review = before
      ? await updateReview(tx, id, fields)
      : await insertReview(tx, { ...fields, id, caseId, homeId, planId: plan.id, round: plan.round });
    await ledger(tx, 'review.write', review, now);
    const confirms = supervises(who, homeId);
    return ok(confirms ? await confirm(tx, { who, caseFile, review }, now) : review);
  });
}

function areCodes({ outcome, reason, changes }: ReviewInput, lists: CaseLists): boolean {
  return (
    (outcome === '' || isCode(lists.outcomes, outcome)) &&
    (reason === '' || (closeReasons as readonly string[]).includes(reason)) &&
    changes.every((change) => isCode(lists.changes, change))
  );
}

const ownerOf = (id: string) => `review:${id}`;

export function reviewTexts(
  vault: Vault,
  caseFile: CaseFile,
  { id, sealed }: Pick<CaseReview, 'id' | 'sealed'>,
): ReviewTexts {
  return openFor(vault, caseFile, { owner: ownerOf(id), sealed }) as ReviewTexts;
}

/** The supervisor has looked at it: the plan is reviewed, and the case goes on to its end or to the next round. */
export async function confirmReview(
  db: Db,
  who: Who,
  { reviewId }: { reviewId: string },
  now = new Date(),
): Promise<Result<CaseReview, ReviewRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const review = await lockReview(tx, reviewId);
    const caseFile = await lockCaseFile(tx, review.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const supervisor = supervises(who, caseFile.organisationId);
    const decision = decideConfirmation({ ...review, supervisor });
    if (!decision.ok) return decision;
    return ok(await confirm(tx, { who, caseFile, review }, now));
  });
}

async function confirm(
  tx: Tx,
  { who, caseFile, review }: { who: Who; caseFile: CaseFile; review: CaseReview },
  now: Date,
): Promise<CaseReview> {
  const confirmedBy = who.kind === 'person' ? who.personId : null;
  const confirmed = await updateReview(tx, review.id, { confirmedOn: tokyoDay(now), confirmedBy });
  await updatePlan(tx, review.planId, { reviewedOn: review.heldOn, updatedAt: now });
  const change = { reviewedOn: review.heldOn };
  const facts = { outcome: review.outcome };
  const after = await changeCase(tx, caseFile, { event: 'case.review', change, facts }, now);
  await settleNext(tx, after);
  await ledger(tx, 'review.confirm', confirmed, now);
  return confirmed;
}

async function ledger(
  tx: Tx,
  event: `review.${string}`,
  { id, caseId, round, outcome }: CaseReview,
  now: Date,
): Promise<void> {
  await record(tx, { event, subject: { kind: 'review', id }, facts: { caseId, round, outcome } }, now);
}
