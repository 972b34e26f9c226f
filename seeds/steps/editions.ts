import type { Who } from '#platform/access.ts';
import type { Tx } from '#platform/database/database.ts';
import { approveEdition, prepareEdition, proposeEdition } from '#areas/report/editions/actions.ts';
import type { EditionKind } from '#areas/report/editions/content.ts';
import { listEditionsOf } from '#areas/report/editions/store.ts';
import { granted } from '../cast.ts';

interface Turn {
  readonly tx: Tx;
  readonly who: Who;
  readonly now: Date;
}

export async function propose(
  { tx, who, now }: Turn,
  edition: { year: number; kind: EditionKind; note: string },
): Promise<void> {
  const id = granted(await prepareEdition(tx, who, edition, now), 'prepare');
  granted(await proposeEdition(tx, who, { id }, later(now)), 'propose');
}

export async function approve(
  { tx, who, now }: Turn,
  { year, kind }: { year: number; kind: EditionKind },
): Promise<void> {
  const [newest] = await listEditionsOf(tx, { fiscalYear: year, kind });
  if (!newest) throw new Error('the demo world has no edition to approve');
  granted(await approveEdition(tx, who, { id: newest.id, seenHash: newest.contentHash }, now), 'approve');
}

/** Nobody proposes in the moment in which they prepare: an hour to read it over. */
const later = (now: Date) => new Date(now.getTime() + 3_600_000);
