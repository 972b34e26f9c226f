import type { Cell, CellValue } from 'hucre/xlsx';
import type { ReadCell, ReadSheet } from './book.ts';
import { Refused, repack } from './unpack.ts';

const maxSheets = 60;
const maxRows = 20_000;

/** Reads the cells of every sheet, out of sight or not. Runs where memory and time are limited: see `read.ts`. */
export async function parseWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  const safe = repack(bytes);
  const { readXlsx } = await import('hucre/xlsx');
  const { sheets } = await readXlsx(safe, { maxRows, sheets: (_, index) => index < maxSheets }).catch(() => {
    throw new Refused('damaged');
  });
  return sheets.map(({ name, rows, cells }) => ({
    name,
    rows: rows.map((row, at) => row.map((value, column) => readCell(value, cells?.get(`${at},${column}`)))),
  }));
}

function readCell(value: CellValue, cell: Cell | undefined): ReadCell | null {
  if (cell?.formula !== undefined) return { kind: 'formula', value: plain(value) };
  if (cell?.type === 'error') return { kind: 'error', value: plain(value) };
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'yes-no', value };
  if (typeof value === 'string') return { kind: 'text', value };
  return { kind: 'date', value: plain(value) };
}

function plain(value: CellValue): string | number | boolean | null {
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}
