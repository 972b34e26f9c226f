import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { supervises } from '../access.ts';
import { changeCase } from '../case-files/actions.ts';
import { caseKey, mustWrite } from '../case-files/read.ts';
import { type CaseFile, findCaseFile, findCaseIdByNumber, lockCaseFile } from '../case-files/store.ts';
import { readPersons, savePersonDetail } from '../persons/actions.ts';
import type { SecretPlace } from '../persons/rules.ts';
import { removeDetail } from '../persons/store.ts';
import { decideProtection, decideRenewal, endReasons, type ProtectionRefusal } from './rules.ts';
import {
  findProtectionOf,
  findProtectionWords,
  insertProtection,
  listWith,
  type Protection,
  updateProtection,
  writeProtectionWords,
} from './store.ts';

/** What is sealed is written by the product: whoever asks for it does not see it themselves afterwards. */
export const keeper = system('protection.keep');

/** 相手方: whom the person is kept from, in the words of the application; and who lives with the person. */
export interface OtherParty {
  readonly name: string;
  readonly relation: string;
  readonly notes: string;
  /** People at the same address who have no case here. */
  readonly together: string;
}

export interface NewProtection {
  readonly caseId: string;
  readonly ground: string;
  readonly beginsOn: string;
  /** Left empty: the address that is known. */
  readonly place: SecretPlace;
  readonly other: OtherParty;
  /** 受付番号 of cases of people at the same address. */
  readonly companions: readonly string[];
}

/** 支援措置 begins: the address goes behind the seal, in this case and in those of the people at the same address. */
export async function beginProtection(
  db: Db,
  who: Who,
  { vault, ...input }: { vault: Vault } & NewProtection,
  now = new Date(),
): Promise<Result<Protection, ProtectionRefusal>> {
  await carries(db, who, input.caseId, now);
  return inTransaction(db, keeper, async (tx) => {
    const caseFile = await lockCaseFile(tx, input.caseId);
    if (caseFile.closedOn) return refuse('case-closed');
    const { ground, beginsOn } = input;
    const { isProtected } = caseFile;
    const decision = decideProtection({ ground, beginsOn, today: tokyoDay(now), isProtected });
    if (!decision.ok) return decision;
    const companions = await listCompanions(tx, caseFile, input.companions);
    if (!companions.ok) return companions;
    const days = { ground, beginsOn, endsOn: decision.value.endsOn, by: idOf(who) };
    const protection = await protect(tx, { vault, caseFile, days, withId: null, place: input.place }, now);
    const text = JSON.stringify(input.other);
    const sealed = seal(caseKey(vault, caseFile), { text, owner: `protection:${protection.id}` });
    await writeProtectionWords(tx, { protectionId: protection.id, caseId: caseFile.id, sealed });
    for (const each of companions.value)
      await protect(
        tx,
        { vault, caseFile: each, days, withId: protection.id, place: { ...input.place, workplace: '' } },
        now,
      );
    return ok(protection);
  });
}

async function carries(db: Db, who: Who, caseId: string, now: Date): Promise<CaseFile> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await findCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    return caseFile;
  });
}

function idOf(who: Who): string | null {
  return who.kind === 'person' ? who.personId : null;
}

async function listCompanions(
  tx: Tx,
  { id, organisationId }: CaseFile,
  numbers: readonly string[],
): Promise<Result<readonly CaseFile[], ProtectionRefusal>> {
  const found: CaseFile[] = [];
  for (const number of new Set(numbers)) {
    const caseId = await findCaseIdByNumber(tx, { organisationId, number });
    if (!caseId || caseId === id) return refuse('companion-unknown', { number });
    const caseFile = await lockCaseFile(tx, caseId);
    if (!caseFile.isProtected) found.push(caseFile);
  }
  return ok(found);
}

interface Protecting {
  readonly vault: Vault;
  readonly caseFile: CaseFile;
  readonly days: { ground: string; beginsOn: string; endsOn: string; by: string | null };
  readonly withId: string | null;
  readonly place: SecretPlace;
}

async function protect(
  tx: Tx,
  { vault, caseFile, days, withId, place }: Protecting,
  now: Date,
): Promise<Protection> {
  const { by, ...dated } = days;
  const { id: caseId, organisationId: homeId, personId } = caseFile;
  const row = { ...dated, caseId, homeId, withId, createdBy: by, createdAt: now };
  const protection = await insertProtection(tx, row);
  if (personId) await sealPlace(tx, { vault, personId, place }, now);
  const facts = { by, until: dated.endsOn, with: withId };
  await changeCase(tx, caseFile, { event: 'case.protect', change: { isProtected: true }, facts }, now);
  return protection;
}

/** The known address leaves its class, so that nothing but the sealed one is left of it. */
async function sealPlace(
  tx: Tx,
  { vault, personId, place }: { vault: Vault; personId: string; place: SecretPlace },
  now: Date,
): Promise<void> {
  const known = (await readPersons(tx, vault, [personId])).get(personId);
  const plain = place.address ? place : { ...place, ...known?.place };
  const facts = { ...known?.protectedPlace, ...plain };
  const version = known?.versions.protected ?? 0;
  const detail = { vault, personId, version, fieldClass: 'protected', facts } as const;
  const saved = await savePersonDetail(tx, keeper, detail, now);
  if (!saved.ok) throw new Error(`sealing a place: ${saved.refusal}`);
  await removeDetail(tx, { personId, fieldClass: 'place' });
}

/** A new address or workplace of somebody protected; the route has asked whether the stop is passed. */
export async function changeSecretPlace(
  db: Db,
  who: Who,
  { vault, caseId, place }: { vault: Vault; caseId: string; place: SecretPlace },
  now = new Date(),
): Promise<Result<'changed', ProtectionRefusal>> {
  await carries(db, who, caseId, now);
  if (!place.address.trim()) return refuse('address-empty');
  return inTransaction(db, keeper, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    if (!caseFile.isProtected || !caseFile.personId) return refuse('not-protected');
    await sealPlace(tx, { vault, personId: caseFile.personId, place }, now);
    await record(
      tx,
      {
        event: 'protection.address',
        subject: { kind: 'case', id: caseId },
        facts: { by: idOf(who) },
      },
      now,
    );
    return ok('changed');
  });
}

/** For another year, from a month before the end; people at the same address go along. */
export async function renewProtection(
  db: Db,
  who: Who,
  { caseId }: { caseId: string },
  now = new Date(),
): Promise<Result<{ endsOn: string }, ProtectionRefusal>> {
  await carries(db, who, caseId, now);
  return inTransaction(db, keeper, async (tx) => {
    const protection = await findProtectionOf(tx, caseId);
    if (!protection) return refuse('not-protected');
    const decision = decideRenewal({ ...protection, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    const { endsOn } = decision.value;
    for (const each of [protection, ...(await listWith(tx, protection.id))]) {
      await updateProtection(tx, each.id, { endsOn, remindedAt: null });
      const facts = { by: idOf(who), until: endsOn };
      const subject = { kind: 'case', id: each.caseId };
      await record(tx, { event: 'protection.renew', subject, facts }, now);
    }
    return ok({ endsOn });
  });
}

/** Only a person ends it, with a reason: a day that passes unseals nothing. The sealed address stays sealed. */
export async function endProtection(
  db: Db,
  who: Who,
  { caseId, reason }: { caseId: string; reason: string },
  now = new Date(),
): Promise<Result<'ended', ProtectionRefusal>> {
  const { organisationId } = await carries(db, who, caseId, now);
  if (!supervises(who, organisationId)) return refuse('supervisor-decides');
  if (!(endReasons as readonly string[]).includes(reason)) return refuse('reason-missing');
  return inTransaction(db, keeper, async (tx) => {
    const protection = await findProtectionOf(tx, caseId);
    if (!protection) return refuse('not-protected');
    for (const each of [protection, ...(await listWith(tx, protection.id))]) {
      const caseFile = await lockCaseFile(tx, each.caseId);
      await updateProtection(tx, each.id, { endedAt: now, endedBy: idOf(who), endReason: reason });
      const change = { isProtected: false };
      const facts = { by: idOf(who), reason };
      await changeCase(tx, caseFile, { event: 'case.unprotect', change, facts }, now);
    }
    return ok('ended');
  });
}

/** The words about the other party, for whoever may see of violence. */
export async function readOtherParty(
  tx: Tx,
  { vault, caseFile, protection }: { vault: Vault; caseFile: CaseFile; protection: Protection },
): Promise<OtherParty | undefined> {
  const sealed = await findProtectionWords(tx, protection.id);
  if (!sealed) return undefined;
  const owner = `protection:${protection.id}`;
  return JSON.parse(unseal(caseKey(vault, caseFile), { sealed, owner })) as OtherParty;
}
