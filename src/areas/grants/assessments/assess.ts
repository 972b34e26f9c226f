import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can } from '../access.ts';
import { applicationKey } from '../applications/open.ts';
import { findApplication } from '../applications/store.ts';
import { termsOf } from '../calls/store.ts';
import {
  type Assessment,
  type AssessmentRefusal,
  decideAssessment,
  isInReview,
  noAssessment,
  sumOf,
} from './rules.ts';
import { findAssessment, lockAssignment, updateAssignment, writeAssessment } from './store.ts';

const ownerOf = (applicationId: string) => `grant-application:${applicationId}:assessment`;

export function openAssessment(
  vault: Vault,
  application: { id: string; sealedKey: string },
  sealed: string | undefined,
): Assessment {
  if (!sealed) return noAssessment;
  return JSON.parse(
    unseal(applicationKey(vault, application), { sealed, owner: ownerOf(application.id) }),
  ) as Assessment;
}

export interface AssessmentForm {
  readonly vault: Vault;
  readonly assignmentId: string;
  /** The version from which the page was made. */
  readonly from: number;
  readonly assessment: Assessment;
  /** Handed in; otherwise kept as a draft. */
  readonly done: boolean;
}

export async function saveAssessment(
  db: Db,
  who: PersonWho,
  { vault, assignmentId, from, assessment, done }: AssessmentForm,
  now = new Date(),
): Promise<Result<{ state: string }, AssessmentRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const assignment = await lockAssignment(tx, assignmentId);
    if (assignment.reviewerId !== who.personId) throw new Forbidden(can.review.name);
    // Who has not declared, or may not read, gets no further than the rule: the application itself stays unread.
    const reads = assignment.state === 'free' || assignment.state === 'done';
    const application =
      reads && !assignment.endedAt ? await findApplication(tx, assignment.applicationId) : undefined;
    const terms = application ? await termsOf(tx, application.versionId) : { criteria: [] };
    const stored = await findAssessment(tx, assignmentId);
    const decision = decideAssessment(terms, {
      state: assignment.state,
      ended: assignment.endedAt !== null,
      inReview: isInReview(application?.state ?? ''),
      version: stored?.version ?? 0,
      from,
      assessment,
      done,
    });
    if (!decision.ok) return decision;
    if (!application) return refuse('not-declared');
    const { id: applicationId, bureauId } = application;
    const key = applicationKey(vault, application);
    const sealed = seal(key, { text: JSON.stringify(assessment), owner: ownerOf(applicationId) });
    const version = (stored?.version ?? 0) + 1;
    const sums = sumOf(terms, assessment);
    await writeAssessment(tx, {
      assignmentId,
      applicationId,
      bureauId,
      sealed,
      ...sums,
      version,
      changedAt: now,
    });
    const state = done ? 'done' : 'free';
    await updateAssignment(tx, assignmentId, { state });
    const subject = { kind: 'grant-application', id: applicationId };
    await record(tx, { event: 'grant-review.write', subject, facts: { state } }, now);
    return ok({ state });
  });
}
