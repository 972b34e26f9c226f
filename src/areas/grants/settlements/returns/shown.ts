import type { Tx } from '#platform/database/database.ts';
import { listReceived } from '../../awards/store.ts';
import { type Due, dueOnDay, type ReturnFacts } from './rules.ts';
import { listRefunds, listReturns, type Refund, type Return } from './store.ts';

export interface ShownReturn {
  readonly row: Return;
  readonly refunds: readonly Refund[];
  /** If it came in today. */
  readonly due: Due;
}

/** The returns of an award, with what is due today. */
export async function readReturns(tx: Tx, awardId: string, today: string): Promise<ShownReturn[]> {
  const rows = await listReturns(tx, awardId);
  if (rows.length === 0) return [];
  const refunds = await listRefunds(
    tx,
    rows.map(({ id }) => id),
  );
  const received = await listReceived(tx, awardId);
  return rows.map((row) => {
    const own = refunds.filter(({ returnId }) => returnId === row.id);
    const nothing = { yen: 0, surchargeYen: 0, lateYen: 0, total: 0 };
    const due = row.state === 'done' ? nothing : dueOnDay(factsOf(row, { received, refunds: own }), today);
    return { row, refunds: own, due };
  });
}

/** A return as the rules see it. */
export function factsOf(
  row: Return,
  { received, refunds }: { received: ReturnFacts['received']; refunds: readonly Refund[] },
): ReturnFacts & { state: string } {
  return {
    ...row,
    waived: row.waivedAt !== null,
    received,
    refunds: refunds.map(({ receivedOn: on, yen, surchargeYen, lateYen }) => ({
      on,
      yen,
      surchargeYen,
      lateYen,
    })),
  };
}
