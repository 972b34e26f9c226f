import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { ok, type Result } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { supervises } from '../access.ts';
import { changeCase } from '../case-files/actions.ts';
import { caseKey, mustWrite } from '../case-files/read.ts';
import { type CaseFile, findCaseFile, lockCaseFile } from '../case-files/store.ts';
import { listCarriers } from '../relations/carriers.ts';
import { endRelations, insertRelation } from '../relations/store.ts';
import { type BarRefusal, decideBar, decideLift } from './rules.ts';
import { type CaseBar, insertBar, listBars, lockBar, updateBar } from './store.ts';

/** Shuts somebody out of a case by name, in the same moment: whatever they stand to it from then on, there is no such case for them. */
export async function barPerson(
  db: Db,
  who: PersonWho,
  { vault, caseId, personId, reason }: { vault: Vault; caseId: string; personId: string; reason: string },
  now = new Date(),
): Promise<Result<'barred', BarRefusal>> {
  const carriers = await listCarriers(db);
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const standing = (await listBars(tx, caseId)).filter(({ endedAt }) => !endedAt);
    const decision = decideBar({
      personId,
      self: who.personId,
      assignedTo: caseFile.assignedTo,
      mayBeBarred: carriers.map((each) => each.personId),
      barred: standing.map((each) => each.personId),
      reason,
    });
    if (!decision.ok) return decision;
    const id = crypto.randomUUID();
    const { organisationId: homeId } = caseFile;
    const shut = { caseId, homeId, kind: 'barred', personId, basisId: id, beginsAt: now };
    const relationId = await insertRelation(tx, { ...shut, createdBy: who.personId });
    const sealedReason = seal(caseKey(vault, caseFile), { text: reason.trim(), owner: `bar:${id}` });
    await insertBar(tx, {
      id,
      caseId,
      relationId,
      personId,
      sealedReason,
      createdBy: who.personId,
      createdAt: now,
    });
    const facts = { person: personId };
    await changeCase(tx, caseFile, { event: 'case.bar', change: { hasBarred: true }, facts }, now);
    return ok('barred');
  });
}

/** Lets somebody in again. */
export async function liftBar(
  db: Db,
  who: PersonWho,
  { barId }: { barId: string },
  now = new Date(),
): Promise<Result<'lifted', BarRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const bar = await lockBar(tx, barId);
    const caseFile = await findCaseFile(tx, bar.caseId);
    const supervisor = supervises(who, caseFile.organisationId);
    const decision = decideLift({ supervisor, endedAt: bar.endedAt });
    if (!decision.ok) return decision;
    await endRelations(tx, [bar.id], now);
    await updateBar(tx, barId, { endedAt: now, endedBy: who.personId });
    const left = (await listBars(tx, bar.caseId)).some(({ endedAt }) => !endedAt);
    const facts = { person: bar.personId };
    if (left)
      await record(tx, { event: 'case.unbar', subject: { kind: 'case', id: bar.caseId }, facts }, now);
    else await changeCase(tx, caseFile, { event: 'case.unbar', change: { hasBarred: false }, facts }, now);
    return ok('lifted');
  });
}

export function reasonOfBar(vault: Vault, caseFile: CaseFile, { id, sealedReason }: CaseBar): string {
  return unseal(caseKey(vault, caseFile), { sealed: sealedReason, owner: `bar:${id}` });
}
