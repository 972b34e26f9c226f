import type { Tx } from '#platform/database/database.ts';
import { fiscalYearOf } from '#platform/dates.ts';
import { listPublicPlaces } from '#areas/directory/index.ts';
import { sumVisitors } from './visitors/actions.ts';
import type { Bands } from './visitors/rules.ts';

export interface PlaceFigures {
  /** Places that the directory shows. */
  readonly shown: number;
  /** Places that counted their visitors in the fiscal year of that day. */
  readonly counted: number;
  /** Sessions that were counted, and visits (延べ) to them, in all and by age band. */
  readonly sessions: number;
  readonly visitors: number;
  readonly bands: Bands;
}

/** 居場所 in numbers, for the report: as of a day, and visits in its fiscal year. The concierge and the product itself see all. */
export async function countPlaces(tx: Tx, { on }: { on: string }): Promise<PlaceFigures> {
  const { places, sessions, visitors, bands } = await sumVisitors(tx, { fiscalYear: fiscalYearOf(on) });
  return { shown: (await listPublicPlaces(tx)).length, counted: places, sessions, visitors, bands };
}
