import { csvFile } from '#platform/csv.ts';
import { countOf, type CountedRow } from './rules.ts';

const head = ['受付番号', '団体', '募集', '質問', '答え', '数えた値'] as const;

/** Every answer of a figure by group, in the order given: the sum of its last column is the figure. */
export function figureCsv(rows: readonly CountedRow[]): string {
  return csvFile(
    head,
    rows.map((row) => [row.number, row.group, row.call.ja, row.question, row.value, countOf(row)]),
  );
}
