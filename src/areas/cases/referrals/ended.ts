import type { Tx } from '#platform/database/database.ts';
import { monthsOfFiscalYear } from '#platform/dates.ts';
import type { ProgramCount } from '../statistics/read.ts';
import { listEndedCounts } from './store.ts';

/** How a referral went, as its sender heard it, where it went well. */
const well: readonly string[] = ['settled', 'improved'];

export interface EndedReferrals {
  /** All of which the sender heard how they went. */
  readonly ended: ProgramCount;
  /** Of these: settled or improved. */
  readonly well: ProgramCount;
}

/**
 * Referrals of desks by the month in which their sender heard how they went, 件, by the codes of the desks; one that is not there is left
 * out. Kept added up, never opened; for those who may count.
 */
export async function countEndedReferrals(
  tx: Tx,
  asked: { desks: readonly string[]; fiscalYear: number },
): Promise<ReadonlyMap<string, EndedReferrals>> {
  const rows = await listEndedCounts(tx, asked);
  const months = monthsOfFiscalYear(asked.fiscalYear);
  const of = (some: typeof rows): ProgramCount => {
    const at = (month: string) => some.reduce((sum, row) => sum + (row.month === month ? row.n : 0), 0);
    return { total: at(''), months: months.map(at) };
  };
  return new Map(
    [...Map.groupBy(rows, ({ desk }) => desk)].map(([desk, all]) => [
      desk,
      { ended: of(all), well: of(all.filter(({ outcome }) => well.includes(outcome))) },
    ]),
  );
}
