import { countSorts, type Sort } from './facets.ts';
import type { Filters } from './question.ts';
import { tierCount } from './tokens.ts';

export interface FoundEntry {
  readonly id: string;
  /** Another whenever the search heard of a change of the entry: the transaction that wrote its row (`xmin`). */
  readonly changed: string;
  readonly open: boolean;
  /** From the middle of the person's municipality to that of the entry's; null: it is nowhere, or nobody said where they are. */
  readonly km: number | null;
  /** It is in the person's municipality, or for it. */
  readonly here: boolean;
}

export interface Answer {
  readonly rows: readonly FoundEntry[];
  /** Of all that fit; an estimate where `about`. */
  readonly total: number;
  readonly about: boolean;
  /** How many can be paged through. */
  readonly reachable: number;
  readonly open: number;
  /** How many there are of each kind, worry and language among what fits everything else. */
  readonly counts: Record<'kinds' | 'topics' | 'languages', Readonly<Record<string, number>>>;
}

export interface Reading {
  readonly filters: Filters;
  readonly now: Date;
  /** So many hits are enough: what is read further is read only to end with a whole tier. */
  readonly enough: number;
  readonly limit: number;
  readonly offset: number;
}

/** What was read to answer a question: one page of it in order, and of everything how many there are of each sort. */
export interface Told {
  readonly found: number;
  /** From 1; null: nothing was found. */
  readonly tier: number | null;
  readonly sorts: readonly Sort[];
  readonly rows: readonly FoundEntry[];
}

/** The tiers read so far hold 2^-n of all entries, chosen by chance: what they hold stands for the rest. */
export function toldAs({ found, tier, sorts, rows }: Told, { filters, enough }: Reading): Answer {
  const about = found >= enough && tier !== null && tier < tierCount;
  const times = about ? 2 ** (tierCount - (tier ?? tierCount)) : 1;
  const scaled = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, rounded(count * times, about)]));
  const { total, open, kinds, topics, languages } = countSorts(sorts, filters);
  return {
    rows,
    total: rounded(total * times, about),
    about,
    reachable: total,
    open,
    counts: { kinds: scaled(kinds), topics: scaled(topics), languages: scaled(languages) },
  };
}

/** An estimate shows two digits: 3,417 → 3,400. */
function rounded(count: number, about: boolean): number {
  if (!about || count < 100) return count;
  const step = 10 ** (Math.floor(Math.log10(count)) - 1);
  return Math.round(count / step) * step;
}
