import type { RefusalFacts } from '#platform/result.ts';
import type { ReadSheet } from '#ui/workbook/book.ts';
import {
  type Asked,
  askedPeriods,
  type EntryStatus,
  type EntryWords,
  valueField,
} from '../../entries/rules.ts';
import { isSummable } from '../../measures/rules.ts';
import { type CellRefusal, type RatingChoice, readNumber, readRating, readText } from '../cells/rules.ts';
import {
  findSheet,
  headingRow,
  type Key,
  markers,
  noRow,
  valueColumns,
  wordColumns,
} from '../layout/rules.ts';

export type Part = 'values' | 'words';
export type FindingKind =
  | CellRefusal
  | 'not-ours'
  | 'seal-broken'
  | 'other-round'
  | 'other-bureau'
  | 'round-closed'
  | 'sheet-missing'
  | 'columns-moved'
  | 'row-unknown'
  | 'row-missing'
  | 'row-twice'
  | 'row-without-id'
  | 'not-asked'
  | 'entry-changed'
  | 'entry-handed-in'
  | 'entry-gone'
  | 'measure-gone';

/** Where something stands: the sheet's name in the file, the row as Excel counts, the column from 0. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column?: number;
  /** The key of the column: a period, or a field of the words. */
  readonly heading?: string;
}
export interface Finding {
  readonly kind: FindingKind;
  readonly at?: Place;
  /** The program, and the measure if it is one's. */
  readonly about?: string;
  readonly facts?: RefusalFacts;
}
export interface CheckedMeasure extends Asked {
  readonly labelJa: string;
}
export interface CheckedEntry extends EntryWords {
  readonly entryId: string;
  readonly stamp: string;
  readonly status: EntryStatus;
  readonly nameJa: string;
  readonly measures: readonly CheckedMeasure[];
}
export interface CheckContext {
  readonly roundId: string;
  readonly roundOpen: boolean;
  readonly organisationId: string;
  readonly fiscalYear: number;
  readonly ratings: readonly RatingChoice[];
  readonly entries: readonly CheckedEntry[];
}

/** A cell that was read without an error. */
export interface FilledCell {
  readonly entryId: string;
  readonly field: string;
  readonly at: Place;
  readonly value: string | number | null;
}

interface PartFacts {
  readonly part: Part;
  readonly key: Key;
  readonly context: CheckContext;
  readonly errors: Finding[];
}

/** Reads one sheet; what is wrong with it goes to `errors`. */
export function readPart(sheets: readonly ReadSheet[], facts: PartFacts): FilledCell[] {
  const { part, key, context, errors } = facts;
  const sheet = findSheet(sheets, markers[part]);
  if (!sheet) {
    errors.push({ kind: 'sheet-missing', facts: { part } });
    return [];
  }
  const columns = columnsOf(sheet, part, context.fiscalYear);
  if (!columns) {
    errors.push({ kind: 'columns-moved', at: { sheet: sheet.name, row: headingRow } });
    return [];
  }
  const known = new Set((part === 'values' ? key.measures : key.entries).map(({ id }) => id));
  const seen = new Set<string>();
  const filled: FilledCell[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    if (index < headingRow) continue;
    const id = String(row[0]?.value ?? '');
    const at = { sheet: sheet.name, row: index + 1 };
    if (id === noRow) continue;
    if (id === '') {
      if (row.some((cell) => cell)) errors.push({ kind: 'row-without-id', at });
    } else if (!known.has(id)) errors.push({ kind: 'row-unknown', at });
    else if (seen.has(id)) errors.push({ kind: 'row-twice', at });
    else {
      seen.add(id);
      filled.push(...readRow({ id, at, row, columns }, facts));
    }
  }
  for (const id of known)
    if (!seen.has(id)) errors.push({ kind: 'row-missing', facts: missingFacts(id, facts) });
  return filled;
}

function missingFacts(id: string, { part, key, context }: PartFacts): RefusalFacts {
  const entryId = part === 'words' ? id : key.measures.find((measure) => measure.id === id)?.entryId;
  const entry = context.entries.find((each) => each.entryId === entryId);
  const measure = entry?.measures.find((each) => each.id === id);
  return { part, program: entry?.nameJa ?? '', measure: measure?.labelJa ?? '' };
}

/** The columns as row 1 names them, when they are those that were handed out. */
function columnsOf(sheet: ReadSheet, part: Part, fiscalYear: number): readonly string[] | undefined {
  const found = (sheet.rows[0] ?? []).slice(1).map((cell) => String(cell?.value ?? ''));
  while (found.at(-1) === '') found.pop();
  const right =
    part === 'words' ? [wordColumns] : [true, false].map((months) => valueColumns(fiscalYear, { months }));
  return right.find((columns) => columns.slice(1).join('\n') === found.join('\n'));
}

interface RowFacts {
  readonly id: string;
  readonly at: Place;
  readonly row: ReadSheet['rows'][number];
  readonly columns: readonly string[];
}

function readRow(found: RowFacts, facts: PartFacts): FilledCell[] {
  const { key, context, errors, part } = facts;
  const entryId = part === 'words' ? found.id : key.measures.find(({ id }) => id === found.id)?.entryId;
  const entry = context.entries.find((each) => each.entryId === entryId);
  if (!entry) {
    errors.push({ kind: 'entry-gone', at: found.at });
    return [];
  }
  if (part === 'words') return readWords(found, { entry, ratings: context.ratings, errors });
  const measure = entry.measures.find(({ id }) => id === found.id);
  if (measure) return readValues(found, { entry, measure, fiscalYear: context.fiscalYear, errors });
  errors.push({ kind: 'measure-gone', at: found.at, facts: { program: entry.nameJa } });
  return [];
}

function readValues(
  { at, row, columns }: RowFacts,
  facts: { entry: CheckedEntry; measure: CheckedMeasure; fiscalYear: number; errors: Finding[] },
): FilledCell[] {
  const { entry, measure, fiscalYear, errors } = facts;
  const asked = askedPeriods(measure, fiscalYear);
  const about = `${entry.nameJa} ${measure.labelJa}`;
  const summed = measure.rhythm === 'month' && isSummable(measure);
  return columns.flatMap((period, column) => {
    if (!/^\d{4}(-\d{2})?$/.test(period)) return [];
    const place = { ...at, column, heading: period };
    if (!asked.includes(period)) {
      const isSum = summed && period === String(fiscalYear);
      if (row[column] && !isSum) errors.push({ kind: 'not-asked', at: place, about });
      return [];
    }
    const read = readNumber(row[column], measure.kind);
    if (!read.ok) {
      errors.push({ kind: read.refusal, at: place, about, ...(read.facts ? { facts: read.facts } : {}) });
      return [];
    }
    const field = valueField(measure.id, period);
    return [{ entryId: entry.entryId, field, at: place, value: read.value }];
  });
}

function readWords(
  { at, row, columns }: RowFacts,
  { entry, ratings, errors }: { entry: CheckedEntry; ratings: readonly RatingChoice[]; errors: Finding[] },
): FilledCell[] {
  return columns.flatMap((field, column) => {
    if (field === 'id' || field === 'program') return [];
    const place = { ...at, column, heading: field };
    const read = field === 'rating' ? readRating(row[column], ratings) : readText(row[column]);
    if (!read.ok) {
      errors.push({
        kind: read.refusal,
        at: place,
        about: entry.nameJa,
        ...(read.facts ? { facts: read.facts } : {}),
      });
      return [];
    }
    return [{ entryId: entry.entryId, field, at: place, value: read.value }];
  });
}
