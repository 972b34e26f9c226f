import { seal, unseal } from '#platform/vault/seal.ts';
import { openDataKey, type Vault } from '#platform/vault/vault.ts';
import type { PayeeAccount } from './rules.ts';

interface Sealed {
  readonly applicantId: string;
  /** Of the applicant; null: erased. */
  readonly sealedKey: string | null;
  readonly sealedAccount: string | null;
}

/** The account of a payment: undefined when the applicant said none, or was erased. */
export function openAccount(
  vault: Vault,
  { applicantId, sealedKey, sealedAccount }: Sealed,
): PayeeAccount | undefined {
  if (!sealedKey || !sealedAccount) return undefined;
  const key = openDataKey(vault, { sealed: sealedKey, owner: keyOwner(applicantId) });
  return JSON.parse(unseal(key, { sealed: sealedAccount, owner: accountOwner(applicantId) })) as PayeeAccount;
}

export function sealAccount(
  vault: Vault,
  { applicantId, sealedKey, account }: Omit<Sealed, 'sealedAccount'> & { account: PayeeAccount },
): string {
  if (!sealedKey) throw new Error('the applicant was erased');
  const key = openDataKey(vault, { sealed: sealedKey, owner: keyOwner(applicantId) });
  return seal(key, { text: JSON.stringify(account), owner: accountOwner(applicantId) });
}

const keyOwner = (applicantId: string) => `grant-applicant:${applicantId}`;
const accountOwner = (applicantId: string) => `grant-applicant:${applicantId}:account`;
