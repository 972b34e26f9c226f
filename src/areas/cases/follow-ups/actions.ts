import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { changeCase } from '../case-files/actions.ts';
import { caseKey, mustWrite } from '../case-files/read.ts';
import { type CaseFile, lockCaseFile } from '../case-files/store.ts';
import { decideFollowUp, type FollowUpRefusal } from './rules.ts';
import { type FollowUp, insertFollowUp, lockFollowUp, updateFollowUp } from './store.ts';

/** Somebody has asked how things are: what they heard, and when to ask again. */
export async function recordFollowUp(
  db: Db,
  who: PersonWho,
  input: { vault: Vault; followUpId: string; result: string; note: string; nextOn: string },
  now = new Date(),
): Promise<Result<{ caseId: string }, FollowUpRefusal>> {
  const { vault, followUpId, result, note, nextOn } = input;
  return inTransaction(db, who, async (tx) => {
    const followUp = await lockFollowUp(tx, followUpId);
    const caseFile = await lockCaseFile(tx, followUp.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const today = tokyoDay(now);
    const decision = decideFollowUp({ result, doneOn: followUp.doneOn, nextOn, today });
    if (!decision.ok) return decision;
    const { caseId, homeId } = followUp;
    await updateFollowUp(tx, followUpId, {
      result,
      doneOn: today,
      doneBy: who.personId,
      sealed: note ? seal(caseKey(vault, caseFile), { text: note, owner: `follow-up:${followUpId}` }) : null,
    });
    if (nextOn) await insertFollowUp(tx, { caseId, homeId, dueOn: nextOn, createdAt: now });
    await changeCase(
      tx,
      caseFile,
      { event: 'case.follow-up', change: { nextOn: nextOn || null }, facts: { result } },
      now,
    );
    const facts = { caseId, result };
    await record(
      tx,
      { event: 'follow-up.record', subject: { kind: 'follow-up', id: followUpId }, facts },
      now,
    );
    return ok({ caseId });
  });
}

export function noteOf(vault: Vault, caseFile: CaseFile, { id, sealed }: FollowUp): string {
  return sealed ? unseal(caseKey(vault, caseFile), { sealed, owner: `follow-up:${id}` }) : '';
}
