import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { supervises } from '../access.ts';
import { isCode } from '../case-files/codes.ts';
import { settleNext } from '../case-files/next.ts';
import { caseKey, mustWrite } from '../case-files/read.ts';
import { type CaseFile, lockCaseFile, updateCaseFile } from '../case-files/store.ts';
import type { CaseLists } from '../forms/lists.ts';
import { listsFor } from '../forms/read.ts';
import { findLastPlan, updatePlan } from '../plans/store.ts';
import { type FieldClass } from '../relations/rules.ts';
import { isLasting } from './codes.ts';
import { decideCorrection, decideEnd, decideRecord, recordClasses, type RecordRefusal } from './rules.ts';
import { type CaseRecord, insertRecord, lockRecord, updateRecord } from './store.ts';

export interface RecordInput {
  readonly caseId: string;
  readonly kind: string;
  readonly service: string;
  readonly withWhom: readonly string[];
  readonly related: readonly string[];
  readonly startedAt: Date;
  readonly minutes: number | null;
  readonly place: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly nextOn: string | null;
  readonly isMonitoring: boolean;
  readonly class: string;
  /** In words, sealed: what was done, where, with whom by name, what is next. */
  readonly body: string;
  readonly placeText: string;
  readonly names: string;
  readonly next: string;
}

export interface RecordTexts {
  readonly body: string;
  readonly placeText: string;
  readonly names: string;
  readonly next: string;
}

/** 支援経過を書く: by whoever carries cases at the organisation, because it is often a colleague who takes the call. */
export async function writeRecord(
  db: Db,
  who: Who,
  { vault, ...input }: { vault: Vault } & RecordInput,
  now = new Date(),
): Promise<Result<CaseRecord, RecordRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, input.caseId);
    const checked = await check(tx, { who, caseFile, input }, now);
    if (!checked.ok) return checked;
    return ok(await write(tx, { vault, caseFile, input, who, correctsId: null }, now));
  });
}

async function check(
  tx: Tx,
  { who, caseFile, input }: { who: Who; caseFile: CaseFile; input: RecordInput },
  now: Date,
): Promise<Result<'write', RecordRefusal>> {
  if (caseFile.closedOn) return refuse('case-closed');
  const lists = await listsFor(tx, caseFile);
  if (!areCodes(input, lists)) return refuse('code-unknown');
  await mustWrite(tx, { who, caseFile, fieldClass: input.class as FieldClass }, now);
  const lasts = isLasting(lists.services, input.service);
  return decideRecord({ ...input, lasts }, { now, today: tokyoDay(now) });
}

function areCodes(input: RecordInput, { kinds, services, places, withWhom, related }: CaseLists): boolean {
  return (
    isCode(kinds, input.kind) &&
    (input.service === '' || isCode(services, input.service)) &&
    (input.place === '' || isCode(places, input.place)) &&
    input.withWhom.every((code) => isCode(withWhom, code)) &&
    input.related.every((code) => isCode(related, code)) &&
    (recordClasses as readonly string[]).includes(input.class)
  );
}

async function write(
  tx: Tx,
  {
    vault,
    caseFile,
    input,
    who,
    correctsId,
  }: { vault: Vault; caseFile: CaseFile; input: RecordInput; who: Who; correctsId: string | null },
  now: Date,
): Promise<CaseRecord> {
  const { body, placeText, names, next, ...facts } = input;
  const id = crypto.randomUUID();
  const texts: RecordTexts = { body, placeText, names, next };
  const written = await insertRecord(tx, {
    ...facts,
    id,
    homeId: caseFile.organisationId,
    withWhom: [...facts.withWhom],
    related: [...facts.related],
    service: facts.service || null,
    place: facts.place || null,
    planRound: caseFile.planRound,
    sealed: seal(caseKey(vault, caseFile), { text: JSON.stringify(texts), owner: ownerOf(id) }),
    correctsId,
    writtenBy: who.kind === 'person' ? who.personId : null,
    writtenAt: now,
  });
  await afterwards(tx, { caseFile, written }, now);
  const { kind, service, minutes } = written;
  const said = { caseId: caseFile.id, kind, service, minutes, correctsId };
  await record(tx, { event: 'record.write', subject: { kind: 'record', id }, facts: said }, now);
  return written;
}

/** モニタリング moves the plan's next one; whatever was promised shows in the lists. */
async function afterwards(
  tx: Tx,
  { caseFile, written }: { caseFile: CaseFile; written: CaseRecord },
  now: Date,
): Promise<void> {
  const plan = written.isMonitoring ? await findLastPlan(tx, caseFile.id) : undefined;
  if (plan?.decidedOn && !plan.reviewedOn)
    await updatePlan(tx, plan.id, { monitorOn: written.nextOn, updatedAt: now });
  await updateCaseFile(tx, caseFile.id, { touchedAt: now });
  await settleNext(tx, caseFile);
}

const ownerOf = (id: string) => `record:${id}`;

export function recordTexts(
  vault: Vault,
  caseFile: CaseFile,
  { id, sealed }: Pick<CaseRecord, 'id' | 'sealed'>,
): RecordTexts {
  return JSON.parse(unseal(caseKey(vault, caseFile), { sealed, owner: ownerOf(id) })) as RecordTexts;
}

/** A record as it should have been: the earlier one stays, and no longer counts. */
export async function correctRecord(
  db: Db,
  who: Who,
  { vault, recordId, ...input }: { vault: Vault; recordId: string } & RecordInput,
  now = new Date(),
): Promise<Result<CaseRecord, RecordRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const earlier = await lockRecord(tx, recordId);
    const caseFile = await lockCaseFile(tx, earlier.caseId);
    const decision = decideCorrection({
      ...earlier,
      self: who.kind === 'person' ? who.personId : null,
      supervisor: supervises(who, caseFile.organisationId),
    });
    if (!decision.ok) return decision;
    const checked = await check(tx, { who, caseFile, input }, now);
    if (!checked.ok) return checked;
    await updateRecord(tx, recordId, { replacedAt: now });
    return ok(await write(tx, { vault, caseFile, input, who, correctsId: recordId }, now));
  });
}

/** A service that lasts has ended: the protection, the housing. */
export async function endService(
  db: Db,
  who: Who,
  { recordId, on }: { recordId: string; on: string },
  now = new Date(),
): Promise<Result<CaseRecord, RecordRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const held = await lockRecord(tx, recordId);
    const caseFile = await lockCaseFile(tx, held.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: held.class as FieldClass }, now);
    if (held.replacedAt) return refuse('replaced-before');
    const lasts = isLasting((await listsFor(tx, caseFile)).services, held.service);
    const decision = decideEnd({ ...held, lasts }, { on, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    await updateRecord(tx, recordId, { untilOn: on });
    const facts = { caseId: caseFile.id, service: held.service };
    await record(tx, { event: 'record.end', subject: { kind: 'record', id: recordId }, facts }, now);
    return ok({ ...held, untilOn: on });
  });
}
