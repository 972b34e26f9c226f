import { ok, type Result, refuse } from '#platform/result.ts';
import { applyCells } from '../imports/cells/all.ts';
import type { CellContext } from '../imports/cells/codec.ts';
import { isPlain, writeHours } from '../hours-text/write.ts';
import type { ColumnField } from '../imports/layouts.ts';
import type { ServiceContent, ServiceStatus } from '../services/content.ts';
import type { CorrectableField, ProposedItem } from './items.ts';
import type { ProposalRefusal } from './rules.ts';

/** Which cells of the municipal layouts a correction is written into; what has none is a matter of its own form. */
const cellsOfField: Readonly<Record<CorrectableField, readonly ColumnField[]>> = {
  hours: ['days', 'opens', 'closes', 'hoursNote'],
  phone: ['phone'],
  address: ['address', 'building'],
  name: ['name'],
  website: ['website'],
  summary: ['summary'],
  description: ['description'],
  eligibility: ['eligibility'],
  costs: ['costs'],
  application: ['application'],
  closed: [],
  other: [],
};

export function cellsFor(field: CorrectableField): readonly ColumnField[] {
  return cellsOfField[field];
}

/** Entries whose hours no four cells can hold are mended in their own form. */
export function isWritable(field: CorrectableField, content: ServiceContent): boolean {
  if (field === 'other') return false;
  return field !== 'hours' || (isPlain(content.hours) && content.channels.every(({ hours }) => !hours));
}

/** What stands in the fields of a decision at first: the words that were proposed where they can stand so, else what is there. */
export function firstCells(
  field: CorrectableField,
  { content, items }: { content: ServiceContent; items: readonly ProposedItem[] },
  write: (field: ColumnField) => string,
): Readonly<Partial<Record<ColumnField, string>>> {
  const said = items.find((item) => item.field === field)?.said;
  if (field === 'hours') {
    const { days, opens, closes, note } = writeHours(content.hours);
    return { days, opens, closes, hoursNote: note.replaceAll('；', '\n') };
  }
  const [first, ...others] = cellsFor(field);
  if (!first) return {};
  return { [first]: said ?? write(first), ...Object.fromEntries(others.map((each) => [each, write(each)])) };
}

/** What a decision makes of an entry; refused when a cell cannot be read, and when nothing would change. */
export function applyDecision(
  content: ServiceContent,
  {
    field,
    cells,
    status,
  }: { field: CorrectableField; cells: Readonly<Record<string, string>>; status: ServiceStatus },
  context: CellContext,
): Result<ServiceContent, ProposalRefusal> {
  if (field === 'closed')
    return status === content.status ? refuse('nothing-changed') : ok({ ...content, status });
  const typed = new Map(cellsFor(field).map((cell) => [cell, (cells[cell] ?? '').trim()] as const));
  const applied = applyCells(content, typed, context);
  const [problem] = applied.problems;
  if (problem) return refuse('unreadable', { text: String(problem.facts['text'] ?? '') });
  return JSON.stringify(applied.content) === JSON.stringify(content)
    ? refuse('nothing-changed')
    : ok(applied.content);
}
