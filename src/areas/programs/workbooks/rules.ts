import { ok, type Result, refuse } from '#platform/result.ts';
import type { ReadSheet } from '#ui/workbook/book.ts';
import { changesOf, type EntryInput, type EntryWords, valueField } from '../entries/rules.ts';
import type { ValueFrom } from '../measures/origin.ts';
import { plainText } from './cells/rules.ts';
import type { Key } from './layout/rules.ts';
import {
  type CheckContext,
  type CheckedEntry,
  type Finding,
  type FindingKind,
  type Place,
  readPart,
} from './rows/rules.ts';

export type { CheckContext, Finding, FindingKind, Place };

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

/** `Sheet!F12`: the cell that a value stands in. */
export function cellOf({ sheet, row, column }: Place): string {
  let letters = '';
  for (let left = column === undefined ? 0 : column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${sheet}!${letters}${row}`;
}

/** Each value with the way it came, by its field. */
export function withOrigin(input: EntryInput, from: (field: string) => ValueFrom): EntryInput {
  const values = input.values?.map((value) => ({
    ...value,
    from: from(valueField(value.measureId, value.period)),
  }));
  return values ? { ...input, values } : input;
}
