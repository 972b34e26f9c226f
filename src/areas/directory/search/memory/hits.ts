import type { Question } from '../question.ts';
import { inTier, segmentsOf, tierCount, tokensOfSegment } from '../tokens.ts';
import type { Shelf, ShelfEntry } from './shelf.ts';

export interface Hit {
  readonly entry: ShelfEntry;
  /** It contains what was typed as it stands. */
  readonly asTyped: boolean;
  /** 3: all that was named stands in its name, 2: some of it, 1: all of it somewhere in the entry. */
  readonly named: 0 | 1 | 2 | 3;
}

type Asked = Pick<
  Question,
  'whole' | 'wholeWords' | 'every' | 'everyWords' | 'some' | 'area' | 'serving' | 'literals'
>;

/** What `search_candidates` of guards.sql finds, told one by one: tier by tier, each read whole, until there are enough. */
export function eachHit(
  shelf: Shelf,
  asked: Asked,
  { enough, tell }: { readonly enough: number; readonly tell: (hit: Hit) => void },
): { readonly found: number; readonly tier: number | null } {
  const { whole, every, some, area } = asked;
  const wholeText = new Holder(shelf, asked.wholeWords);
  const everyText = new Holder(shelf, asked.everyWords);
  const literals = asked.literals.map((pattern) => new Holder(shelf, [pattern]));
  // Conditions that repeat others are looked at once, and all entries are somewhere.
  const different = [...new Set(some)];
  const everywhere = asked.serving.length === 0;
  let [found, last]: [number, number | null] = [0, null];
  for (let at = 0; at < tierCount && found < enough; at += 1) {
    const within = area[at] ?? [];
    const conditionsOf = (tokens: readonly (readonly number[])[]) =>
      everywhere && tokens.length > 0 ? tokens : [...tokens, within];
    for (const text of [wholeText, ...literals]) text.turnTo(at);
    const tellOf = (entry: ShelfEntry, place: number, asTyped: boolean) => {
      found += 1;
      last = at + 1;
      tell({ entry, asTyped, named: namedIn(literals, entry, place) });
    };
    if (whole.length > 0)
      shelf.eachMeeting(conditionsOf(alone(whole[at])), (entry, place) => {
        if (wholeText.foundIn(entry)) tellOf(entry, place, true);
      });
    if (some[0].length > 0)
      shelf.eachMeeting(
        conditionsOf([...alone(every[at]), ...different.map((tiers) => tiers[at] ?? [])]),
        (entry, place) => {
          if (whole.length > 0 && wholeText.mayBeAt(place) && wholeText.foundIn(entry)) return;
          if (everyText.foundIn(entry)) tellOf(entry, place, false);
        },
      );
  }
  return { found, tier: last };
}

/** Each token a condition of its own. */
function alone(tokens: readonly number[] = []): readonly (readonly number[])[] {
  return tokens.map((token) => [token]);
}

/** Of patterns of `patternFor`: there is no wildcard but at their ends. */
function lettersOf(patterns: readonly string[]): readonly string[] {
  return patterns.map((pattern) => pattern.slice(1, -1));
}

/** Letters that are looked for in one entry after the other of a tier. Most do not have their tokens either, and are not read. */
class Holder {
  private readonly letters: readonly string[];
  /** What every entry is found by that contains them; none: a single letter, by which not all of an entry is found. */
  private tokens: readonly number[] | undefined;
  private ofTier: readonly number[] | undefined;
  private tier = 0;
  private readonly shelf: Shelf;

  constructor(shelf: Shelf, patterns: readonly string[]) {
    this.shelf = shelf;
    this.letters = lettersOf(patterns);
  }

  turnTo(tier: number): void {
    this.tier = tier;
    this.ofTier = undefined;
  }

  /** False: no text of the entry in this place contains them. */
  mayBeAt(place: number): boolean {
    this.tokens ??= sureTokens(this.letters);
    this.ofTier ??= this.tokens.map((token) => inTier(token, this.tier));
    return this.shelf.hasAll(this.ofTier, place);
  }

  /** All of them in the name, with which the body begins, or some of them behind it. */
  foundIn({ body, nameLength }: ShelfEntry): 'name' | 'body' | undefined {
    let found: 'name' | 'body' = 'name';
    for (const each of this.letters) {
      const at = body.indexOf(each);
      if (at < 0) return undefined;
      if (at + each.length > nameLength) found = 'body';
    }
    return found;
  }
}

function sureTokens(letters: readonly string[]): readonly number[] {
  const segments = letters.flatMap(segmentsOf);
  return segments.every((segment) => [...segment].length > 1) ? segments.flatMap(tokensOfSegment) : [];
}

function namedIn(literals: readonly Holder[], entry: ShelfEntry, place: number): Hit['named'] {
  if (literals.length === 0) return 0;
  let [inName, everywhere] = [0, true];
  for (const literal of literals) {
    const found = literal.mayBeAt(place) ? literal.foundIn(entry) : undefined;
    if (found === 'name') inName += 1;
    else everywhere &&= found !== undefined;
  }
  if (inName > 0) return inName === literals.length ? 3 : 2;
  return everywhere ? 1 : 0;
}
