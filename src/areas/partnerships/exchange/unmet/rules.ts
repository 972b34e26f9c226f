import { defaultFewest } from '#platform/disclosure/cells.ts';

/** How often in a month something was needed and not there, of a worry and a municipality. */
export interface Lack {
  readonly why: 'searched' | 'declined';
  /** `YYYY-MM`. */
  readonly month: string;
  readonly topic: string;
  /** Empty: not said. */
  readonly municipality: string;
  readonly times: number;
}

/** Names what a draft was made of, so that it is made once. */
export function keyOf({ why, month, topic, municipality }: Omit<Lack, 'times'>): string {
  return [why, month, topic, municipality].join('/');
}

/**
 * What a person may draft a need of: the same reason, month, worry and municipality added up, the most first. Fewer than ten are
 * nobody's to see: they may stand for somebody.
 */
export function draftable(lacks: readonly Lack[], drafted: ReadonlySet<string>): readonly Lack[] {
  return [...Map.groupBy(lacks, keyOf).values()]
    .flatMap((same) => {
      const [first] = same;
      return first ? [{ ...first, times: same.reduce((sum, { times }) => sum + times, 0) }] : [];
    })
    .filter((lack) => lack.topic !== '' && lack.times >= defaultFewest && !drafted.has(keyOf(lack)))
    .sort((a, b) => b.times - a.times || (keyOf(a) < keyOf(b) ? -1 : 1));
}
