import { ok, type RefusalFacts, type Result, refuse } from '#platform/result.ts';
import type { ReadSheet } from '#ui/workbook/book.ts';
import {
  askedPeriods,
  changesOf,
  type Asked,
  type EntryInput,
  type EntryStatus,
  type EntryWords,
  valueField,
} from '../entries/rules.ts';
import { isSummable } from '../measures/rules.ts';
import {
  type CellRefusal,
  plainText,
  type RatingChoice,
  readNumber,
  readRating,
  readText,
} from './cells/rules.ts';
import {
  findSheet,
  headingRow,
  type Key,
  markers,
  noRow,
  valueColumns,
  wordColumns,
} from './layout/rules.ts';

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
}
export interface Finding {
  readonly kind: FindingKind;
  readonly at?: Place;
  readonly facts?: RefusalFacts;
}
export interface FoundChange {
  readonly at: Place;
  readonly entryId: string;
  readonly program: string;
  /** As in `FieldChange`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What came of checking a workbook: with one error nothing of it can be taken over. */
export interface Findings {
  readonly changes: readonly FoundChange[];
  readonly errors: readonly Finding[];
  /** The versions that the changes were compared with. */
  readonly stamps: Readonly<Record<string, string>>;
}

export type TakeOverRefusal = 'already-decided' | 'has-errors' | 'nothing-changes' | 'changed-meanwhile';

/** Only a workbook without any error is taken over, and only once. */
export function decideTakeOver(facts: {
  status: string;
  changes: readonly unknown[];
  errors: readonly unknown[];
}): Result<'take-over', TakeOverRefusal> {
  if (facts.status === 'applied' || facts.status === 'dropped') return refuse('already-decided');
  if (facts.errors.length > 0) return refuse('has-errors');
  return facts.changes.length === 0 ? refuse('nothing-changes') : ok('take-over');
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

/** Whether the sealed sheet belongs here at all; only then its ids mean something. */
export function decideKey(
  found: { key: Key; sealed: boolean } | undefined,
  context: Pick<CheckContext, 'roundId' | 'organisationId' | 'roundOpen'>,
): Result<Key, 'not-ours' | 'other-round' | 'seal-broken' | 'other-bureau' | 'round-closed'> {
  if (!found) return refuse('not-ours');
  if (found.key.roundId !== context.roundId) return refuse('other-round');
  if (!found.sealed) return refuse('seal-broken');
  if (found.key.organisationId !== context.organisationId) return refuse('other-bureau');
  return context.roundOpen ? ok(found.key) : refuse('round-closed');
}

/** Compares a workbook of ours, cell by cell, with what stands now. */
export function checkSheets(sheets: readonly ReadSheet[], key: Key, context: CheckContext): Findings {
  const errors: Finding[] = [];
  const cells = [
    ...readPart(sheets, { part: 'values', key, context, errors }),
    ...readPart(sheets, { part: 'words', key, context, errors }),
  ];
  const changes: FoundChange[] = [];
  for (const entry of context.entries) {
    const own = cells.filter(({ entryId }) => entryId === entry.entryId);
    const found = changesOf(withPlainWords(entry), asInput(own)).map((change) => ({
      ...change,
      entryId: entry.entryId,
      program: entry.nameJa,
      at: own.find(({ field }) => field === change.field)?.at ?? { sheet: '', row: 0 },
    }));
    if (found.length === 0) continue;
    const stamp = key.entries.find(({ id }) => id === entry.entryId)?.stamp;
    const at = found[0]?.at as Place;
    const facts = { program: entry.nameJa };
    if (entry.status === 'submitted' || entry.status === 'accepted')
      errors.push({ kind: 'entry-handed-in', at: { sheet: at.sheet, row: at.row }, facts });
    else if (stamp !== entry.stamp)
      errors.push({ kind: 'entry-changed', at: { sheet: at.sheet, row: at.row }, facts });
    changes.push(...found);
  }
  return { changes, errors, stamps: Object.fromEntries(context.entries.map((e) => [e.entryId, e.stamp])) };
}

interface FilledCell {
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

function readPart(sheets: readonly ReadSheet[], facts: PartFacts): FilledCell[] {
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
  const summed = measure.rhythm === 'month' && isSummable(measure);
  return columns.flatMap((period, column) => {
    if (!/^\d{4}(-\d{2})?$/.test(period)) return [];
    const place = { ...at, column };
    if (!asked.includes(period)) {
      const isSum = summed && period === String(fiscalYear);
      if (row[column] && !isSum) errors.push({ kind: 'not-asked', at: place });
      return [];
    }
    const read = readNumber(row[column], measure.kind);
    if (!read.ok) {
      errors.push({ kind: read.refusal, at: place, ...(read.facts ? { facts: read.facts } : {}) });
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
    const place = { ...at, column };
    const read = field === 'rating' ? readRating(row[column], ratings) : readText(row[column]);
    if (!read.ok) {
      errors.push({ kind: read.refusal, at: place, ...(read.facts ? { facts: read.facts } : {}) });
      return [];
    }
    return [{ entryId: entry.entryId, field, at: place, value: read.value }];
  });
}

function withPlainWords(entry: CheckedEntry): CheckedEntry {
  const { summary, evaluation, nextStep } = entry;
  return {
    ...entry,
    summary: plainText(summary),
    evaluation: plainText(evaluation),
    nextStep: plainText(nextStep),
  };
}

/** Fields of one return as the entry's own rules take them. */
export function asInput(fields: readonly { field: string; value: string | number | null }[]): EntryInput {
  const values = fields.flatMap(({ field, value }) => {
    const [kind, measureId = '', period = ''] = field.split(':');
    return kind === 'value' ? [{ measureId, period, value: value === null ? null : Number(value) }] : [];
  });
  const words: Partial<EntryWords> = Object.fromEntries(
    fields
      .filter(({ field }) => !field.startsWith('value:'))
      .map(({ field, value }) => [field, field === 'rating' ? value : (value ?? '')]),
  );
  return { values, words };
}
