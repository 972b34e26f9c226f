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
  const everyLetters = lettersOf(asked.everyWords);
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
        if (wholeText.isIn(entry.body, place)) tellOf(entry, place, true);
      });
    if (some[0].length > 0)
      shelf.eachMeeting(
        conditionsOf([...alone(every[at]), ...different.map((tiers) => tiers[at] ?? [])]),
        (entry, place) => {
          if (whole.length > 0 && wholeText.isIn(entry.body, place)) return;
          if (holdsAll(entry.body, everyLetters)) tellOf(entry, place, false);
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
  /** What every entry is found by that contains them; absent: a single letter, by which not all of an entry is found. */
  private readonly tokens: readonly number[] | undefined;
  /** Places of the tiers so far that have the tokens: no place is in two tiers. */
  private marks: Uint8Array | undefined;
  private marked = false;
  private tier = 0;
  private readonly shelf: Shelf;

  constructor(shelf: Shelf, patterns: readonly string[]) {
    this.shelf = shelf;
    this.letters = lettersOf(patterns);
    const segments = this.letters.flatMap(segmentsOf);
    const isSure = segments.length > 0 && segments.every((segment) => [...segment].length > 1);
    this.tokens = isSure ? segments.flatMap(tokensOfSegment) : undefined;
  }

  turnTo(tier: number): void {
    this.tier = tier;
    this.marked = false;
  }

  isIn(text: string, place: number): boolean {
    return (!this.tokens || this.mayBeAt(this.tokens, place)) && holdsAll(text, this.letters);
  }

  private mayBeAt(tokens: readonly number[], place: number): boolean {
    this.marks ??= this.shelf.marks();
    if (!this.marked) {
      this.marked = true;
      this.shelf.markMeeting(alone(tokens.map((token) => inTier(token, this.tier))), this.marks);
    }
    return this.marks[place] === 1;
  }
}

function holdsAll(text: string, letters: readonly string[]): boolean {
  for (const each of letters) if (!text.includes(each)) return false;
  return true;
}

function namedIn(literals: readonly Holder[], { name, body }: ShelfEntry, place: number): Hit['named'] {
  if (literals.length === 0) return 0;
  let inName = 0;
  for (const literal of literals) if (literal.isIn(name, place)) inName += 1;
  if (inName > 0) return inName === literals.length ? 3 : 2;
  for (const literal of literals) if (!literal.isIn(body, place)) return 0;
  return 1;
}
