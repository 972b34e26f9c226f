import { randomInt } from 'node:crypto';
import type { PersonWho, Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { hashPassword } from '#platform/sign-in/passwords/hash.ts';
import { seal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { newPassphrase, readPassphrase } from '#areas/consultations/index.ts';
import { caseKey, mustWrite } from '../case-files/read.ts';
import { lockCaseFile } from '../case-files/store.ts';
import { finishTask } from '../tasks/actions.ts';
import { decideAnswer, type OwnPageRefusal } from './rules.ts';
import { findKey, lockRequest, updateKey, updateRequest, writeKey } from './store.ts';

/** Shown once, on a slip of paper. */
export interface Slip {
  readonly number: string;
  readonly passphrase: string;
}

function newSlip(): Slip {
  return { number: String(randomInt(10_000_000, 100_000_000)), passphrase: newPassphrase() };
}

/** Number and passphrase for the person's own page; those before no longer let anybody in. */
export async function issueOwnPage(
  db: Db,
  who: Who,
  { caseId, slip = newSlip() }: { caseId: string; slip?: Slip },
  now = new Date(),
): Promise<Slip> {
  const { number } = slip;
  const passphraseHash = await hashPassword(readPassphrase(slip.passphrase));
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const issue = ((await findKey(tx, caseId))?.issue ?? 0) + 1;
    const issuedBy = who.kind === 'person' ? who.personId : null;
    await writeKey(tx, {
      caseId,
      number,
      passphraseHash,
      issue,
      issuedBy,
      issuedAt: now,
      lastUsedOn: null,
      revokedAt: null,
    });
    const subject = { kind: 'case', id: caseId };
    await record(tx, { event: 'own-page.issue', subject, facts: { issue } }, now);
    return slip;
  });
}

/** The page is closed: on every device, at once. */
export async function revokeOwnPage(
  db: Db,
  who: PersonWho,
  { caseId }: { caseId: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    await updateKey(tx, caseId, { revokedAt: now });
    await record(tx, { event: 'own-page.revoke', subject: { kind: 'case', id: caseId } }, now);
  });
}

/** What the person asked for is answered in words that they read on their page; the task that it became is done. */
export async function answerRequest(
  db: Db,
  who: PersonWho,
  input: { vault: Vault; caseId: string; requestId: string; answer: string; words: string },
  now = new Date(),
): Promise<Result<'answered', OwnPageRefusal>> {
  const { vault, caseId, requestId, answer, words } = input;
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'record' }, now);
    const request = await lockRequest(tx, requestId);
    if (request.caseId !== caseId) throw new NotFound('request');
    const decision = decideAnswer({ answered: request.answeredAt !== null, answer, words });
    if (!decision.ok) return decision;
    const owner = `own-answer:${requestId}`;
    await updateRequest(tx, requestId, {
      answer,
      sealedAnswer: words ? seal(caseKey(vault, caseFile), { text: words, owner }) : null,
      answeredBy: who.personId,
      answeredAt: now,
    });
    if (request.taskId) await finishTask(tx, who, { taskId: request.taskId }, now);
    const subject = { kind: 'request', id: requestId };
    await record(tx, { event: 'own-page.answer', subject, facts: { caseId, answer } }, now);
    return ok('answered');
  });
}
