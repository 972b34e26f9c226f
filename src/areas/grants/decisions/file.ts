import { csvFile } from '#platform/csv.ts';
import type { Lang } from '#platform/i18n.ts';
import type { ShownItem } from './read.ts';
import type { Outcome } from './rules.ts';
import { words } from './words.ts';

/** The same table for a workbook: codes as words, yen and percent as numbers. */
export function packCsv(lang: Lang, items: readonly ShownItem[]): string {
  const t = words[lang];
  const share = (value: number | null) => (value === null ? null : Math.round(value * 100));
  return csvFile(
    [...Object.values(t.csvHead), t.reason],
    items.map((item) => [
      item.number,
      item.name ?? t.person,
      item.askedYen,
      t.proposals[item.proposal as 'award' | 'refuse'],
      item.proposal === 'award' ? item.proposedYen : 0,
      share(item.mean),
      share(item.least),
      share(item.greatest),
      item.assessments,
      item.outcome ? t.outcomes[item.outcome as Outcome] : '',
      item.reason,
    ]),
  );
}
