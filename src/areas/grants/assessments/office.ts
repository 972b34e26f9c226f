import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can, worksAt } from '../access.ts';
import { applicationKey } from '../applications/open.ts';
import type { MoveRefusal } from '../applications/rules.ts';
import { moveApplication } from '../applications/sending/actions.ts';
import { type Application, findApplication } from '../applications/store.ts';
import { termsOf } from '../calls/store.ts';
import { type AssessmentRefusal, decideChecked } from './rules.ts';
import { type Checklist, findChecklist, writeChecklist } from './store.ts';

const ownerOf = (applicationId: string) => `grant-application:${applicationId}:note`;

function mustCheck(who: Who, bureauId: string): void {
  if (who.kind === 'system') return;
  if (!can.checkApplication.allows(who) || !worksAt(who, bureauId))
    throw new Forbidden(can.checkApplication.name);
}

export function openNote(
  vault: Vault,
  application: Pick<Application, 'id' | 'sealedKey'>,
  { sealedNote }: Pick<Checklist, 'sealedNote'>,
): string {
  if (!sealedNote) return '';
  return unseal(applicationKey(vault, application), { sealed: sealedNote, owner: ownerOf(application.id) });
}

/** What the officer has looked at, and a note that stays in the office. */
export async function saveChecklist(
  db: Db,
  who: Who,
  {
    vault,
    applicationId,
    ticked,
    note,
  }: { vault: Vault; applicationId: string; ticked: readonly string[]; note: string },
  now = new Date(),
): Promise<Result<'saved', never>> {
  return inTransaction(db, who, async (tx) => {
    const application = await findApplication(tx, applicationId);
    const { bureauId } = application;
    mustCheck(who, bureauId);
    const { checks } = await termsOf(tx, application.versionId);
    const known = checks.map(({ code }) => code).filter((code) => ticked.includes(code));
    const owner = ownerOf(applicationId);
    const sealedNote = note ? seal(applicationKey(vault, application), { text: note, owner }) : null;
    const changedBy = who.kind === 'person' ? who.personId : null;
    await writeChecklist(tx, {
      applicationId,
      bureauId,
      ticked: known,
      sealedNote,
      changedBy,
      changedAt: now,
    });
    const subject = { kind: 'grant-application', id: applicationId };
    await record(tx, { event: 'grant-application.tick', subject, facts: { ticked: known } }, now);
    return ok('saved');
  });
}

/** 差戻し, checked, or checked again. Checked counts only with the whole list of the call ticked. */
export async function moveInReview(
  db: Db,
  who: Who,
  given: { vault: Vault; applicationId: string; move: 'return' | 'check' | 'reopen'; reason?: string },
  now = new Date(),
): Promise<Result<string, MoveRefusal | AssessmentRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const application = await findApplication(tx, given.applicationId);
    mustCheck(who, application.bureauId);
    if (given.move === 'check') {
      const ticked = (await findChecklist(tx, given.applicationId))?.ticked ?? [];
      const decision = decideChecked(await termsOf(tx, application.versionId), ticked);
      if (!decision.ok) return decision;
    }
    return moveApplication(tx, who, given, now);
  });
}
