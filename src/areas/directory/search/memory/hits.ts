import type { Question } from '../question.ts';
import { inTier, segmentsOf, tierCount, tokensOfSegment } from '../tokens.ts';
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
  const wholeText = textOf(asked.wholeWords);
  const everyText = textOf(asked.everyWords);
  const literals = asked.literals.map((pattern) => textOf([pattern]));
  // Conditions that repeat others are looked at once, and all entries are somewhere.
  const different = [...new Set(some)];
  const everywhere = asked.serving.length === 0;
  const hits: Hit[] = [];
  for (let at = 0; at < tierCount && hits.length < enough; at += 1) {
    const within = area[at] ?? [];
    const conditionsOf = (tokens: readonly (readonly number[])[]) =>
      everywhere && tokens.length > 0 ? tokens : [...tokens, within];
    const named = namedIn(shelf, literals, at);
    const isAsTyped = holderOf(shelf, wholeText, at);
    if (whole.length > 0)
      shelf.eachMeeting(conditionsOf(alone(whole[at])), (entry, place) => {
        if (isAsTyped(entry.body, place))
          hits.push({ entry, tier: at + 1, asTyped: true, named: named(entry, place) });
      });
    if (some[0].length > 0)
      shelf.eachMeeting(
        conditionsOf([...alone(every[at]), ...different.map((tiers) => tiers[at] ?? [])]),
        (entry, place) => {
          if (whole.length > 0 && isAsTyped(entry.body, place)) return;
          if (holdsAll(entry.body, everyText.letters))
            hits.push({ entry, tier: at + 1, asTyped: false, named: named(entry, place) });
        },
      );
  }
  return hits;
}

/** Each token a condition of its own. */
function alone(tokens: readonly number[] = []): readonly (readonly number[])[] {
  return tokens.map((token) => [token]);
}

/** Letters that are looked for in an entry. */
interface Text {
  readonly letters: readonly string[];
  /** What every entry is found by that contains them; absent: a single letter, by which not all of an entry is found. */
  readonly tokens: readonly number[] | undefined;
}

/** Of patterns of `patternFor`: there is no wildcard but at their ends. */
function textOf(patterns: readonly string[]): Text {
  const letters = patterns.map((pattern) => pattern.slice(1, -1));
  const segments = letters.flatMap(segmentsOf);
  const isSure = segments.length > 0 && segments.every((segment) => [...segment].length > 1);
  return { letters, tokens: isSure ? segments.flatMap(tokensOfSegment) : undefined };
}

type Holds = (text: string, place: number) => boolean;

/** Whether a text of an entry of this tier contains all letters. Most do not have the tokens either, and are not read. */
function holderOf(shelf: Shelf, { letters, tokens }: Text, tier: number): Holds {
  if (!tokens) return (text) => holdsAll(text, letters);
  let mayHold: ((place: number) => boolean) | undefined;
  return (text, place) => {
    mayHold ??= shelf.placesOf(alone(tokens.map((token) => inTier(token, tier))));
    return mayHold(place) && holdsAll(text, letters);
  };
}

function holdsAll(text: string, letters: readonly string[]): boolean {
  for (const each of letters) if (!text.includes(each)) return false;
  return true;
}

function namedIn(
  shelf: Shelf,
  literals: readonly Text[],
  tier: number,
): (entry: ShelfEntry, place: number) => Hit['named'] {
  const all = literals.map((literal) => holderOf(shelf, literal, tier));
  if (all.length === 0) return () => 0;
  return ({ name, body }, place) => {
    const inName = all.filter((holds) => holds(name, place)).length;
    if (inName > 0) return inName === all.length ? 3 : 2;
    return all.every((holds) => holds(body, place)) ? 1 : 0;
  };
}
