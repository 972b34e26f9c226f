import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { fiscalYearOf, tokyoDay, addDays, endOfTokyoDay } from '#platform/dates.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { newDataKey, type Vault } from '#platform/vault/vault.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can, supervises, worksAt } from '../access.ts';
import { isConsented } from '../bases/rules.ts';
import { listBases } from '../bases/store.ts';
import { insertFollowUp } from '../follow-ups/store.ts';
import { formSetFor } from '../forms/read.ts';
import { decideReception, type ReceptionCodes } from '../forms/rules.ts';
import { addPerson, savePersonDetail } from '../persons/actions.ts';
import { ageBandOf, ageOn, type Identity, noIdentity, type Place } from '../persons/rules.ts';
import { listWaitingReceivers } from '../referrals/names.ts';
import { fadeDays } from '../relations/rules.ts';
import { mustWrite } from './read.ts';
import { type CaseRefusal, decideClose, decideStep, screenings, stepOf, type WayStep } from './rules.ts';
import {
  type CaseFile,
  insertCaseFile,
  lockCaseFile,
  type NewCaseFile,
  nextNumber,
  updateCaseFile,
} from './store.ts';

export interface Reception {
  readonly organisationId: string;
  /** Nothing about who it is: anonymous, for now or for good. */
  readonly identity?: Identity;
  readonly place?: Place;
  readonly receivedOn?: string;
  readonly route?: string;
  readonly worries?: readonly string[];
  readonly mainWorry?: string;
  readonly municipality?: string;
  readonly contactId?: string;
  /** Where no birth was told: as the consultation record has it. */
  readonly ageBand?: string;
  readonly assignedTo?: string | null;
}

/** 相談受付: always a record, also of somebody who does not say who they are. */
export async function openCaseFile(
  db: Db,
  who: Who,
  { vault, ...reception }: { vault: Vault } & Reception,
  now = new Date(),
): Promise<Result<CaseFile, CaseRefusal>> {
  if (!worksAt(who, reception.organisationId)) throw new Forbidden(can.openCase.name);
  return inTransaction(db, who, async (tx) => {
    const { organisationId, place } = reception;
    const receivedOn = reception.receivedOn ?? tokyoDay(now);
    const codes = await decideCodes(tx, reception, receivedOn);
    if (!codes.ok) return codes;
    const identity = { ...(reception.identity ?? noIdentity), sex: codes.value.sex };
    const fiscalYear = fiscalYearOf(receivedOn);
    const personId = await addPerson(tx, { vault, organisationId }, now);
    const id = crypto.randomUUID();
    const running = await nextNumber(tx, { organisationId, fiscalYear });
    const caseFile = await insertCaseFile(tx, {
      ...countedFields({ ...codes.value, receivedOn, birth: identity.birth, ageBand: reception.ageBand }),
      id,
      number: `${fiscalYear}-${String(running).padStart(4, '0')}`,
      organisationId,
      personId,
      contactId: reception.contactId ?? null,
      sealedKey: newDataKey(vault, `case:${id}`).sealed,
      assignedTo: ownerOf(who, reception),
      openedAt: now,
      touchedAt: now,
    });
    const detail = { vault, personId, version: 0 };
    await savePersonDetail(tx, who, { ...detail, fieldClass: 'identity', facts: identity }, now);
    if (place?.address || place?.postalCode)
      await savePersonDetail(tx, who, { ...detail, fieldClass: 'place', facts: place }, now);
    const facts = { fiscalYear, anonymous: identity.name === '' };
    await said(tx, { event: 'case.open', caseId: id, facts }, now);
    return ok(caseFile);
  });
}

async function decideCodes(tx: Tx, reception: Reception, receivedOn: string) {
  const { identity = noIdentity, route = '', worries = [], mainWorry = '', municipality = '' } = reception;
  const municipalities = municipality ? await listMunicipalities(tx) : [];
  return decideReception(
    await formSetFor(tx, receivedOn),
    { sex: identity.sex, route, worries, mainWorry, municipality },
    municipalities.map(({ code }) => code),
  );
}

/** Whoever receives carries on, unless they say who does. */
function ownerOf(who: Who, { assignedTo }: Reception): string | null {
  if (assignedTo !== undefined) return assignedTo;
  return who.kind === 'person' ? who.personId : null;
}

function countedFields({
  receivedOn,
  birth,
  ageBand,
  ...codes
}: ReceptionCodes & { receivedOn: string; birth: string; ageBand: string | undefined }) {
  return {
    step: 'received',
    receivedOn,
    route: codes.route || null,
    worries: [...codes.worries],
    mainWorry: codes.mainWorry || null,
    municipality: codes.municipality || null,
    sex: codes.sex || null,
    ageBand: birth ? ageBandOf(ageOn(birth, receivedOn)) : ageBand || null,
  };
}

async function said(
  tx: Tx,
  { event, caseId, facts }: { event: `case.${string}`; caseId: string; facts?: Record<string, unknown> },
  now: Date,
): Promise<void> {
  await record(tx, { event, subject: { kind: 'case', id: caseId }, ...(facts ? { facts } : {}) }, now);
}

/** The change, the step that follows from it, the ledger, in one. Other slices of the area write a case's days through here. */
export async function changeCase(
  tx: Tx,
  caseFile: CaseFile,
  {
    event,
    change,
    facts = {},
  }: { event: `case.${string}`; change: Partial<NewCaseFile>; facts?: Record<string, unknown> },
  now: Date,
): Promise<CaseFile> {
  const after = { ...caseFile, ...change } as CaseFile;
  const step = stepOf(after);
  const written = { ...change, step, version: caseFile.version + 1, touchedAt: now };
  await updateCaseFile(tx, caseFile.id, written);
  await said(tx, { event, caseId: caseFile.id, facts: { ...facts, from: caseFile.step, to: step } }, now);
  return { ...after, ...written };
}

const dayOf = {
  screened: 'screenedOn',
  consented: 'consentedOn',
  assessed: 'assessedOn',
} as const;

/** A step of the way that is a day and no more; plan, meeting, decision and review are written by their own slices. */
export async function takeStep(
  db: Db,
  who: Who,
  input: { caseId: string; step: keyof typeof dayOf; on: string; screening?: string },
  now = new Date(),
): Promise<Result<CaseFile, CaseRefusal>> {
  const { caseId, step, on, screening } = input;
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    if (on > tokyoDay(now)) return refuse('day-order', { day: tokyoDay(now) });
    const consentStands = isConsented(await listBases(tx, caseId), on);
    const decision = decideStep({ step, facts: caseFile, on, supervisor: false, consentStands });
    if (!decision.ok) return decision;
    if (step === 'screened' && !(screenings as readonly string[]).includes(screening ?? ''))
      return refuse('screening-unknown');
    const change = { [dayOf[step]]: on, ...(step === 'screened' ? { screening } : {}) };
    return ok(await changeCase(tx, caseFile, { event: `case.${eventOf[step]}`, change }, now));
  });
}

const eventOf = {
  screened: 'screen',
  consented: 'consent',
  assessed: 'assess',
} as const satisfies Partial<Record<WayStep, string>>;

/** Who carries the case: named by a supervisor, or taken by a worker of the organisation while nobody has it. */
export async function assignCase(
  db: Db,
  who: Who,
  { caseId, to, workers }: { caseId: string; to: string; workers: readonly string[] },
  now = new Date(),
): Promise<Result<CaseFile, CaseRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    const isFree = caseFile.assignedTo === null && worksAt(who, caseFile.organisationId);
    if (!isFree) await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    if (caseFile.closedOn) return refuse('case-closed');
    if (!workers.includes(to)) return refuse('worker-elsewhere');
    const own = who.kind === 'person' && to === who.personId && !caseFile.assignedTo;
    const gives = who.kind === 'person' && caseFile.assignedTo === who.personId;
    if (!own && !gives && !supervises(who, caseFile.organisationId)) return refuse('supervisor-decides');
    const change = { assignedTo: to };
    return ok(await changeCase(tx, caseFile, { event: 'case.assign', change, facts: { to } }, now));
  });
}

/** 終結 or 中断, with its reason; colleagues who are not named no longer see into it after some months. */
export async function closeCase(
  db: Db,
  who: Who,
  { caseId, reason, followUpOn }: { caseId: string; reason: string; followUpOn?: string },
  now = new Date(),
): Promise<Result<CaseFile, CaseRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const waiting = await listWaitingReceivers(tx, caseId);
    const decision = decideClose({ facts: caseFile, reason, waiting });
    if (!decision.ok) return decision;
    const closedOn = tokyoDay(now);
    const change = {
      closedOn,
      closeReason: reason,
      nextOn: followUpOn || null,
      fadesAt: endOfTokyoDay(addDays(closedOn, fadeDays)),
    };
    if (followUpOn)
      await insertFollowUp(tx, {
        caseId,
        homeId: caseFile.organisationId,
        dueOn: followUpOn,
        createdAt: now,
      });
    return ok(await changeCase(tx, caseFile, { event: 'case.close', change, facts: { reason } }, now));
  });
}
