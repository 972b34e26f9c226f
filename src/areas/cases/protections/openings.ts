import { hasRole, type PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { ok, type Result } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can, protectionOfficer, supervises, worksAt } from '../access.ts';
import { caseKey } from '../case-files/read.ts';
import { type CaseFile, findCaseFile, lockCaseFile } from '../case-files/store.ts';
import { isBarredFrom } from '../relations/rules.ts';
import { insertRelation, listRelations } from '../relations/store.ts';
import { keeper } from './actions.ts';
import { decideAgreeing, decideAsking, openMinutes, type ProtectionRefusal } from './rules.ts';
import { insertOpening, listOpenings, listWaitingOpenings, lockOpening, updateOpening } from './store.ts';

/** The letter to those who may agree, and the one back: without a word of whom it is about. */
export const openingMail = { name: 'opening.tell' } as Job<{ openingId: string }>;

/** Asks a second person for one thing, with a reason that only they read. */
export async function askToOpen(
  db: Db,
  who: PersonWho,
  { vault, caseId, what, reason }: { vault: Vault; caseId: string; what: string; reason: string },
  now = new Date(),
): Promise<Result<'asked', ProtectionRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    if (!worksAt(who, caseFile.organisationId)) throw new Forbidden(can.writeCase.name);
    const openings = await listOpenings(tx, caseId);
    const waiting = openings.filter(({ askedBy, decidedAt }) => !decidedAt && askedBy === who.personId);
    const decision = decideAsking({ isProtected: caseFile.isProtected, what, reason, waiting });
    if (!decision.ok) return decision;
    const id = crypto.randomUUID();
    await insertOpening(tx, {
      id,
      caseId,
      homeId: caseFile.organisationId,
      what,
      askedBy: who.personId,
      sealedReason: seal(caseKey(vault, caseFile), { text: reason.trim(), owner: `opening:${id}` }),
      askedAt: now,
    });
    await enqueue(tx, openingMail, { openingId: id });
    await record(tx, { event: 'opening.ask', subject: { kind: 'case', id: caseId }, facts: { what } }, now);
    return ok('asked');
  });
}

/** The second person agrees or does not; what opens, opens for minutes, for the one who asked. */
export async function decideOpening(
  db: Db,
  who: PersonWho,
  { openingId, agree }: { openingId: string; agree: boolean },
  now = new Date(),
): Promise<Result<'agreed' | 'refused', ProtectionRefusal>> {
  return inTransaction(db, keeper, async (tx) => {
    const opening = await lockOpening(tx, openingId);
    const caseFile = await findCaseFile(tx, opening.caseId);
    const { personId } = who;
    const relations = await listRelations(tx, caseFile.id);
    const decision = decideAgreeing({
      opening,
      isProtected: caseFile.isProtected,
      personId,
      isSecond: isSecond(who, caseFile),
      isBarred: isBarredFrom(relations, personId, now),
    });
    if (!decision.ok) return decision;
    const endsAt = agree ? new Date(now.getTime() + openMinutes * 60_000) : null;
    await updateOpening(tx, openingId, { decidedBy: personId, decidedAt: now, granted: agree, endsAt });
    if (endsAt && (opening.what === 'open' || opening.what === 'address'))
      await insertRelation(tx, {
        caseId: caseFile.id,
        homeId: caseFile.organisationId,
        kind: 'revealed',
        personId: opening.askedBy,
        classes: ['protected'],
        basisId: openingId,
        beginsAt: now,
        endsAt,
        createdBy: personId,
      });
    await enqueue(tx, openingMail, { openingId });
    const facts = { by: personId, for: opening.askedBy, what: opening.what };
    const subject = { kind: 'case', id: caseFile.id };
    await record(tx, { event: agree ? 'opening.agree' : 'opening.refuse', subject, facts }, now);
    return ok(agree ? 'agreed' : 'refused');
  });
}

/** A supervisor of the case's organisation, or the officer. */
function isSecond(who: PersonWho, { organisationId }: Pick<CaseFile, 'organisationId'>): boolean {
  return supervises(who, organisationId) || hasRole(who, protectionOfficer);
}

export interface WaitingOpening {
  readonly id: string;
  readonly number: string;
  readonly what: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly reason: string;
  /** Asked by the reader: somebody else decides. */
  readonly own: boolean;
}

/** What waits for the reader's agreement: the number of the case, who asks and why; nothing of the case itself. */
export async function readWaitingOpenings(
  db: Db,
  who: PersonWho,
  vault: Vault,
  now = new Date(),
): Promise<readonly WaitingOpening[]> {
  return inTransaction(db, keeper, async (tx: Tx) => {
    const shown: WaitingOpening[] = [];
    for (const { opening, file, askedByName } of await listWaitingOpenings(tx)) {
      if (!isSecond(who, file) || !file.sealedKey) continue;
      if (file.hasBarred && isBarredFrom(await listRelations(tx, file.id), who.personId, now)) continue;
      const { id, what, askedAt, askedBy, sealedReason } = opening;
      const reason = unseal(caseKey(vault, file), { sealed: sealedReason, owner: `opening:${id}` });
      const own = askedBy === who.personId;
      shown.push({ id, number: file.number, what, askedByName, askedAt, reason, own });
    }
    return shown;
  });
}
