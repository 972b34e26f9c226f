import { ok } from '#platform/result.ts';
import { isPlain, writeHours } from '../../hours-text/write.ts';
import { type HoursCells, readHours } from '../../hours-text/read.ts';
import type { ServiceContent } from '../../services/content.ts';
import type { ColumnField } from '../layouts.ts';
import { type CellContext, type CellProblem, type Codec, wrong } from './codec.ts';
import { contactCodecs } from './contacts.ts';
import { placeCodecs } from './places.ts';
import { textCodecs } from './texts.ts';
import { wordCodecs } from './words.ts';

type HoursField = 'days' | 'opens' | 'closes' | 'hoursNote';
const hoursFields: Readonly<Record<HoursField, keyof HoursCells>> = {
  days: 'days',
  opens: 'opens',
  closes: 'closes',
  hoursNote: 'note',
};

/** In this order changed cells are applied: a whole address before its parts, the place before what lies in it. */
const codecs: Readonly<Record<Exclude<ColumnField, HoursField | 'code'>, Codec>> = {
  ...textCodecs,
  ...wordCodecs,
  ...contactCodecs,
  ...placeCodecs,
};

const order: readonly ColumnField[] = ['address', 'municipality', 'municipalityCode'];
const orderOf = (field: ColumnField) => (order.includes(field) ? order.indexOf(field) : order.length);

export type Cells = Readonly<Record<ColumnField, string>>;

/** An entry as cells: what an export writes, and what an imported row is held against. */
export function cellsOf(
  { code, content }: { code: string; content: ServiceContent },
  context: CellContext,
): Cells {
  const hours = writeHours(content.hours);
  const cells: Partial<Record<ColumnField, string>> = { code };
  for (const [field, codec] of Object.entries(codecs))
    cells[field as ColumnField] = codec.write(content, context);
  for (const [field, key] of Object.entries(hoursFields)) cells[field as ColumnField] = hours[key];
  return cells as Cells;
}

export interface Applied {
  readonly content: ServiceContent;
  readonly problems: readonly {
    field: ColumnField;
    problem: CellProblem;
    facts: Record<string, string | number>;
  }[];
}

/** What changed cells make of an entry. Every one that is wrong is named; the others are applied all the same. */
export function applyCells(
  base: ServiceContent,
  changed: ReadonlyMap<ColumnField, string>,
  context: CellContext,
): Applied {
  const problems: Applied['problems'][number][] = [];
  let content = base;
  const note = (
    field: ColumnField,
    refused: { refusal: CellProblem; facts?: Readonly<Record<string, string | number>> },
  ) => problems.push({ field, problem: refused.refusal, facts: { ...refused.facts } });
  const fields = [...changed.keys()].toSorted((a, b) => orderOf(a) - orderOf(b));
  for (const field of fields) {
    const codec = (codecs as Partial<Record<ColumnField, Codec>>)[field];
    const read = codec?.read(content, changed.get(field) ?? '', context);
    if (read?.ok) content = read.value;
    else if (read) note(field, read);
  }
  const touched = (Object.keys(hoursFields) as HoursField[]).filter((field) => changed.has(field));
  const [first] = touched;
  if (first) {
    const read = readHoursCells(base, changed);
    if (!read.ok) note(first, read);
    else {
      const { hours: _, ...rest } = content;
      content = read.value ? { ...rest, hours: read.value } : rest;
    }
  }
  return { content, problems };
}

function readHoursCells({ hours }: ServiceContent, changed: ReadonlyMap<ColumnField, string>) {
  if (!isPlain(hours)) return wrong('hours-too-rich');
  const before = writeHours(hours);
  const cell = (field: HoursField) => changed.get(field) ?? before[hoursFields[field]];
  const read = readHours({
    days: cell('days'),
    opens: cell('opens'),
    closes: cell('closes'),
    note: cell('hoursNote'),
  });
  return read.ok ? ok(read.value) : read;
}
