import type { Tx } from '#platform/database/database.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { type FieldClass, fieldClasses } from '../relations/rules.ts';
import { insertShares, listMoves, listShares, type Referral, type ReferralMoveRow } from './store.ts';

/** One field as the receiver reads it: label and value in words, chosen by the sender. */
export interface SharedField {
  readonly label: string;
  readonly value: string;
}
export type Shares = Readonly<Partial<Record<FieldClass, readonly SharedField[]>>>;

export function classesOf(shares: Shares): readonly FieldClass[] {
  return fieldClasses.filter((each) => (shares[each]?.length ?? 0) > 0);
}

/** A data key for what one referral tells. */
export function newReferralKey(vault: Vault, referralId: string) {
  return newDataKey(vault, `referral:${referralId}`);
}

function keyOf(vault: Vault, { id, sealedKey }: Pick<Referral, 'id' | 'sealedKey'>): Buffer | undefined {
  return sealedKey ? openDataKey(vault, { sealed: sealedKey, owner: `referral:${id}` }) : undefined;
}

export async function writeShares(
  tx: Tx,
  { key, shares }: { key: Buffer; shares: Shares },
  { id, caseId, toOrganisationId, onwardBy }: Referral,
): Promise<void> {
  await insertShares(
    tx,
    classesOf(shares).map((each) => ({
      referralId: id,
      caseId,
      toOrganisationId,
      onwardBy,
      class: each,
      sealed: seal(key, { text: JSON.stringify(shares[each]), owner: `share:${id}:${each}` }),
    })),
  );
}

/** What was told, opened: as the receiver sees it, and as the sender previews it. Row-level security leaves out what has ended. */
export async function readShares(tx: Tx, vault: Vault, referral: Referral): Promise<Shares> {
  const key = keyOf(vault, referral);
  if (!key) return {};
  const rows = await listShares(tx, referral.id);
  return Object.fromEntries(
    rows.map((row) => [
      row.class,
      JSON.parse(unseal(key, { sealed: row.sealed, owner: `share:${referral.id}:${row.class}` })),
    ]),
  );
}

/** A reason in words, for the other side to read; none once the referral was stopped. */
export function sealReason(
  vault: Vault,
  referral: Referral,
  { moveId, text }: { moveId: string; text: string },
): string | null {
  const key = keyOf(vault, referral);
  return key ? seal(key, { text, owner: `move:${moveId}` }) : null;
}

export type ReferralStep = ReferralMoveRow & {
  /** The reason in words. */
  readonly said: string;
};

/** What happened so far, with reasons. */
export async function readSteps(tx: Tx, vault: Vault, referral: Referral): Promise<readonly ReferralStep[]> {
  const key = keyOf(vault, referral);
  const moves = await listMoves(tx, referral.id);
  return moves.map((move) => ({
    ...move,
    said:
      key && move.sealedReason ? unseal(key, { sealed: move.sealedReason, owner: `move:${move.id}` }) : '',
  }));
}
