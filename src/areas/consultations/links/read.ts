import type { Tx } from '#platform/database/database.ts';
import { proposals } from './rules.ts';
import { findLinked, listLinks, listMatches } from './store.ts';

export interface LinkedContact {
  readonly id: string;
  readonly number: string;
  readonly door: string;
  readonly arrivedAt: Date;
  readonly risk: number | null;
  readonly mainWorry: string | null;
  /** By what they may be of one person; of a decision, nothing. */
  readonly evidence: readonly string[];
}

/** What may be of the same person, and what somebody has decided about it. */
export interface Links {
  readonly proposed: readonly LinkedContact[];
  readonly linked: readonly LinkedContact[];
  readonly dismissed: readonly LinkedContact[];
}

export async function readLinks(tx: Tx, contactId: string): Promise<Links> {
  const decided = await listLinks(tx, contactId);
  const open = proposals(await listMatches(tx, contactId), decided);
  const found = async (id: string, evidence: readonly string[]): Promise<LinkedContact[]> => {
    const row = await findLinked(tx, id);
    return row ? [{ ...row, evidence }] : [];
  };
  const proposed: LinkedContact[] = [];
  for (const { earlierId, evidence } of open) proposed.push(...(await found(earlierId, evidence)));
  const by: { linked: LinkedContact[]; dismissed: LinkedContact[] } = { linked: [], dismissed: [] };
  for (const link of decided) {
    const other = link.contactId === contactId ? link.earlierId : link.contactId;
    by[link.state === 'linked' ? 'linked' : 'dismissed'].push(...(await found(other, [])));
  }
  return { proposed, ...by };
}
