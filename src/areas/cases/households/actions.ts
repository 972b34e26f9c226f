import type { PersonWho, Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { mustWrite } from '../case-files/read.ts';
import { type CaseFile, findCaseFile, findCaseIdByNumber, lockCaseFile } from '../case-files/store.ts';
import { personKey } from '../persons/actions.ts';
import { findPerson, listPersons, type Person } from '../persons/store.ts';
import { decideMember, type HouseholdRefusal, type MemberFacts } from './rules.ts';
import {
  type HouseholdMember,
  insertMember,
  listHousehold,
  listHouseholdsWith,
  lockMember,
  removeMemberRow,
  updateMember,
} from './store.ts';

interface MemberInput extends MemberFacts {
  readonly vault: Vault;
  readonly caseId: string;
  /** 受付番号 of a case of the same organisation, when the member is a person of their own; '' otherwise. */
  readonly number: string;
}

/** Somebody belongs to the person: added, or (with `memberId` and the version that was read) changed. */
export async function saveMember(
  db: Db,
  who: Who,
  { vault, caseId, number, ...input }: MemberInput & { memberId?: string; version?: number },
  now = new Date(),
): Promise<Result<'kept', HouseholdRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const person = await personOf(tx, caseFile);
    if (!person.sealedKey) return refuse('person-erased');
    const { memberId, version, ...member } = input;
    const before = memberId ? await memberOf(tx, memberId, person.id) : undefined;
    const other = number ? await namedCase(tx, caseFile, number) : undefined;
    const decision = decideMember({ member, personId: person.id, other });
    if (!decision.ok) return decision;
    if (before && before.version !== version) return refuse('changed-meanwhile');
    const id = before?.id ?? crypto.randomUUID();
    const written = {
      memberId: other?.personId ?? null,
      relation: member.relation || null,
      living: member.living,
      fromOn: member.fromOn || null,
      untilOn: member.untilOn || null,
      sealed: seal(personKey(vault, person), {
        text: JSON.stringify({ name: member.name, words: member.words }),
        owner: `household:${id}`,
      }),
      sealedFor: person.id,
      version: (before?.version ?? 0) + 1,
      updatedAt: now,
      updatedBy: who.kind === 'person' ? who.personId : null,
    };
    if (before) await updateMember(tx, id, written);
    else await insertMember(tx, { ...written, id, personId: person.id, createdAt: now });
    await said(
      tx,
      person.id,
      { event: before ? 'household.change' : 'household.add', living: member.living },
      now,
    );
    return ok('kept');
  });
}

/** What was written by mistake goes; who moved out stays with their last day. */
export async function removeMember(
  db: Db,
  who: PersonWho,
  { caseId, memberId }: { caseId: string; memberId: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const person = await personOf(tx, caseFile);
    await memberOf(tx, memberId, person.id);
    await removeMemberRow(tx, memberId);
    await said(tx, person.id, { event: 'household.remove' }, now);
  });
}

async function personOf(tx: Tx, { personId }: CaseFile): Promise<Person> {
  if (!personId) throw new NotFound('person');
  return findPerson(tx, personId);
}

async function memberOf(tx: Tx, id: string, personId: string): Promise<HouseholdMember> {
  const row = await lockMember(tx, id);
  if (row.personId !== personId) throw new NotFound('member');
  return row;
}

/** A case of the same organisation that the reader sees; of any other nothing is told, not even that it exists. */
async function namedCase(tx: Tx, { organisationId }: CaseFile, number: string) {
  const id = await findCaseIdByNumber(tx, { organisationId, number });
  return id ? await findCaseFile(tx, id) : { personId: null, isProtected: false };
}

async function said(
  tx: Tx,
  personId: string,
  { event, ...facts }: { event: `household.${string}`; living?: string },
  now: Date,
): Promise<void> {
  await record(tx, { event, subject: { kind: 'person', id: personId }, facts }, now);
}

export interface ShownMember extends Omit<HouseholdMember, 'sealed'> {
  readonly name: string;
  readonly words: string;
}

/** The household of a person as far as the reader may see it; `belongsTo`: households of others in which the person stands. */
export async function readHousehold(
  tx: Tx,
  vault: Vault,
  personId: string,
): Promise<{ members: readonly ShownMember[]; belongsTo: readonly HouseholdMember[] }> {
  const rows = await listHousehold(tx, personId);
  const keys = new Map(
    (await listPersons(tx, [...new Set(rows.map(({ sealedFor }) => sealedFor))])).map((each) => [
      each.id,
      each,
    ]),
  );
  const members = rows.flatMap(({ sealed, ...row }) => {
    const person = keys.get(row.sealedFor);
    if (!person?.sealedKey || !sealed) return [];
    const text = unseal(personKey(vault, person), { sealed, owner: `household:${row.id}` });
    return [{ ...row, ...(JSON.parse(text) as { name: string; words: string }) }];
  });
  return { members, belongsTo: await listHouseholdsWith(tx, personId) };
}
