import type { Filters } from './question.ts';

/** Entries of one kind, with the same worries and languages: how many were found, and how many of them are open. */
export type Sort = readonly [
  kind: string,
  topics: readonly string[],
  languages: readonly string[],
  count: number,
  open: number,
];

export interface Counted {
  readonly total: number;
  readonly open: number;
  /** How many each choice of a filter would show beside the other filters. */
  readonly kinds: Record<string, number>;
  readonly topics: Record<string, number>;
  readonly languages: Record<string, number>;
}

/** What the filters of a page show, from all that was found. */
export function countSorts(sorts: readonly Sort[], { kind, topic, language }: Filters): Counted {
  const counted = {
    total: 0,
    open: 0,
    kinds: {} as Record<string, number>,
    topics: {} as Record<string, number>,
    languages: {} as Record<string, number>,
  };
  for (const [itsKind, topics, languages, count, open] of sorts) {
    const ofKind = kind === undefined || kind === itsKind;
    const ofTopic = topic === undefined || topics.includes(topic);
    const ofLanguage = language === undefined || languages.includes(language);
    if (ofKind && ofTopic && ofLanguage) {
      counted.total += count;
      counted.open += open;
    }
    if (ofTopic && ofLanguage) add(counted.kinds, [itsKind], count);
    if (ofKind && ofLanguage) add(counted.topics, topics, count);
    if (ofKind && ofTopic) add(counted.languages, languages, count);
  }
  return counted;
}

function add(counts: Record<string, number>, codes: readonly string[], count: number): void {
  for (const code of codes) counts[code] = (counts[code] ?? 0) + count;
}
