import { ok, type Result, refuse } from '#platform/result.ts';

export interface TypedGroup {
  readonly topics: readonly string[];
  readonly words: readonly string[];
  readonly phrases: readonly string[];
}

export type GroupRefusal =
  | 'nothing-said'
  | 'word-too-short'
  | 'word-too-long'
  | 'too-many'
  | 'changed-meanwhile';

const mostWords = 200;
const mostLetters = 60;

/** A group says at least one word or sentence; a sentence of one letter would be found in everything. */
export function decideGroup({ words, phrases }: TypedGroup): Result<'keep', GroupRefusal> {
  const all = [...words, ...phrases];
  if (all.length === 0) return refuse('nothing-said');
  if (words.length > mostWords || phrases.length > mostWords) return refuse('too-many', { most: mostWords });
  const long = all.find((word) => [...word].length > mostLetters);
  if (long) return refuse('word-too-long', { word: long, most: mostLetters });
  const parts = phrases.map((phrase) => ({ phrase, letters: [...phrase.replaceAll('…', '')].length }));
  const short = parts.find(({ letters }) => letters < 2);
  return short ? refuse('word-too-short', { word: short.phrase }) : ok('keep');
}

/** What one list has and the other has not: what the search learns, and what it forgets. */
export function missingIn(list: readonly string[], other: readonly string[]): readonly string[] {
  return list.filter((word) => !other.includes(word));
}
