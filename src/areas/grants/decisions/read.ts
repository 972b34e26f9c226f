import type { Tx } from '#platform/database/database.ts';
import { listPersonNames } from '#platform/people/organisations.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { listSameCosts } from '../assessments/store.ts';
import { type Call, findCall, findMoney, findPublishedTerms } from '../calls/store.ts';
import type { CallTerms } from '../calls/terms.ts';
import { openReason, openWords, type PackWords } from './sealed.ts';
import { findPack, type ItemLine, listItems, type Pack } from './store.ts';

export interface ShownItem extends ItemLine {
  readonly reason: string;
  /** It asks for what another application asks for too. */
  readonly same: boolean;
}

export interface ShownPack {
  readonly pack: Pack;
  readonly call: Call;
  readonly terms: CallTerms;
  readonly words: PackWords;
  readonly items: readonly ShownItem[];
  readonly money: { readonly budgetYen: number; readonly freeYen: number };
  readonly nameOf: (personId: string | null) => string;
}

/** A pack as its pages show it, everything opened. */
export async function readPack(tx: Tx, vault: Vault, packId: string): Promise<ShownPack> {
  const pack = await findPack(tx, packId);
  const lines = await listItems(tx, packId);
  const twice = await listSameCosts(
    tx,
    lines.map(({ applicationId }) => applicationId),
  );
  const items = lines.map((line) => ({
    ...line,
    same: twice.includes(line.applicationId),
    reason: openReason(vault, { id: line.applicationId, sealedKey: line.sealedKey }, line.sealedReason),
  }));
  const people = [pack.createdBy, pack.proposedBy, pack.decidedBy];
  const names = await listPersonNames(
    tx,
    people.filter((id): id is string => id !== null),
  );
  return {
    pack,
    call: await findCall(tx, pack.callId),
    terms: (await findPublishedTerms(tx, pack.callId)).terms,
    words: openWords(vault, pack),
    items,
    money: await findMoney(tx, pack.callId),
    nameOf: (id) => (id && names.get(id)) || '',
  };
}

/** Yen that a pack binds if it is decided as it stands (or bound, once it is). */
export function awardYenOf(items: readonly Pick<ItemLine, 'proposal' | 'outcome' | 'proposedYen'>[]): number {
  return items
    .filter(({ proposal, outcome }) => proposal === 'award' && (outcome ?? 'award') === 'award')
    .reduce((total, { proposedYen }) => total + proposedYen, 0);
}
