import { type Cell, distinctOver, type Relation, sumOf, type Table } from '#platform/disclosure/cells.ts';
import type { MeasureContent, ProgramContent } from '../../editions/content.ts';
import { type Counted, tiesOf } from '../ties/rules.ts';

/** A figure that two people decided to publish although it counts few: with this value and no other. */
export interface Exception {
  readonly cell: string;
  readonly value: number;
}

/** What decides on the numbers of a program. */
export interface MeasureFacts {
  readonly fewest: number;
  readonly exceptions: readonly Exception[];
  /** The year's value of a measure in last year's report, by its thread, and whether it told it; undefined: it has none. */
  readonly lastYear: (thread: string) => { readonly value: number; readonly told: boolean } | undefined;
}

/** A figure of a year; the period is `2024`, `2024-04`, or `before` for the year before. */
export const cellOf = (measureId: string, period: string | number) => `${measureId} ${period}`;
export const beforeOf = (measureId: string) => cellOf(measureId, 'before');

/** Units in which people, or households of them, are counted. */
const peopleUnits: readonly string[] = ['人', '名', '世帯'];

/** 件, 回 and 閲覧 say what was done; people are counted by kind, by 延べ or 実, or by the unit itself. */
export function countsPeople({
  kind,
  counting,
  unit,
}: Pick<MeasureContent, 'kind' | 'counting' | 'unit'>): boolean {
  return kind === 'people' || counting !== null || peopleUnits.includes(unit.ja);
}

/** Every number of a program, and how they hang together. */
export function programTable(program: ProgramContent, facts: MeasureFacts): Table {
  const counted = program.measures.flatMap((measure) => countedOf(measure, program, facts));
  const ties = tiesOf(counted, facts.fewest);
  return {
    cells: [...counted.map((each) => cellIn(each, counted, facts)), ...ties.cells],
    relations: [...program.measures.flatMap((measure) => monthsAndYear(measure, program)), ...ties.relations],
  };
}

/** The numbers of a measure: of the year, of its months, of the year before. */
function countedOf(
  measure: MeasureContent,
  { fiscalYear }: ProgramContent,
  facts: MeasureFacts,
): readonly Counted[] {
  const { id, thread, kind, unit, counting, label } = measure;
  const last = facts.lastYear(thread);
  const before = measure.previousValue ?? last?.value ?? null;
  const is = countsPeople(measure) ? 'people' : kind === 'rate' || kind === 'yen' ? kind : 'other';
  const at = (period: string, value: number, last?: { readonly told: boolean }): Counted => ({
    cell: cellOf(id, period),
    measure: id,
    period,
    value: is === 'rate' ? value : Math.ceil(value),
    is,
    family: `${unit.ja} ${counting ?? ''}`,
    label: label.ja,
    isExcepted: isExcepted({ cell: cellOf(id, period), value }, facts),
    ...(last ? { last: last.told ? 'told' : 'withheld' } : {}),
  });
  return [
    ...(measure.value === null ? [] : [at(String(fiscalYear), measure.value)]),
    ...monthsOf(measure).map(({ period, value }) => at(period, value)),
    ...(before === null ? [] : [at('before', before, last)]),
  ];
}

/** What is counted in 件 or 回 is told; of the rest what two people excepted, and what last year's report said or kept. */
function cellIn(each: Counted, all: readonly Counted[], facts: MeasureFacts): Cell {
  const { cell: id, value, is, last } = each;
  const fixed = each.isExcepted || is === 'other' ? 'told' : last;
  const fate = fixed ? { fixed } : {};
  if (is === 'people') return { id, value, people: true, ...fate };
  if (is !== 'yen') return { id, value, people: false, ...fate };
  const width = Math.max(facts.fewest, Math.ceil(value / 5));
  return { id, value, people: false, width, sensitive: isOfFew(each, all, facts), ...fate };
}

/** An amount paid to one or two people is theirs, also where their number is told; the amount of a month without one is the year's. */
function isOfFew(amount: Counted, all: readonly Counted[], { fewest }: MeasureFacts): boolean {
  const people = Map.groupBy(
    all.filter(({ is }) => is === 'people'),
    ({ measure }) => measure,
  );
  return [...people.values()].some((counted) => {
    const ofMonth = counted.find(({ period }) => period === amount.period);
    const ofYear = amount.period === 'before' ? undefined : counted.find(({ period }) => period.length === 4);
    const [value, isTold] = [(ofMonth ?? ofYear)?.value ?? 0, (ofMonth ?? ofYear)?.isExcepted ?? false];
    return value > 0 && value < fewest && (value < 3 || !isTold);
  });
}

/** Only what holds: a year that was reported apart from its months tells nothing of them. */
function monthsAndYear(measure: MeasureContent, { fiscalYear }: ProgramContent): readonly Relation[] {
  const months = monthsOf(measure);
  if (measure.value === null || months.length === 0 || measure.kind === 'rate') return [];
  const year = cellOf(measure.id, fiscalYear);
  const ids = months.map(({ period }) => cellOf(measure.id, period));
  const sum = months.reduce((all, { value }) => all + value, 0);
  const greatest = Math.max(...months.map(({ value }) => value));
  if (measure.counting === 'distinct')
    return greatest <= measure.value && measure.value <= sum ? distinctOver(year, ids) : [];
  return sum === measure.value ? [sumOf(year, ids)] : [];
}

/** Months with a number. */
export function monthsOf({
  months,
}: MeasureContent): readonly { readonly period: string; readonly value: number }[] {
  return months.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
}

function isExcepted({ cell, value }: Exception, { exceptions }: MeasureFacts): boolean {
  return exceptions.some((each) => each.cell === cell && each.value === value);
}
