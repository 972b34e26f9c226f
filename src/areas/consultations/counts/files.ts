import { csvFile } from '#platform/csv.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Book, BookRow, BookSheet } from '#ui/workbook/book.ts';
import { writeWorkbook } from '#ui/workbook/write.ts';
import { words as boardWords } from '../boards/words.ts';
import { ways } from '../desks/settings.ts';
import { measuresOf } from './measures.ts';
import { type Counted, personal, shownSums, sumBy } from './read.ts';
import { words } from './words.ts';

/** What a file is made from: a span, or with `month` one month of it beside others. */
export interface Filed {
  readonly counted: Counted;
  readonly desk: string;
  /** 令和6年度の相談, 2025年2月の月報 */
  readonly title: string;
  readonly guarded: boolean;
  readonly month?: string;
}

/**
 * One row for each month and count. Codes stay codes: other programs read this. Beyond the desk, what people are like comes for
 * the whole span, and as `*` where there are few.
 */
export function countsCsv(lang: Lang, { counted, guarded, month }: Filed): string {
  const t = words[lang];
  const kinds: Readonly<Record<string, string>> = t.kinds;
  const named = (kind: string) => kinds[kind] ?? kind;
  const rows = counted.rows
    .filter((row) => (!month || row.month === month) && !(guarded && personal.includes(row.kind)))
    .map((row) => [row.month, named(row.kind), row.a, row.b, row.n]);
  if (!guarded) return csvFile(t.columns, rows);
  const [first = '', last = first] = month ? [month] : [counted.months[0], counted.months.at(-1)];
  const careful = personal.flatMap((kind) =>
    Object.entries(shownSums(counted, kind, { guarded, ...(month && { month }) })).map(([a, n]) => [
      first === last ? first : `${first}/${last}`,
      named(kind),
      a,
      '',
      n ?? '*',
    ]),
  );
  return csvFile(t.columns, [...rows, ...careful]);
}

/** 「電話 / メール / 来所 / LINE」 by month as offices file it, with their sums, and the figures with their denominators. */
export function countsWorkbook(lang: Lang, filed: Filed): Promise<Uint8Array> {
  const book: Book = {
    title: `${filed.desk} ${filed.title}`,
    author: filed.desk,
    sheets: [doorSheet(lang, filed), measureSheet(lang, filed)],
  };
  return writeWorkbook(book);
}

function doorSheet(lang: Lang, { counted, desk, title }: Filed): BookSheet {
  const t = words[lang];
  const b = boardWords[lang];
  const shown = ways.filter((way) => way !== 'notice' || sumBy(counted, 'door')[way]);
  const heading: BookRow = {
    cells: [
      { value: t.month, look: 'heading' },
      ...shown.map((door) => ({ value: b.door[door], look: 'heading-number' as const })),
      { value: t.total, look: 'heading-number' },
    ],
  };
  const line = (
    label: string,
    sums: Readonly<Record<string, number>>,
    look: 'shown-number' | 'sum',
  ): BookRow => {
    const numbers = shown.map((door) => sums[door] ?? 0);
    const total = numbers.reduce((sum, n) => sum + n, 0);
    return {
      cells: [{ value: label, look: 'label' }, ...[...numbers, total].map((value) => ({ value, look }))],
    };
  };
  return {
    name: lang === 'ja' ? '相談件数' : 'Consultations',
    columns: [{ width: 14 }, ...shown.map(() => ({ width: 12 })), { width: 12 }],
    rows: [
      { cells: [{ value: `${desk} ${title}`, look: 'title' }] },
      { cells: [{ value: t.lead, look: 'lead' }] },
      heading,
      ...counted.months.map((month) => line(month, sumBy(counted, 'door', { month }), 'shown-number')),
      line(t.total, sumBy(counted, 'door'), 'sum'),
    ],
    onePage: true,
  };
}

function measureSheet(lang: Lang, { counted, desk, title, guarded, month }: Filed): BookSheet {
  const t = words[lang];
  const measures = measuresOf(lang, { counted, guarded, ...(month && { month }) });
  return {
    name: lang === 'ja' ? '主な数' : 'Key figures',
    columns: [{ width: 34 }, { width: 14 }, { width: 8 }, { width: 60 }],
    rows: [
      { cells: [{ value: `${desk} ${title}`, look: 'title' }] },
      { cells: [{ value: guarded ? t.guardedLead : t.lead, look: 'lead' }] },
      ...measures
        .filter(({ value }) => value !== null)
        .map(
          ({ label, value, unit, note = '' }): BookRow => ({
            cells: [
              { value: label, look: 'label' },
              { value: value ?? '', look: typeof value === 'number' ? 'shown-number' : 'label' },
              { value: unit, look: 'label' },
              { value: note, look: 'label' },
            ],
          }),
        ),
    ],
    onePage: true,
  };
}
