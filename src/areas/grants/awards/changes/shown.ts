import type { Tx } from '#platform/database/database.ts';
import { openOf } from '../../settlements/report.ts';
import type { OpenedAward } from '../open.ts';
import { type Change, listChanges } from './store.ts';

export interface ShownChange {
  readonly row: Change;
  readonly reason: string;
  readonly answer: string;
}

/** What was asked for after the decision, opened. */
export async function readChanges(tx: Tx, opened: OpenedAward): Promise<ShownChange[]> {
  const open = (sealed: string | null) => openOf(opened, 'change', { sealed, nothing: '' });
  const rows = await listChanges(tx, opened.award.id);
  return rows.map((row) => ({ row, reason: open(row.sealedReason), answer: open(row.sealedAnswer) }));
}
