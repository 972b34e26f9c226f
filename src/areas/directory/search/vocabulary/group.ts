/** Words that mean the same to somebody who searches, and the worries they speak of. */
export interface WordGroup {
  /** Stable, in Latin letters: entries are indexed by it. */
  readonly code: string;
  /** Worries of the taxonomy; none: the words only stand for each other. */
  readonly topics: readonly string[];
  /** Found in what is typed and in entries. */
  readonly words: readonly string[];
  /** Sentences and parts of sentences that people type; not looked for in entries. */
  readonly phrases: readonly string[];
}
