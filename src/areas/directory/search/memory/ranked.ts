import { tokyoDay } from '#platform/dates.ts';
import type { Filters, Question } from '../question.ts';
import { weights } from '../ranking.ts';
import type { FoundEntry } from '../told.ts';
import type { Hit } from './hits.ts';
import type { ShelfEntry } from './shelf.ts';
import { isWithin } from './spans.ts';

/** A hit as a question looks at it: what `candidates` of `search_page` has. */
export interface Candidate {
  readonly hit: Hit;
  readonly open: boolean;
  /** It is in the person's municipality, or for it. */
  readonly here: boolean;
  readonly km: number | null;
  /** It serves where the person is, or they could go there. */
  readonly fits: boolean;
}

type Look = (hit: Hit) => Candidate;

export function lookFor({ here, serving, near }: Question, now: Date): Look {
  const at = now.getTime();
  const anywhere = serving.length === 0;
  const km = new Map(here.length > 0 ? near.map((each) => [each.code, each.km]) : []);
  return (hit) => {
    const { sort, areas, located, openDuring } = hit.entry;
    const isHere = (!anywhere && meet(areas, serving)) || (here.length > 0 && meet(located, here));
    const far = km.size === 0 ? null : nearest(located, km);
    return {
      hit,
      open: openDuring !== null && isWithin(openDuring, at),
      here: isHere,
      km: far,
      fits: anywhere || isHere || areas.length === 0 || (sort.kind === 'place' && far !== null),
    };
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

/** One page of what fits place and filters, in the order of `search_page`: open first where asked, by points, by chance of the id. */
export function pageOf(
  candidates: readonly Candidate[],
  {
    question,
    filters,
    now,
    limit,
    offset,
  }: { question: Question; filters: Filters; now: Date; limit: number; offset: number },
): readonly FoundEntry[] {
  const points = pointsFor(question, tokyoDay(now));
  const fitting = candidates.filter(({ hit, fits }) => fits && passes(hit.entry, filters));
  const ranks = new Float64Array(fitting.length);
  for (const [at, candidate] of fitting.entries()) {
    const first = filters.open === true && candidate.open ? openRank : 0;
    ranks[at] = first + points(candidate) * tieRange - candidate.hit.entry.tie;
  }
  // Only what stands before the end of the page is put in order.
  const least = ranks.toSorted()[Math.max(0, ranks.length - offset - limit)] ?? 0;
  const first: { readonly candidate: Candidate; readonly rank: number }[] = [];
  for (const [at, candidate] of fitting.entries()) {
    const rank = ranks[at] as number;
    if (rank >= least) first.push({ candidate, rank });
  }
  return first
    .sort((a, b) => b.rank - a.rank || (a.candidate.hit.entry.id < b.candidate.hit.entry.id ? -1 : 1))
    .slice(offset, offset + limit)
    .map(({ candidate: { hit, open, here, km } }) => ({
      id: hit.entry.id,
      changed: hit.entry.changed,
      open,
      km,
      here,
    }));
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
function pointsFor(question: Question, today: string): (candidate: Candidate) => number {
  const { needs, topics, serving } = question;
  const anywhere = serving.length === 0;
  const said = needs.filter((codes) => codes.length > 0);
  return ({ hit: { entry, asTyped, named }, here, km }) => {
    const { sort, concepts } = entry;
    let points = byName[named] + (asTyped ? weights.asTyped : 0);
    for (const codes of said) if (meet(concepts, codes)) points += weights.concept;
    if (meet(sort.topics, topics)) points += weights.topic;
    if (sort.topics[0] !== undefined && topics.includes(sort.topics[0])) points += weights.firstTopic;
    if (here) points += weights.forHere;
    else if (entry.areas.length === 0 && !(sort.kind === 'place' && km !== null && km > 0))
      points += anywhere ? weights.forAllAnywhere : weights.forAll;
    if (entry.reviewOn !== null && entry.reviewOn < today) points += weights.stale;
    if (entry.capacity !== null) points += byCapacity[entry.capacity] ?? 0;
    if (sort.kind === 'desk') points += weights.desk;
    if (here) return points;
    return points - (sort.kind === 'place' ? (km ?? 0) : Math.floor((km ?? 0) / 2));
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
