import type { Question } from '../question.ts';
import { tierCount } from '../tokens.ts';
import type { Shelf, ShelfEntry } from './shelf.ts';

export interface Hit {
  readonly entry: ShelfEntry;
  /** From 1. */
  readonly tier: number;
  /** It contains what was typed as it stands. */
  readonly asTyped: boolean;
  /** 3: all that was named stands in its name, 2: some of it, 1: all of it somewhere in the entry. */
  readonly named: 0 | 1 | 2 | 3;
}

type Asked = Pick<
  Question,
  'whole' | 'wholeWords' | 'every' | 'everyWords' | 'some' | 'area' | 'serving' | 'literals'
>;

/** What `search_candidates` of guards.sql finds: tier by tier, each read whole, until there are enough. */
export function hitsFor(shelf: Shelf, asked: Asked, enough: number): readonly Hit[] {
  const { whole, every, some, area } = asked;
  const holdsWhole = holdingAll(asked.wholeWords);
  const holdsEvery = holdingAll(asked.everyWords);
  const named = namedIn(asked.literals);
  // Conditions that repeat others are looked at once, and all entries are somewhere.
  const different = [...new Set(some)];
  const everywhere = asked.serving.length === 0;
  const hits: Hit[] = [];
  for (let at = 0; at < tierCount && hits.length < enough; at += 1) {
    const within = area[at] ?? [];
    const find = (conditions: readonly (readonly number[])[], asTyped: boolean) => {
      const needsArea = !everywhere || conditions.length === 0;
      shelf.eachMeeting(needsArea ? [...conditions, within] : conditions, (entry) => {
        const fits = asTyped
          ? holdsWhole(entry.body)
          : holdsEvery(entry.body) && (whole.length === 0 || !holdsWhole(entry.body));
        if (fits) hits.push({ entry, tier: at + 1, asTyped, named: named(entry) });
      });
    };
    if (whole.length > 0) find(alone(whole[at]), true);
    if (some[0].length > 0) find([...alone(every[at]), ...different.map((tiers) => tiers[at] ?? [])], false);
  }
  return hits;
}

/** Each token a condition of its own. */
function alone(tokens: readonly number[] = []): readonly (readonly number[])[] {
  return tokens.map((token) => [token]);
}

/** The text between the ends of a pattern of `patternFor`; there is no other wildcard in it. */
function lettersOf(pattern: string): string {
  return pattern.slice(1, -1);
}

function holdingAll(patterns: readonly string[]): (text: string) => boolean {
  const all = patterns.map(lettersOf);
  return (text) => all.every((letters) => text.includes(letters));
}

function namedIn(patterns: readonly string[]): (entry: ShelfEntry) => Hit['named'] {
  const all = patterns.map(lettersOf);
  if (all.length === 0) return () => 0;
  return ({ name, body }) => {
    if (all.every((letters) => name.includes(letters))) return 3;
    if (all.some((letters) => name.includes(letters))) return 2;
    return all.every((letters) => body.includes(letters)) ? 1 : 0;
  };
}
