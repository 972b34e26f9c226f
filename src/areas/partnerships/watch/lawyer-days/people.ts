import type { Lang } from '#platform/i18n.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import type { Booking } from './store.ts';

/** Who comes; mail or telephone may be ''. */
export interface Person {
  readonly name: string;
  readonly mail: string;
  readonly phone: string;
  readonly lang: Lang;
}

const ownerOf = (id: string) => `lawyer-booking:${id}`;

export function sealedBooking(vault: Vault, id: string, person: Person & { readonly token: string }) {
  const owner = ownerOf(id);
  const { key, sealed: sealedKey } = newDataKey(vault, owner);
  return { sealedKey, sealed: seal(key, { text: JSON.stringify(person), owner }) };
}

/** Undefined once they were forgotten. */
export function openBooking(
  vault: Vault,
  { id, sealedKey, sealed }: Pick<Booking, 'id' | 'sealedKey' | 'sealed'>,
): (Person & { readonly token: string }) | undefined {
  if (!sealedKey || !sealed) return undefined;
  const owner = ownerOf(id);
  return JSON.parse(unseal(openDataKey(vault, { sealed: sealedKey, owner }), { sealed, owner })) as Person & {
    token: string;
  };
}
