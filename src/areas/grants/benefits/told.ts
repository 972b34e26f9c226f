import { NotFound } from '#platform/errors.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import type { Account } from '../applicants/rules.ts';
import type { Credit } from './instalments/rules.ts';
import type { AskedItem, BenefitFacts } from './rules.ts';

/** What a person told with whoever accompanies them: sealed as one, and opened for those who may see the benefit. */
export interface Told extends Omit<BenefitFacts, 'on' | 'age' | 'plan'> {
  readonly name: string;
  readonly kana: string;
  readonly birth: string;
  readonly address: string;
  readonly phone: string;
  /** What it is for, in words. */
  readonly why: string;
  /** What was read of the case: that a plan exists, whose, since when. */
  readonly plan: { readonly number: string; readonly agency: string; readonly decidedOn: string } | null;
  readonly askedYen: number;
  readonly items: readonly AskedItem[];
  readonly credit: Credit | null;
  /** Only where the person is paid. */
  readonly account: Account | null;
}

const ownerOf = (benefitId: string) => `grant-benefit:${benefitId}`;

export interface BenefitKey {
  readonly id: string;
  readonly sealedKey: string | null;
}

/** A new benefit's id, with the key that its words are sealed with. */
export function newBenefitKey(
  vault: Vault,
  id: string = crypto.randomUUID(),
): { id: string; sealedKey: string } {
  return { id, sealedKey: newDataKey(vault, ownerOf(id)).sealed };
}

export function sealTold(vault: Vault, benefit: BenefitKey, told: Told): string {
  return sealWords(vault, benefit, { place: 'told', words: JSON.stringify(told) });
}

/** Undefined: erased. */
export function openTold(
  vault: Vault,
  benefit: BenefitKey & { readonly sealed: string | null },
): Told | undefined {
  if (benefit.sealedKey === null || benefit.sealed === null) return undefined;
  return JSON.parse(openWords(vault, benefit, { place: 'told', sealed: benefit.sealed })) as Told;
}

/** `place` keeps the words of one column from being read as those of another. */
export function sealWords(
  vault: Vault,
  benefit: BenefitKey,
  { place, words }: { place: string; words: string },
): string {
  return seal(keyOf(vault, benefit), { text: words, owner: `${ownerOf(benefit.id)}:${place}` });
}

export function openWords(
  vault: Vault,
  benefit: BenefitKey,
  { place, sealed }: { place: string; sealed: string },
): string {
  return unseal(keyOf(vault, benefit), { sealed, owner: `${ownerOf(benefit.id)}:${place}` });
}

function keyOf(vault: Vault, { id, sealedKey }: BenefitKey): Buffer {
  if (sealedKey === null) throw new NotFound('benefit');
  return openDataKey(vault, { sealed: sealedKey, owner: ownerOf(id) });
}
