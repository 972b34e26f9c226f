/** Words that mean the same to somebody who searches, and the worries they speak of. */
export interface WordGroup {
  /** Stable, in Latin letters: entries are indexed by it. */
  readonly code: string;
  /** Worries of the taxonomy, the nearest first; none: the words only stand for each other. */
  readonly topics: readonly string[];
  /** Found in what is typed and in entries. */
  readonly words: readonly string[];
  /** Parts of sentences that people type, `…` for a few letters between; not looked for in entries. */
  readonly phrases: readonly string[];
}

/** Words and phrases are told apart by 、 as people write them. */
export function group(code: string, topics: string, words: string, phrases = ''): WordGroup {
  return { code, topics: topics.split(' ').filter(Boolean), words: listOf(words), phrases: listOf(phrases) };
}

export function listOf(text: string): readonly string[] {
  return text
    .split(/[、\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
}
