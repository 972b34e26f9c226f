import { ok, refuse, type Result } from '#platform/result.ts';

/**
 * What a file may hold. All rows are taken over in one transaction, during which nobody else's event enters the ledger: with
 * 2000 rows that is some twenty seconds.
 */
export const csvLimits = { rows: 2000, columns: 300, cellLetters: 20_000 } as const;

export interface CsvRow {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export type CsvRefusal =
  | 'file-empty'
  | 'quote-open'
  | 'quote-broken'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-too-long';

/**
 * RFC 4180, with any line end: a field that begins with a quote ends at the next single one, two make one, and line breaks
 * inside belong to it. A quote in the middle of an unquoted field is a letter. Rows that are all blank are left out, but counted.
 */
export function readCsv(text: string, delimiter: ',' | '\t'): Result<readonly CsvRow[], CsvRefusal> {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let row = 1;
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : unquoted(text, at, delimiter);
    if ('refusal' in cell) return refuse(cell.refusal, { row, most: csvLimits.cellLetters });
    if (cell.value.length > csvLimits.cellLetters)
      return refuse('cell-too-long', { row, most: csvLimits.cellLetters });
    cells.push(cell.value);
    if (cells.length > csvLimits.columns) return refuse('too-many-columns', { row, most: csvLimits.columns });
    at = cell.end;
    const next = text[at];
    if (next === delimiter) {
      at += 1;
      if (at < text.length) continue;
      cells.push('');
    } else if (next !== undefined && next !== '\r' && next !== '\n') return refuse('quote-broken', { row });
    if (next === '\r' || next === '\n') at += text.startsWith('\r\n', at) ? 2 : 1;
    if (cells.some((value) => value.trim() !== '')) rows.push({ row, cells });
    if (rows.length > csvLimits.rows + 1) return refuse('too-many-rows', { most: csvLimits.rows });
    cells = [];
    row += 1;
  }
  return rows.length === 0 ? refuse('file-empty') : ok(rows);
}

/** A cell and where it ends. */
type Cell = { readonly value: string; readonly end: number } | { readonly refusal: CsvRefusal };

function quoted(text: string, start: number): Cell {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) return { refusal: 'quote-open' };
    if (end - start > 2 * csvLimits.cellLetters + 2) return { refusal: 'cell-too-long' };
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  return { value: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
}

function unquoted(text: string, start: number, delimiter: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}
