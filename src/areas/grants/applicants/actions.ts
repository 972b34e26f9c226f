import { randomUUID } from 'node:crypto';
import type { Tx } from '#platform/database/database.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { blindIndex, newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { type Account, type ApplicantFacts, type ApplicantKind, type Contact, samenessOf } from './rules.ts';
import {
  type Applicant,
  findApplicant,
  findByNumber,
  findBySameness,
  insertApplicant,
  insertApplicants,
  listBySameness,
  updateApplicant,
  updateSealed,
} from './store.ts';

/** What is known about who asks; without contact and account when it was erased. */
export interface KnownApplicant {
  readonly id: string;
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly corporateNumber: string;
  readonly contact: Contact | undefined;
  /** Where money goes: as the office last looked at it. */
  readonly account: Account | undefined;
}

export async function readApplicant(tx: Tx, vault: Vault, id: string): Promise<KnownApplicant> {
  return opened(vault, await findApplicant(tx, id));
}

/** By what somebody is known again: the number, or a key of name and address. */
export function identityOf(vault: Vault, facts: ApplicantFacts): string {
  return facts.corporateNumber || blindIndex(vault, { purpose: 'grant-applicant', value: samenessOf(facts) });
}

/** The applicant that is known already; undefined: nobody of that number, or of that name and address, asked before. */
export async function recogniseApplicant(
  tx: Tx,
  vault: Vault,
  facts: ApplicantFacts,
): Promise<string | undefined> {
  const key = identityOf(vault, facts);
  const known = facts.corporateNumber
    ? await findByNumber(tx, key)
    : await findBySameness(tx, { sameKey: key, kind: facts.kind });
  return known?.id;
}

/**
 * Who asks, known again by 法人番号 or by name and address, or made. Of somebody who is known nothing is changed here: whoever can
 * type a number is not yet who it belongs to. `renewApplicant` follows when the office has looked.
 */
export async function knowApplicant(
  tx: Tx,
  vault: Vault,
  { facts, account }: { facts: ApplicantFacts; account: Account | undefined },
  now: Date,
): Promise<string> {
  const known = await recogniseApplicant(tx, vault, facts);
  if (known) return known;
  const id = randomUUID();
  const { key, sealed } = newDataKey(vault, ownerOf(id));
  const made = await insertApplicant(tx, {
    id,
    kind: facts.kind,
    corporateNumber: facts.corporateNumber || null,
    sameKey: blindIndex(vault, { purpose: 'grant-applicant', value: samenessOf(facts) }),
    sealedKey: sealed,
    createdAt: now,
    ...sealedFacts(key, id, { facts, account }),
  });
  if (made) return id;
  const twin = await findByNumber(tx, facts.corporateNumber);
  if (!twin) throw new Error('applicant was not written');
  return twin.id;
}

/** The office has looked at what an application says of its applicant: from now on that is what is known. */
export async function renewApplicant(
  tx: Tx,
  vault: Vault,
  { id, facts, account }: { id: string; facts: ApplicantFacts; account: Account | undefined },
): Promise<void> {
  const { sealedKey } = await findApplicant(tx, id);
  // Erased, and asks again: under a new key.
  const { key, sealed } = sealedKey
    ? { key: openDataKey(vault, { sealed: sealedKey, owner: ownerOf(id) }), sealed: sealedKey }
    : newDataKey(vault, ownerOf(id));
  await updateApplicant(tx, id, { sealedKey: sealed, ...sealedFacts(key, id, { facts, account }) });
}

/** Persons who are paid, each known again by name and address or made, with where the money goes; in the order given, however many. */
export async function knowPersons(
  tx: Tx,
  vault: Vault,
  persons: readonly { facts: ApplicantFacts; account: Account }[],
  now: Date,
): Promise<readonly string[]> {
  if (persons.length === 0) return [];
  const keys = persons.map(({ facts }) => identityOf(vault, facts));
  const known = new Map((await listBySameness(tx, keys)).map((row) => [row.sameKey ?? '', row]));
  const made = new Map<string, Parameters<typeof insertApplicants>[1][number] & { id: string }>();
  const renewed = new Map<string, Parameters<typeof updateSealed>[1][number]>();
  for (const [at, { facts, account }] of persons.entries()) {
    const sameKey = keys[at] ?? '';
    const row = known.get(sameKey);
    if (row?.sealedKey) {
      const key = openDataKey(vault, { sealed: row.sealedKey, owner: ownerOf(row.id) });
      const { sealedContact, sealedAccount = null } = sealedFacts(key, row.id, { facts, account });
      renewed.set(row.id, { id: row.id, sealedContact, sealedAccount });
    } else {
      const id = made.get(sameKey)?.id ?? randomUUID();
      const { key, sealed: sealedKey } = newDataKey(vault, ownerOf(id));
      const told = sealedFacts(key, id, { facts, account });
      made.set(sameKey, { id, kind: facts.kind, sameKey, sealedKey, createdAt: now, ...told });
    }
  }
  await insertApplicants(tx, [...made.values()]);
  await updateSealed(tx, [...renewed.values()]);
  return keys.map((key) => made.get(key)?.id ?? known.get(key)?.id ?? '');
}

const ownerOf = (id: string) => `grant-applicant:${id}`;

/** An individual has no name in the open. Without a new account the known one stays. */
function sealedFacts(
  key: Buffer,
  id: string,
  { facts, account }: { facts: ApplicantFacts; account: Account | undefined },
) {
  const { kind, name, contact } = facts;
  const told = kind === 'individual' ? { ...contact, name } : contact;
  return {
    name: kind === 'individual' ? null : name,
    sealedContact: seal(key, { text: JSON.stringify(told), owner: `${ownerOf(id)}:contact` }),
    ...(account && {
      sealedAccount: seal(key, { text: JSON.stringify(account), owner: `${ownerOf(id)}:account` }),
    }),
  };
}

function opened(vault: Vault, row: Applicant): KnownApplicant {
  const key = row.sealedKey && openDataKey(vault, { sealed: row.sealedKey, owner: ownerOf(row.id) });
  const read = <T>(sealed: string | null, part: string): T | undefined =>
    key && sealed
      ? (JSON.parse(unseal(key, { sealed, owner: `${ownerOf(row.id)}:${part}` })) as T)
      : undefined;
  const contact = read<Contact & { name?: string }>(row.sealedContact, 'contact');
  return {
    id: row.id,
    kind: row.kind as ApplicantKind,
    name: row.name ?? contact?.name ?? '',
    corporateNumber: row.corporateNumber ?? '',
    contact,
    account: read<Account>(row.sealedAccount, 'account'),
  };
}
