import { patternFor, tiersOf, tokensOfSegment } from '../tokens.ts';
import type { Question } from '../question.ts';
import { type Answer, type Reading, type Told, toldAs } from '../told.ts';
import type { Sort } from '../facets.ts';
import { eachHit, type Hit } from './hits.ts';
import { lookFor, RankedPage } from './ranked.ts';
import type { EntrySort, Shelf, ShelfEntry } from './shelf.ts';

/** The answer of `search_page` of guards.sql, from memory. `answers-alike.test.ts` holds the two against each other. */
export function answerFrom(shelf: Shelf, question: Question, reading: Reading): Answer {
  const { filters, now, enough, limit, offset } = reading;
  const look = lookFor(question, now);
  const page = new RankedPage(filters, { limit, offset });
  const counts = new Map<EntrySort, { count: number; open: number }>();
  const tell = (hit: Hit) => {
    const candidate = look(hit);
    if (!candidate) return;
    const { sort } = hit.entry;
    let counted = counts.get(sort);
    if (!counted) counts.set(sort, (counted = { count: 0, open: 0 }));
    counted.count += 1;
    if (candidate.open) counted.open += 1;
    page.add(candidate);
  };
  const { found, tier } = eachHit(shelf, question, { enough, tell });
  const told: Told = { found, tier, sorts: [...counts].map(sortOf), rows: page.rows() };
  return toldAs(told, reading);
}

function sortOf([{ kind, topics, languages }, { count, open }]: [
  EntrySort,
  { count: number; open: number },
]): Sort {
  return [kind, topics, languages, count, open];
}

/** Enough names to find one that differs by a letter. */
export const enoughNames = 100;

/** Names of entries that contain this run of letters, some of them, always the same. */
export function namesFrom(shelf: Shelf, segment: string): readonly string[] {
  const tokens = tiersOf(tokensOfSegment(segment));
  const words = [patternFor(segment)];
  const asked = {
    whole: [],
    wholeWords: [],
    every: tokens,
    everyWords: words,
    some: [tokens, tokens, tokens],
    area: tokens,
    serving: [],
    literals: words,
  } as const;
  const named: ShelfEntry[] = [];
  eachHit(shelf, asked, {
    enough: enoughNames,
    tell: (hit) => {
      if (hit.named === 3) named.push(hit.entry);
    },
  });
  return named
    .sort((a, b) => a.tie - b.tie || (a.id < b.id ? -1 : 1))
    .map(({ body, nameLength }) => body.slice(0, nameLength));
}
