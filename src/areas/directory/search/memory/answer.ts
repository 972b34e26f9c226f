import { patternFor, tiersOf, tokensOfSegment } from '../tokens.ts';
import type { Question } from '../question.ts';
import { type Answer, type Reading, type Told, toldAs } from '../told.ts';
import type { Sort } from '../facets.ts';
import { hitsFor } from './hits.ts';
import { type Candidate, lookFor, pageOf } from './ranked.ts';
import type { EntrySort, Shelf } from './shelf.ts';

/** The answer of `search_page` of guards.sql, from memory. `answers-alike.test.ts` holds the two against each other. */
export function answerFrom(shelf: Shelf, question: Question, reading: Reading): Answer {
  const { filters, now, enough, limit, offset } = reading;
  const hits = hitsFor(shelf, question, enough);
  const candidates = hits.map(lookFor(question, now));
  const told: Told = {
    found: hits.length,
    tier: hits.at(-1)?.tier ?? null,
    sorts: sortsOf(candidates),
    rows: pageOf(candidates, { question, filters, now, limit, offset }),
  };
  return toldAs(told, reading);
}

function sortsOf(candidates: readonly Candidate[]): readonly Sort[] {
  const counted = new Map<EntrySort, { count: number; open: number }>();
  for (const { hit, open, fits } of candidates) {
    if (!fits) continue;
    const { sort } = hit.entry;
    let counts = counted.get(sort);
    if (!counts) counted.set(sort, (counts = { count: 0, open: 0 }));
    counts.count += 1;
    if (open) counts.open += 1;
  }
  return [...counted].map(([{ kind, topics, languages }, { count, open }]) => [
    kind,
    topics,
    languages,
    count,
    open,
  ]);
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
  return hitsFor(shelf, asked, enoughNames)
    .filter(({ named }) => named === 3)
    .map(({ entry }) => entry)
    .sort((a, b) => a.tie - b.tie || (a.id < b.id ? -1 : 1))
    .map(({ name }) => name);
}
