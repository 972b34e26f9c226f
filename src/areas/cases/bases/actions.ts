import type { PersonWho, Who } from '#platform/access.ts';
import { system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { listHolders } from '#platform/people/organisations.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can, caseSupervisor, organisationsOf, protectionOfficer } from '../access.ts';
import { changeCase } from '../case-files/actions.ts';
import { caseKey, mustWrite } from '../case-files/read.ts';
import { type CaseFile, findCaseFile, findCaseIdByNumber, lockCaseFile } from '../case-files/store.ts';
import { stopReferrals } from '../referrals/stop.ts';
import { fieldClasses, isBarredFrom, urgentHours } from '../relations/rules.ts';
import { endRelations, insertRelation, listRelations } from '../relations/store.ts';
import { type BasisRefusal, decideConsent, decideUrgency } from './rules.ts';
import {
  type CaseBasis,
  findBasis,
  insertBasis,
  listUnseenUrgencies,
  lockBasis,
  updateBasis,
} from './store.ts';

export interface NewConsent {
  readonly caseId: string;
  readonly classes: readonly string[];
  readonly organisationIds: readonly string[];
  readonly purpose: string;
  readonly how: string;
  /** The words that the person was shown. */
  readonly wordsShown: string;
  readonly givenOn: string;
  /** Empty: a year. */
  readonly untilOn: string;
}

/** The person agrees: what, to whom, why, until when. The first consent is a step of the case's way. */
export async function giveConsent(
  db: Db,
  who: Who,
  { vault, ...consent }: { vault: Vault } & NewConsent,
  now = new Date(),
): Promise<Result<CaseBasis, BasisRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, consent.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const { classes, organisationIds, purpose, givenOn, how, wordsShown } = consent;
    const untilOn = consent.untilOn || addDays(givenOn, 365);
    const today = tokyoDay(now);
    const decision = decideConsent({ classes, organisationIds, purpose, givenOn, untilOn, today });
    if (!decision.ok) return decision;
    const basis = await insertBasis(tx, {
      ...sealedPurpose(vault, caseFile, purpose),
      caseId: caseFile.id,
      homeId: caseFile.organisationId,
      lane: 'consent',
      classes: [...classes],
      organisationIds: [...organisationIds],
      how,
      wordsShown,
      givenOn,
      untilOn,
      createdBy: who.kind === 'person' ? who.personId : null,
      createdAt: now,
    });
    await ledger(tx, 'basis.consent', basis, { classes, organisations: organisationIds.length }, now);
    if (!caseFile.consentedOn && caseFile.screening)
      await changeCase(tx, caseFile, { event: 'case.consent', change: { consentedOn: givenOn } }, now);
    return ok(basis);
  });
}

function sealedPurpose(vault: Vault, caseFile: CaseFile, purpose: string) {
  const id = crypto.randomUUID();
  return {
    id,
    sealedPurpose: seal(caseKey(vault, caseFile), { text: purpose.trim(), owner: `basis:${id}` }),
  };
}

export function purposeOf(vault: Vault, caseFile: CaseFile, basis: CaseBasis): string {
  const owner = `basis:${basis.id}`;
  return unseal(caseKey(vault, caseFile), { sealed: basis.sealedPurpose, owner });
}

async function ledger(
  tx: Tx,
  event: `basis.${string}`,
  { id, caseId }: CaseBasis,
  facts: Record<string, unknown>,
  now: Date,
): Promise<void> {
  await record(tx, { event, subject: { kind: 'basis', id }, facts: { caseId, ...facts } }, now);
}

/** The person takes it back: links, access and everything on its way stop in the same moment. What was already told is not unsaid. */
export async function withdrawConsent(
  db: Db,
  who: Who,
  { basisId, how }: { basisId: string; how: string },
  now = new Date(),
): Promise<Result<{ stopped: number }, BasisRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const basis = await lockBasis(tx, basisId);
    if (basis.lane !== 'consent') return refuse('basis-missing');
    if (basis.withdrawnAt) return refuse('already-withdrawn');
    await mustWrite(tx, { who, caseFile: await findCaseFile(tx, basis.caseId), fieldClass: 'basic' }, now);
    await updateBasis(tx, basisId, { withdrawnAt: now, withdrawnHow: how });
    await endRelations(tx, [basisId], now);
    const stopped = await stopReferrals(tx, basisId, now);
    await ledger(tx, 'basis.withdraw', basis, { stopped }, now);
    return ok({ stopped });
  });
}

/** The letter to the second person: the product writes it, without a word of the case. */
export const urgencyMail = { name: 'urgency.tell' } as Job<{ basisId: string }>;

/** Who breaks the glass cannot see the case before: the product looks it up and opens it for them, for hours. */
export const glass = system('basis.urgency');

/**
 * 緊急: somebody at another organisation, or a colleague who sees only the everyday, opens a case for life and body. They give
 * its number, a reason and a second person, who is told at once; after the hours it closes by itself.
 */
export async function breakGlass(
  db: Db,
  who: PersonWho,
  input: { vault: Vault; caseId: string; reason: string; tells: string | null },
  now = new Date(),
): Promise<Result<CaseBasis, BasisRefusal>> {
  if (organisationsOf(who).length === 0) throw new Forbidden(can.readCases.name);
  const { vault, caseId, reason, tells } = input;
  const barred = await inTransaction(db, glass, (tx) => listRelations(tx, caseId));
  const mayBeTold = (await listToTell(db, who))
    .map(({ personId }) => personId)
    .filter((personId) => !isBarredFrom(barred, personId, now));
  const decision = decideUrgency({ reason, tells, self: who.personId, mayBeTold });
  if (!decision.ok) return decision;
  return inTransaction(db, glass, async (tx) =>
    ok(await openGlass(tx, { vault, caseId, reason, tells, personId: who.personId }, now)),
  );
}

/** The case opens for hours, and the second person hears of it. */
export async function openGlass(
  tx: Tx,
  input: { vault: Vault; caseId: string; reason: string; tells: string | null; personId: string },
  now: Date,
): Promise<CaseBasis> {
  const { vault, caseId, reason, tells, personId } = input;
  const caseFile = await findCaseFile(tx, caseId);
  if (isBarredFrom(await listRelations(tx, caseId), personId, now)) throw new NotFound('case');
  const endsAt = new Date(now.getTime() + urgentHours * 3_600_000);
  const classes = fieldClasses.filter((each) => each !== 'protected');
  const common = { caseId, homeId: caseFile.organisationId, personId, classes, createdBy: personId };
  const basis = await insertBasis(tx, {
    ...sealedPurpose(vault, caseFile, reason),
    ...common,
    lane: 'urgency',
    givenOn: tokyoDay(now),
    endsAt,
    toldPersonId: tells,
    createdAt: now,
  });
  await insertRelation(tx, { ...common, kind: 'urgent', basisId: basis.id, beginsAt: now, endsAt });
  await enqueue(tx, urgencyMail, { basisId: basis.id });
  await ledger(tx, 'basis.urgency', basis, { by: personId, told: tells }, now);
  return basis;
}

/** Who can be told: supervisors and officers where somebody works, themselves left out. */
export async function listToTell(db: Db, who: PersonWho) {
  const roles = [caseSupervisor.name, protectionOfficer.name];
  const found = await inTransaction(db, who, (tx) =>
    listHolders(tx, { organisationIds: organisationsOf(who), roles }),
  );
  return found.filter(({ personId }) => personId !== who.personId);
}

/** The second person has looked at why the glass was broken. */
export async function seeUrgency(
  db: Db,
  who: PersonWho,
  { basisId }: { basisId: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, glass, async (tx) => {
    const basis = await findBasis(tx, basisId);
    if (basis.toldPersonId !== who.personId) throw new Forbidden(can.readCases.name);
    await updateBasis(tx, basisId, { seenAt: basis.seenAt ?? now });
    await ledger(tx, 'basis.see-urgency', basis, { by: who.personId }, now);
  });
}

/** Whether there is such a case, for somebody who may not see it: they get its id to break the glass with, and nothing else. */
export async function findCaseForUrgency(
  db: Db,
  who: PersonWho,
  { organisationId, number }: { organisationId: string; number: string },
  now = new Date(),
): Promise<string | undefined> {
  return inTransaction(db, glass, async (tx) => {
    const caseId = await findCaseIdByNumber(tx, { organisationId, number });
    // For whoever is shut out by name there is no such case.
    if (!caseId || isBarredFrom(await listRelations(tx, caseId), who.personId, now)) return undefined;
    return caseId;
  });
}

/** What somebody was told of and has not yet looked at: the number of the case and the reason, whatever else they may see. */
export async function readUrgencies(
  db: Db,
  who: PersonWho,
  vault: Vault,
): Promise<readonly { id: string; number: string; reason: string }[]> {
  return inTransaction(db, glass, async (tx) => {
    const told = [];
    for (const basis of await listUnseenUrgencies(tx, who.personId)) {
      const caseFile = await findCaseFile(tx, basis.caseId);
      told.push({ id: basis.id, number: caseFile.number, reason: purposeOf(vault, caseFile, basis) });
    }
    return told;
  });
}
