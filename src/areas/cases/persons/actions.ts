import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { blindIndex, newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import type { FieldClass } from '../relations/rules.ts';
import {
  foldKana,
  foldName,
  foldPhone,
  type Identity,
  noIdentity,
  type Place,
  type SecretPlace,
} from './rules.ts';
import {
  findPerson,
  insertPerson,
  listDetails,
  listPersons,
  lockDetail,
  type Person,
  type PersonDetail,
  replaceKeys,
  writeDetail,
} from './store.ts';

/** A row for a person, still without any fact: facts are written once a case stands, whose rules say who may. */
export async function addPerson(
  tx: Tx,
  { vault, organisationId }: { vault: Vault; organisationId: string },
  now: Date,
): Promise<string> {
  const id = crypto.randomUUID();
  const { sealed } = newDataKey(vault, `person:${id}`);
  await insertPerson(tx, { id, organisationId, sealedKey: sealed, createdAt: now });
  return id;
}

export type PersonRefusal = 'changed-meanwhile' | 'person-erased';

/** Seals one class of a person's facts; who read an older version is told, and nothing is overwritten. */
export async function savePersonDetail(
  db: Db,
  who: Who,
  {
    vault,
    personId,
    version,
    ...detail
  }: { vault: Vault; personId: string; version: number } & (
    | { fieldClass: 'identity'; facts: Identity }
    | { fieldClass: 'place'; facts: Place }
    | { fieldClass: 'protected'; facts: SecretPlace }
  ),
  now = new Date(),
): Promise<Result<{ version: number }, PersonRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const person = await findPerson(tx, personId);
    if (!person.sealedKey) return refuse('person-erased');
    const { fieldClass, facts } = detail;
    const held = await lockDetail(tx, { personId, fieldClass });
    if ((held?.version ?? 0) !== version) return refuse('changed-meanwhile');
    const owner = `person:${personId}:${fieldClass}`;
    const sealed = seal(personKey(vault, person), { text: JSON.stringify(facts), owner });
    await writeDetail(tx, {
      personId,
      class: fieldClass,
      sealed,
      version: version + 1,
      updatedAt: now,
      updatedBy: who.kind === 'person' ? who.personId : null,
    });
    if (detail.fieldClass === 'identity')
      await replaceKeys(tx, { personId, organisationId: person.organisationId }, keysOf(vault, detail.facts));
    await record(
      tx,
      { event: 'person.write', subject: { kind: 'person', id: personId }, facts: { class: fieldClass } },
      now,
    );
    return ok({ version: version + 1 });
  });
}

/** The person's data key; an erased person has none. */
export function personKey(vault: Vault, { id, sealedKey }: Pick<Person, 'id' | 'sealedKey'>): Buffer {
  if (!sealedKey) throw new Error(`person ${id} is erased`);
  return openDataKey(vault, { sealed: sealedKey, owner: `person:${id}` });
}

/** What a person can be found by; empty fields give no key. */
export function keysOf(vault: Vault, { name, kana, phone, email, birth }: Identity) {
  const folded = foldName(name);
  const values = [
    ['name', folded],
    ['kana', foldKana(kana)],
    ['phone', foldPhone(phone)],
    ['email', email.normalize('NFKC').trim().toLowerCase()],
    ['name-birth', folded && birth ? `${folded} ${birth}` : ''],
  ] as const;
  return values
    .filter(([, value]) => value !== '')
    .map(([kind, value]) => ({ kind, blind: blindIndex(vault, { purpose: `person-${kind}`, value }) }));
}

/** What somebody typed to find a person by: exact name, reading or telephone, however written. */
export function searchKeys(vault: Vault, typed: string): readonly string[] {
  const values = [
    ['name', foldName(typed)],
    ['kana', foldKana(typed)],
    ['phone', foldPhone(typed)],
  ] as const;
  return values
    .filter(([, value]) => value !== '')
    .map(([kind, value]) => blindIndex(vault, { purpose: `person-${kind}`, value }));
}

/** A person as far as the reader may see: what row-level security left out is undefined. */
export interface KnownPerson {
  readonly personId: string;
  readonly identity?: Identity;
  readonly place?: Place;
  readonly protectedPlace?: SecretPlace;
  readonly versions: Readonly<Partial<Record<FieldClass, number>>>;
}

export async function readPersons(
  tx: Tx,
  vault: Vault,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson>> {
  const [people, details] = [await listPersons(tx, personIds), await listDetails(tx, personIds)];
  return new Map(people.map((person) => [person.id, opened(vault, person, details)]));
}

function opened(vault: Vault, person: Person, all: readonly PersonDetail[]): KnownPerson {
  const rows = person.sealedKey ? all.filter(({ personId }) => personId === person.id) : [];
  const read = (fieldClass: FieldClass): unknown => {
    const row = rows.find((each) => each.class === fieldClass);
    if (!row) return undefined;
    const owner = `person:${person.id}:${fieldClass}`;
    return JSON.parse(unseal(personKey(vault, person), { sealed: row.sealed, owner }));
  };
  const [identity, place, protectedPlace] = [read('identity'), read('place'), read('protected')];
  return {
    personId: person.id,
    ...(identity ? { identity: { ...noIdentity, ...(identity as Identity) } } : {}),
    ...(place ? { place: place as Place } : {}),
    ...(protectedPlace ? { protectedPlace: protectedPlace as SecretPlace } : {}),
    versions: Object.fromEntries(rows.map((row) => [row.class, row.version])),
  };
}
