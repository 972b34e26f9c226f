import { csvFile } from '#platform/csv.ts';
import { fiscalYearName } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Book, BookRow } from '#ui/workbook/book.ts';
import { writeWorkbook } from '#ui/workbook/write.ts';
import { words as boardWords } from '../boards/words.ts';
import { type Door, doors } from '../desks/settings.ts';
import { type Counted, sumBy } from './read.ts';
import { words } from './words.ts';

/** One row for each month and count. Codes stay codes: other programs read this. */
export function countsCsv(lang: Lang, { rows }: Counted): string {
  const t = words[lang];
  const kinds: Readonly<Record<string, string>> = t.kinds;
  return csvFile(
    t.columns,
    rows.map(({ month, kind, a, b, n }) => [month, kinds[kind] ?? kind, a, b, n]),
  );
}

/** 「電話 / メール / 来所 / LINE」 by month as offices file it, with their sums. */
export function countsWorkbook(
  lang: Lang,
  { counted, desk, fiscalYear }: { counted: Counted; desk: string; fiscalYear: number },
): Promise<Uint8Array> {
  const t = words[lang];
  const b = boardWords[lang];
  const heading: BookRow = {
    cells: [
      { value: t.month, look: 'heading' },
      ...doors.map((door) => ({ value: b.door[door], look: 'heading-number' as const })),
      { value: t.total, look: 'heading-number' },
    ],
  };
  const line = (
    label: string,
    sums: Readonly<Record<string, number>>,
    look: 'shown-number' | 'sum',
  ): BookRow => {
    const numbers = doors.map((door: Door) => sums[door] ?? 0);
    const total = numbers.reduce((sum, n) => sum + n, 0);
    return {
      cells: [{ value: label, look: 'label' }, ...[...numbers, total].map((value) => ({ value, look }))],
    };
  };
  const book: Book = {
    title: `${t.title} ${desk} ${fiscalYearName(lang, fiscalYear)}`,
    author: desk,
    sheets: [
      {
        name: lang === 'ja' ? '相談件数' : 'Consultations',
        columns: [{ width: 14 }, ...doors.map(() => ({ width: 12 })), { width: 12 }],
        rows: [
          { cells: [{ value: `${desk} ${t.year(fiscalYearName(lang, fiscalYear))}`, look: 'title' }] },
          { cells: [{ value: t.lead, look: 'lead' }] },
          heading,
          ...counted.months.map((month) => line(month, sumBy(counted, 'door', { month }), 'shown-number')),
          line(t.total, sumBy(counted, 'door'), 'sum'),
        ],
        onePage: true,
      },
    ],
  };
  return writeWorkbook(book);
}
