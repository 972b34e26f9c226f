/**
 * What the index holds: a number for each letter, pair of letters, word and property of an entry. An entry belongs to one of thirteen
 * tiers, decided by chance of its id alone; its numbers carry the tier. So a search reads tier by tier, each as large as all
 * before it, and stops where it has enough: what it has read until then is a fair sample, however many entries there are.
 */
export const tierCount = 13;

/** The first tier holds one entry of 4,096, of a million few enough for what nearly all of them have; the last one half of all. */
export function tierOf(tie: number): number {
  return 32 - Math.clz32(tie >>> 19);
}

/** A number between 0 and 2^31, evenly spread over ids. */
export function tieOf(id: string): number {
  return mix(hash(id)) >>> 1;
}

export type Property = 'any' | 'kind' | 'topic' | 'language' | 'concept' | 'area' | 'part' | 'place';

/** A property of an entry, before its tier. */
export function propertyToken(property: Property, value: string): number {
  return hash(`${property}:${value}`);
}

/** 32 bits; the same token in another tier is another number. */
export function inTier(token: number, tier: number): number {
  return mix(token ^ Math.imul(tier + 1, 0x9e3779b1)) | 0;
}

/** Tokens as they are in each tier, one row a tier. */
export type Tiers = readonly (readonly number[])[];

/** No rows where there are no tokens. */
export function tiersOf(tokens: readonly number[]): Tiers {
  if (tokens.length === 0) return [];
  return Array.from({ length: tierCount }, (_, tier) => tokens.map((token) => inTier(token, tier)));
}

const latin = /^[\p{Script=Latin}\p{Nd}]/u;
const segments = /[\p{Script=Latin}\p{Nd}]+|[^\s\p{P}\p{S}\p{Script=Latin}\p{Nd}]+/gu;
const longestPrefix = 8;
const [prefix, gram] = [hash('p:'), hash('g:')];

/** Runs of letters between blanks, punctuation and changes between Latin and other letters. */
export function segmentsOf(folded: string): readonly string[] {
  return folded.match(segments) ?? [];
}

/** Folded text as it is stored for looking again: a blank before each run of letters, so that a Latin word is found by its beginning only. */
export function spaced(folded: string): string {
  return ` ${segmentsOf(folded).join(' ')}`;
}

/** A pattern of LIKE for `spaced` text that holds these letters; segments have none of its wildcards. */
export function patternFor(folded: string): string {
  const text = segmentsOf(folded).join(' ');
  return latin.test(text) ? `% ${text}%` : `%${text}%`;
}

/** Tokens under which an entry with this text is found; `single`: by one letter too. */
export function textTokens(folded: string, { single }: { single: boolean }): Set<number> {
  const tokens = new Set<number>();
  for (const segment of segmentsOf(folded)) {
    if (latin.test(segment)) {
      let token = prefix;
      for (const letter of segment.slice(0, longestPrefix).split(''))
        tokens.add((token = hash(letter, token)));
      continue;
    }
    let before: number | undefined;
    for (const letter of segment) {
      if (before !== undefined) tokens.add(hash(letter, before));
      before = hash(letter, gram);
      if (single) tokens.add(before);
    }
  }
  return tokens;
}

/** All of these are tokens of every entry whose text contains the segment; others have them too: recheck. */
export function tokensOfSegment(segment: string): readonly number[] {
  if (latin.test(segment)) return [hash(segment.slice(0, longestPrefix), prefix)];
  const letters = [...segment];
  if (letters.length === 1) return [hash(segment, gram)];
  return letters.slice(1).map((letter, at) => hash(`${letters[at]}${letter}`, gram));
}

/** FNV-1a over UTF-16 units; of what follows `before`, where that is the hash of a beginning. */
function hash(text: string, before = 0x811c9dc5): number {
  let value = before;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}

/** Spreads each bit over all others. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
