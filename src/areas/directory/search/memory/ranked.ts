import { tokyoDay } from '#platform/dates.ts';
import type { Filters, Question } from '../question.ts';
import { weights } from '../ranking.ts';
import type { FoundEntry } from '../told.ts';
import type { Hit } from './hits.ts';
import type { EntrySort, ShelfEntry } from './shelf.ts';
import { isWithin, type Spans } from './spans.ts';

/** A hit as a question looks at it, where it fits: what `candidates` of `search_page` has. */
export interface Candidate {
  readonly entry: ShelfEntry;
  readonly open: boolean;
  /** It is in the person's municipality, or for it. */
  readonly here: boolean;
  readonly km: number | null;
  readonly points: number;
}

type Look = (hit: Hit) => Candidate | undefined;

/**
 * Undefined: it does not serve where the person is, nor could they go there. What many entries have in common (shelf.ts) is looked at
 * once in a question.
 */
export function lookFor(question: Question, now: Date): Look {
  const { here, serving, near } = question;
  const at = now.getTime();
  const anywhere = serving.length === 0;
  const km = new Map(here.length > 0 ? near.map((each) => [each.code, each.km]) : []);
  const isFor = once((areas: readonly string[]) => !anywhere && meet(areas, serving));
  const isIn = once((located: readonly string[]) => here.length > 0 && meet(located, here));
  const farFrom = once((located: readonly string[]) => (km.size === 0 ? null : nearest(located, km)));
  const isOpen = once((during: Spans) => isWithin(during, at));
  const points = pointsFor(question, tokyoDay(now));
  return (hit) => {
    const { entry } = hit;
    const { sort, areas, located, openDuring } = entry;
    const isHere = isFor(areas) || isIn(located);
    const far = farFrom(located);
    const fits = anywhere || isHere || areas.length === 0 || (sort.kind === 'place' && far !== null);
    if (!fits) return undefined;
    const open = openDuring !== null && isOpen(openDuring);
    return { entry, open, here: isHere, km: far, points: points(hit, isHere, far) };
  };
}

/** What a function gives for each object, asked for once. */
function once<Key extends object, Value>(look: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = look(key);
    known.set(key, found);
    return found;
  };
}

/** Of the first three of its places. */
function nearest(located: readonly string[], km: ReadonlyMap<string, number>): number | null {
  let least: number | null = null;
  for (let at = 0; at < Math.min(3, located.length); at += 1) {
    const each = km.get(located[at] as string);
    if (each !== undefined && (least === null || each < least)) least = each;
  }
  return least;
}

/** One page of what fits the filters, in the order of `search_page`: open first where asked, by points, by chance of the id. */
export class RankedPage {
  private readonly fitting: Candidate[] = [];
  private readonly ranks: number[] = [];
  private readonly filters: Filters;
  private readonly limit: number;
  private readonly offset: number;

  constructor(filters: Filters, { limit, offset }: { limit: number; offset: number }) {
    this.filters = filters;
    this.limit = limit;
    this.offset = offset;
  }

  add(candidate: Candidate): void {
    if (!passes(candidate.entry, this.filters)) return;
    const first = this.filters.open === true && candidate.open ? openRank : 0;
    this.fitting.push(candidate);
    this.ranks.push(first + candidate.points * tieRange - candidate.entry.tie);
  }

  rows(): readonly FoundEntry[] {
    const { fitting, ranks, limit, offset } = this;
    // Only what stands before the end of the page is put in order.
    const least = new Float64Array(ranks).sort()[Math.max(0, ranks.length - offset - limit)] ?? 0;
    const first: { readonly candidate: Candidate; readonly rank: number }[] = [];
    for (const [at, candidate] of fitting.entries()) {
      const rank = ranks[at] as number;
      if (rank >= least) first.push({ candidate, rank });
    }
    return first
      .sort((a, b) => b.rank - a.rank || (a.candidate.entry.id < b.candidate.entry.id ? -1 : 1))
      .slice(offset, offset + limit)
      .map(({ candidate: { entry, open, here, km } }) => ({
        id: entry.id,
        changed: entry.changed,
        open,
        km,
        here,
      }));
  }
}

/** One point counts more than every tie, being open more than all points. */
const tieRange = 2 ** 31;
const openRank = 2 ** 48;

function passes({ sort }: ShelfEntry, { kind, topic, language }: Filters): boolean {
  return (
    (kind === undefined || sort.kind === kind) &&
    (topic === undefined || sort.topics.includes(topic)) &&
    (language === undefined || sort.languages.includes(language))
  );
}

/** See ranking.ts. */
function pointsFor(
  { needs, topics, serving }: Question,
  today: string,
): (hit: Hit, here: boolean, km: number | null) => number {
  const forAll = serving.length === 0 ? weights.forAllAnywhere : weights.forAll;
  const said = needs.filter((codes) => codes.length > 0);
  const ofConcepts = once((concepts: readonly string[]) => {
    let points = 0;
    for (const codes of said) if (meet(concepts, codes)) points += weights.concept;
    return points;
  });
  const ofSort = once((sort: EntrySort) => {
    let points = sort.kind === 'desk' ? weights.desk : 0;
    if (meet(sort.topics, topics)) points += weights.topic;
    if (sort.topics[0] !== undefined && topics.includes(sort.topics[0])) points += weights.firstTopic;
    return points;
  });
  return ({ entry, asTyped, named }, here, km) => {
    const isPlace = entry.sort.kind === 'place';
    let points = byName[named] + (asTyped ? weights.asTyped : 0);
    points += ofConcepts(entry.concepts) + ofSort(entry.sort);
    if (here) points += weights.forHere;
    else if (entry.areas.length === 0 && !(isPlace && km !== null && km > 0)) points += forAll;
    if (entry.reviewOn !== null && entry.reviewOn < today) points += weights.stale;
    if (entry.capacity !== null) points += byCapacity[entry.capacity] ?? 0;
    if (here) return points;
    return points - (isPlace ? (km ?? 0) : Math.floor((km ?? 0) / 2));
  };
}

const byName = [0, weights.spokenOf, weights.namedSome, weights.namedAll] as const;
const byCapacity: Readonly<Record<string, number>> = {
  accepting: weights.accepting,
  waiting: weights.waiting,
  full: weights.full,
};

function meet(some: readonly string[], others: readonly string[]): boolean {
  return others.length > 0 && some.some((each) => others.includes(each));
}
