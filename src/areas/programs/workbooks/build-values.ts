import { fiscalYearName, monthName, monthsOfFiscalYear } from '#platform/dates.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { type BookCell, type BookRow, type BookSheet, columnName, type Look } from '#ui/workbook/book.ts';
import { type EntryContent, type ReportedMeasure, unitName } from '../entries/contents.ts';
import { askedPeriods } from '../entries/rules.ts';
import { isSummable, yearValue } from '../measures/rules.ts';
import { type BookFacts, footerOf, hiddenRow, isLocked, titleRows } from './book-facts.ts';
import { markers, noRow, valueColumns } from './layout/rules.ts';
import { bookWords } from './book-words.ts';

/** One row per measure under its program: last year's value, then what is to be filled in. */
export function valuesSheet(facts: BookFacts): BookSheet {
  const t = bookWords[facts.lang];
  const { fiscalYear } = facts.round;
  const months = facts.contents.some(({ measures }) => measures.some(({ rhythm }) => rhythm === 'month'));
  const columns = valueColumns(fiscalYear, { months });
  const rows: BookRow[] = [
    hiddenRow([markers.values, ...columns.slice(1)]),
    ...titleRows(t.valuesTitle(fiscalYearName(facts.lang, fiscalYear)), t.valuesLead),
    {
      cells: columns.map((column) => ({
        value: column === 'id' ? noRow : headingOf(facts, column),
        look: column === 'previous' || /^\d/.test(column) ? 'heading-number' : 'heading',
      })),
      height: 28,
    },
  ];
  for (const content of facts.contents) {
    rows.push(groupRow(facts, content, columns.length));
    for (const measure of content.measures)
      rows.push(measureRow(facts, { content, measure, columns, row: rows.length + 1 }));
  }
  const last = `${columnName(columns.length - 1)}${rows.length}`;
  return {
    name: t.sheets.values,
    columns: columns.map((column) => ({ width: widthOf(column, months), hidden: column === 'id' })),
    rows,
    freeze: { rows: 4, columns: 4 },
    checks: checksOf(facts, rows),
    repeatRows: '$4:$4',
    printArea: `$B$2:$${last.replace(/\d+/, '')}$${rows.length}`,
    footer: footerOf(facts),
    tabColor: '2B5797',
  };
}

function headingOf({ lang, round }: BookFacts, column: string): string {
  const t = bookWords[lang];
  if (column === String(round.fiscalYear)) return t.year;
  if (/^\d{4}-\d{2}$/.test(column)) return monthName(lang, column);
  return t[column as 'label' | 'unit' | 'previous' | 'definition'];
}

function widthOf(column: string, months: boolean): number {
  if (/^\d{4}-\d{2}$/.test(column)) return 8.5;
  if (/^\d{4}$/.test(column)) return months ? 12 : 18;
  return (
    { id: 4, label: months ? 32 : 44, unit: 8, previous: months ? 11 : 16, definition: months ? 26 : 48 }[
      column
    ] ?? 10
  );
}

function groupRow({ lang }: BookFacts, content: EntryContent, columns: number): BookRow {
  const t = bookWords[lang];
  const name = contentIn(lang, { ja: content.nameJa, en: content.nameEn });
  const state =
    content.status === 'submitted' || content.status === 'accepted'
      ? `　【${t.locked[content.status]}】`
      : '';
  const none = content.measures.length === 0 ? `　${t.none}` : '';
  return {
    cells: Array.from({ length: columns }, (_, index): BookCell => {
      if (index === 0) return { value: noRow, look: 'plain' };
      return index === 1
        ? { value: `${name}${state}${none}`, look: 'group-title' }
        : { value: null, look: 'group' };
    }),
    height: 24,
  };
}

function measureRow(
  { lang, words, round }: BookFacts,
  about: { content: EntryContent; measure: ReportedMeasure; columns: readonly string[]; row: number },
): BookRow {
  const { content, measure, columns, row } = about;
  const { fiscalYear } = round;
  const asked = askedPeriods(measure, fiscalYear);
  const decimal = measure.kind === 'rate';
  const input: Look = isLocked(content) ? numberLook('shown', decimal) : numberLook('input', decimal);
  const cellOf = (column: string): BookCell => {
    if (column === 'id') return { value: measure.id, look: 'plain' };
    if (column === 'label') return { value: labelOf(lang, measure), look: 'shown' };
    if (column === 'unit') return { value: unitName(lang, words, measure.unit), look: 'shown' };
    if (column === 'definition') return { value: measure.definition, look: 'shown-note' };
    if (column === 'previous')
      return { value: measure.previous[String(fiscalYear)] ?? null, look: numberLook('shown', decimal) };
    if (asked.includes(column)) return { value: measure.values[column] ?? null, look: input };
    return column === String(fiscalYear) && isSummable(measure)
      ? sumCell(measure, { columns, row, fiscalYear })
      : { value: null, look: 'blocked' };
  };
  return { cells: columns.map(cellOf), height: measure.definition.length > 16 ? 30 : 24 };
}

function numberLook(kind: 'shown' | 'input', decimal: boolean): Look {
  return decimal ? `${kind}-decimal` : `${kind}-number`;
}

/** Shows the sum of the months while people type; what it holds is never read back. */
function sumCell(
  measure: ReportedMeasure,
  { columns, row, fiscalYear }: { columns: readonly string[]; row: number; fiscalYear: number },
): BookCell {
  const months = monthsOfFiscalYear(fiscalYear);
  const from = columnName(columns.indexOf(months[0] as string));
  const to = columnName(columns.indexOf(months[11] as string));
  const range = `${from}${row}:${to}${row}`;
  const value = yearValue(measure, measure.values) ?? '';
  return { value, look: 'sum', formula: `IF(COUNT(${range})=0,"",SUM(${range}))` };
}

function labelOf(lang: Lang, measure: ReportedMeasure): string {
  const t = bookWords[lang];
  const label = contentIn(lang, { ja: measure.labelJa, en: measure.labelEn });
  const counting = measure.counting === 'distinct' ? t.distinct : measure.counting === 'total' ? t.total : '';
  return counting && !label.includes(counting) ? `${label}（${counting}）` : label;
}

function checksOf({ lang }: BookFacts, rows: readonly BookRow[]): NonNullable<BookSheet['checks']> {
  const t = bookWords[lang];
  const ranges = (look: Look) =>
    rows
      .flatMap(({ cells }, row) => {
        const first = cells.findIndex((cell) => cell?.look === look);
        const last = cells.findLastIndex((cell) => cell?.look === look);
        return first < 0 ? [] : [rangeOf(row + 1, first, last)];
      })
      .join(' ');
  const whole = ranges('input-number');
  const decimal = ranges('input-decimal');
  return [
    ...(whole
      ? [{ range: whole, takes: 'whole', title: t.numberTitle, message: t.wholeMessage } as const]
      : []),
    ...(decimal
      ? [{ range: decimal, takes: 'decimal', title: t.numberTitle, message: t.decimalMessage } as const]
      : []),
  ];
}

function rangeOf(row: number, first: number, last: number): string {
  const from = `${columnName(first)}${row}`;
  return first === last ? from : `${from}:${columnName(last)}${row}`;
}
