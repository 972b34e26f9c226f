import { monthsOfFiscalYear } from '#platform/dates.ts';
import type { ReadSheet } from '#ui/workbook/book.ts';

/** Stand in cell A1 of their sheets, which are found by them under whatever name. The number is that of the layout. */
export const markers = {
  values: 'tsunagi-values-1',
  words: 'tsunagi-words-1',
  key: 'tsunagi-key-1',
} as const;

/** Row 1 (hidden) names the columns, column A (hidden) the rows; titles and headings end with this row. */
export const headingRow = 4;
/** Id of a row that holds nothing to be read. */
export const noRow = '-';

export const wordColumns = ['id', 'program', 'summary', 'evaluation', 'rating', 'nextStep'] as const;

/** Columns of the sheet of values: months only where a measure is reported by month. */
export function valueColumns(fiscalYear: number, { months }: { months: boolean }): readonly string[] {
  return [
    'id',
    'label',
    'unit',
    'previous',
    ...(months ? monthsOfFiscalYear(fiscalYear) : []),
    String(fiscalYear),
    'definition',
  ];
}

/** What the sealed sheet says: for which round and bureau the workbook was made, and of which versions. */
export interface Key {
  readonly roundId: string;
  readonly organisationId: string;
  readonly entries: readonly { readonly id: string; readonly stamp: string }[];
  readonly measures: readonly { readonly id: string; readonly entryId: string }[];
}

/** The rows of the sealed sheet, and what is sealed of them. */
export function keyRows(key: Key): readonly (readonly [string, string, string])[] {
  return [
    ['round', key.roundId, ''],
    ['organisation', key.organisationId, ''],
    ...key.entries.map(({ id, stamp }) => ['entry', id, stamp] as const),
    ...key.measures.map(({ id, entryId }) => ['measure', id, entryId] as const),
  ];
}

export function findSheet(sheets: readonly ReadSheet[], marker: string): ReadSheet | undefined {
  return sheets.find((sheet) => sheet.rows[0]?.[0]?.value === marker);
}

/** Reads the sealed sheet back; undefined when it is not one of ours. The seal is not yet checked. */
export function readKey(sheets: readonly ReadSheet[]): { key: Key; seal: string } | undefined {
  const sheet = findSheet(sheets, markers.key);
  if (!sheet) return undefined;
  const rows = sheet.rows.slice(1).map((row) => row.slice(0, 3).map((cell) => String(cell?.value ?? '')));
  const of = (kind: string) => rows.filter(([name]) => name === kind);
  const one = (kind: string) => of(kind)[0]?.[1] ?? '';
  return {
    key: {
      roundId: one('round'),
      organisationId: one('organisation'),
      entries: of('entry').map(([, id = '', stamp = '']) => ({ id, stamp })),
      measures: of('measure').map(([, id = '', entryId = '']) => ({ id, entryId })),
    },
    seal: one('seal'),
  };
}
