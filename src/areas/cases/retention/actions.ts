import { type PersonWho, system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { decideHold, decideYears } from '#platform/retention/rules.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can, protects, supervises } from '../access.ts';
import { caseKey, mustWrite } from '../case-files/read.ts';
import { type CaseFile, findCaseFile, lockCaseFile, updateCaseFile } from '../case-files/store.ts';
import { eraseCases } from './erase.ts';
import { decideAsking, decideErasure, type RetentionKind, type RetentionRefusal } from './rules.ts';
import { insertRequest, listWaitingRequests, lockRequest, updateRequest } from './requests/store.ts';
import { findHold, type Hold, insertHold, updateHold } from './holds/store.ts';
import { insertErasure, writePeriod } from './store.ts';

/** How many years an organisation keeps a kind. */
export async function setYears(
  db: Db,
  who: PersonWho,
  { organisationId, kind, years }: { organisationId: string; kind: RetentionKind; years: number },
  now = new Date(),
): Promise<Result<'set', RetentionRefusal>> {
  if (!supervises(who, organisationId)) throw new Forbidden(can.superviseCases.name);
  const decision = decideYears(years);
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    await writePeriod(tx, { organisationId, kind, years, changedBy: who.personId, changedAt: now });
    const subject = { kind: 'organisation', id: organisationId };
    await record(tx, { event: 'case.set-retention', subject, facts: { kind, years } }, now);
    return decision;
  });
}

/** Keeps a case from being erased, for a time and with a reason. */
export async function holdCase(
  db: Db,
  who: PersonWho,
  { vault, caseId, reason, untilOn }: { vault: Vault; caseId: string; reason: string; untilOn: string },
  now = new Date(),
): Promise<Result<'hold', RetentionRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockSupervised(tx, who, caseId);
    const today = tokyoDay(now);
    const isHeld = (await findHold(tx, caseId, today)) !== undefined;
    const decision = decideHold({ reason, untilOn, today, isHeld });
    if (!decision.ok) return decision;
    const id = crypto.randomUUID();
    await insertHold(tx, {
      id,
      caseId,
      organisationId: caseFile.organisationId,
      sealed: seal(caseKey(vault, caseFile), { text: reason.trim(), owner: `hold:${id}` }),
      untilOn,
      placedBy: who.personId,
      placedAt: now,
    });
    await updateCaseFile(tx, caseId, { isHeld: true });
    await record(tx, { event: 'case.hold', subject: { kind: 'case', id: caseId }, facts: { untilOn } }, now);
    return decision;
  });
}

export async function liftHold(
  db: Db,
  who: PersonWho,
  { caseId }: { caseId: string },
  now = new Date(),
): Promise<Result<'lift', RetentionRefusal>> {
  return inTransaction(db, who, async (tx) => {
    await lockSupervised(tx, who, caseId);
    const hold = await findHold(tx, caseId, tokyoDay(now));
    if (!hold) return refuse('not-held');
    await updateHold(tx, hold.id, { liftedBy: who.personId, liftedAt: now });
    await updateCaseFile(tx, caseId, { isHeld: false });
    await record(tx, { event: 'case.lift-hold', subject: { kind: 'case', id: caseId }, facts: {} }, now);
    return ok('lift');
  });
}

export function reasonOfHold(vault: Vault, caseFile: CaseFile, { id, sealed }: Hold): string {
  return unseal(caseKey(vault, caseFile), { sealed, owner: `hold:${id}` });
}

async function lockSupervised(tx: Tx, who: PersonWho, caseId: string): Promise<CaseFile> {
  const caseFile = await lockCaseFile(tx, caseId);
  if (!supervises(who, caseFile.organisationId)) throw new Forbidden(can.superviseCases.name);
  return caseFile;
}

/** The person wants their words gone: who carries the case asks, a second person decides. */
export async function askErasure(
  db: Db,
  who: PersonWho,
  { caseId, ground }: { caseId: string; ground: string },
  now = new Date(),
): Promise<Result<'ask', RetentionRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const isHeld = (await findHold(tx, caseId, tokyoDay(now))) !== undefined;
    const waits = (await listWaitingRequests(tx, { caseId })).length > 0;
    const decision = decideAsking({ ground, closedOn: caseFile.closedOn, isHeld, waits });
    if (!decision.ok) return decision;
    const { organisationId } = caseFile;
    await insertRequest(tx, { caseId, organisationId, ground, askedBy: who.personId, askedAt: now });
    const subject = { kind: 'case', id: caseId };
    await record(tx, { event: 'case.ask-erasure', subject, facts: { ground } }, now);
    return decision;
  });
}

/** Supervisors and the officer see who asked and why, and nothing of the case: the product erases for them. */
const erasing = system('case.erase');

export async function decideRequest(
  db: Db,
  who: PersonWho,
  { requestId, decision }: { requestId: string; decision: 'erased' | 'refused' },
  now = new Date(),
): Promise<Result<'decide', RetentionRefusal>> {
  return inTransaction(db, erasing, async (tx) => {
    const request = await lockRequest(tx, requestId);
    const { caseId, organisationId, askedBy, decidedAt } = request;
    if (!supervises(who, organisationId) && !protects(who)) throw new NotFound('erasure request');
    const isHeld = (await findHold(tx, caseId, tokyoDay(now))) !== undefined;
    const answer = decideErasure({ decision, askedBy, self: who.personId, decidedAt, isHeld });
    if (!answer.ok) return answer;
    await updateRequest(tx, requestId, { decision, decidedBy: who.personId, decidedAt: now });
    const facts = { decision, by: who.personId };
    await record(tx, { event: 'case.decide-erasure', subject: { kind: 'case', id: caseId }, facts }, now);
    if (decision === 'erased') {
      const { planRound } = await findCaseFile(tx, caseId);
      const gone = await eraseCases(tx, [caseId], now);
      const kind: RetentionKind = planRound > 0 ? 'case-file' : 'slip';
      await insertErasure(tx, {
        organisationId,
        kind,
        cause: 'demand',
        ranOn: tokyoDay(now),
        ...gone,
        at: now,
      });
    }
    return answer;
  });
}
