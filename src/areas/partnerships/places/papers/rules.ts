import { addDays } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

/** Liability insurance, 食品衛生責任者 and its like, the permit of a kitchen, anything else that ends. */
export const kindsOfPaper = ['insurance', 'hygiene', 'kitchen', 'other'] as const;
export type KindOfPaper = (typeof kindsOfPaper)[number];

export const fileKinds = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export const largestPaper = 10 * 1_048_576;

export type PaperRefusal = 'over-already' | 'infected' | 'scanner-silent';

export function decidePaper(facts: {
  expiresOn: string;
  today: string;
  scan: 'clean' | 'infected' | 'unscanned' | 'unreachable';
}): Result<'keep', PaperRefusal> {
  if (facts.expiresOn < facts.today) return refuse('over-already');
  if (facts.scan === 'infected') return refuse('infected');
  return facts.scan === 'unreachable' ? refuse('scanner-silent') : ok('keep');
}

/** How a paper stands: good, ends within thirty days, within seven, or is over: it holds through its last day. */
export type Standing = 'good' | 'month' | 'week' | 'over';

export function standingOf(expiresOn: string, today: string): Standing {
  if (expiresOn < today) return 'over';
  if (expiresOn <= addDays(today, 7)) return 'week';
  return expiresOn <= addDays(today, 30) ? 'month' : 'good';
}

/** Days until a paper that another one replaced, or that was taken back, is gone, at the latest. */
export const keptDays = 365;
