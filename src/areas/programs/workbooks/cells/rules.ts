import { ok, type Result, refuse } from '#platform/result.ts';
import type { ReadCell } from '#ui/workbook/book.ts';

export type CellRefusal =
  | 'formula'
  | 'error-value'
  | 'date'
  | 'not-a-number'
  | 'negative'
  | 'not-whole'
  | 'too-fine'
  | 'too-large'
  | 'rating-unknown'
  | 'text-too-long';

/** Longest text of a field, as in the form. */
export const maxText = 4000;

/** A number as somebody typed it, also as text in full-width digits with commas; null for an empty cell. */
export function readNumber(
  cell: ReadCell | null | undefined,
  kind: string,
): Result<number | null, CellRefusal> {
  if (!cell) return ok(null);
  if (cell.kind === 'formula') return refuse('formula');
  if (cell.kind === 'error') return refuse('error-value', { typed: shown(cell) });
  if (cell.kind === 'date') return refuse('date');
  if (cell.kind === 'number') return fitting(Number(Number(cell.value).toPrecision(15)), kind);
  const text = plainDigits(String(cell.value), kind);
  if (text === '') return ok(null);
  return /^-?\d{1,18}(\.\d+)?$/.test(text)
    ? fitting(Number(text), kind)
    : refuse('not-a-number', { typed: shown(cell) });
}

/** Whole numbers from zero; a rate in percent with up to four decimals. */
function fitting(value: number, kind: string): Result<number, CellRefusal> {
  const typed = String(value);
  if (!Number.isFinite(value)) return refuse('not-a-number', { typed });
  if (value < 0) return refuse('negative', { typed });
  if (value > 999_999_999_999_999) return refuse('too-large');
  if (kind !== 'rate') return Number.isInteger(value) ? ok(value) : refuse('not-whole', { typed });
  return Number(value.toFixed(4)) === value ? ok(value) : refuse('too-fine', { typed });
}

function plainDigits(text: string, kind: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s、，]/g, '')
    .replace(/^[−―ー‐]/, '-');
  return kind === 'rate' ? plain.replace(/%$/, '') : plain;
}

/** Text as typed, with the line breaks of any program; numbers and days become their text. */
export function readText(cell: ReadCell | null | undefined): Result<string, CellRefusal> {
  if (!cell) return ok('');
  if (cell.kind === 'formula') return refuse('formula');
  if (cell.kind === 'error') return refuse('error-value', { typed: shown(cell) });
  const text = plainText(String(cell.value ?? ''));
  return text.length > maxText ? refuse('text-too-long', { most: maxText, length: text.length }) : ok(text);
}

export function plainText(text: string): string {
  return text
    .replace(/_x000D_/g, '\r')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .trim();
}

export interface RatingChoice {
  readonly code: string;
  /** Its names in every language. */
  readonly names: readonly string[];
}

/** The code of a rating by its name in any language (or by its code); null for an empty cell. */
export function readRating(
  cell: ReadCell | null | undefined,
  ratings: readonly RatingChoice[],
): Result<string | null, CellRefusal> {
  const text = readText(cell);
  if (!text.ok) return text;
  if (text.value === '') return ok(null);
  const wanted = text.value.normalize('NFKC');
  const found = ratings.find(
    ({ code, names }) => code === wanted || names.some((name) => name.normalize('NFKC') === wanted),
  );
  return found ? ok(found.code) : refuse('rating-unknown', { typed: shown(cell) });
}

/** What was typed, short enough for a sentence. */
function shown(cell: ReadCell | null | undefined): string {
  const text = String(cell?.value ?? '');
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
