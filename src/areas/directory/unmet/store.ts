import { asc, desc, gte } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { runPrepared } from '#platform/database/prepared.ts';
import { tokyoDay } from '#platform/dates.ts';
import { unmetNeeds } from './tables.ts';

/** What was missing: nothing at all, nobody open now, nobody for the municipality. */
export type WhyUnmet = 'nothing-found' | 'none-open' | 'no-desk';

export interface Unmet {
  /** A worry of the taxonomy, where one was recognised. */
  readonly topic: string | undefined;
  /** Five digits, where somebody said where they are. */
  readonly municipality: string | undefined;
  readonly why: WhyUnmet;
}

export interface UnmetCount {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Empty: not recognised. */
  readonly topic: string;
  /** Empty: not said. */
  readonly municipality: string;
  readonly why: string;
  readonly times: number;
}

/** Help was looked for and not found: one more, in the month of Tokyo. Neither words nor moments are kept. */
export async function countUnmet(tx: Tx, { topic, municipality, why }: Unmet, now: Date): Promise<void> {
  await runPrepared(tx, oneMore, [tokyoDay(now).slice(0, 7), topic ?? '', municipality ?? '', why]);
}

const oneMore = { name: 'count_unmet', text: 'select count_unmet($1, $2, $3, $4)' };

/** From a month on, the latest first. Keepers and the product itself; for others there is nothing. */
export async function listUnmet(tx: Tx, from: string): Promise<UnmetCount[]> {
  return tx
    .select()
    .from(unmetNeeds)
    .where(gte(unmetNeeds.month, from))
    .orderBy(
      desc(unmetNeeds.month),
      desc(unmetNeeds.times),
      asc(unmetNeeds.topic),
      asc(unmetNeeds.municipality),
    );
}
