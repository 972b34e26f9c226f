import { type Cell, distinctOver, type Relation, sumOf, type Table } from '#platform/disclosure/cells.ts';
import type { MeasureContent, ProgramContent } from '../../editions/content.ts';

/** A figure that two people decided to publish although it counts few: with this value and no other. */
export interface Exception {
  readonly cell: string;
  readonly value: number;
}

/** What decides on the numbers of a program. */
export interface MeasureFacts {
  readonly fewest: number;
  readonly exceptions: readonly Exception[];
  /** Whether last year's report told the year's value of a measure, by its thread. */
  readonly toldLastYear: (thread: string) => boolean;
}

/** A figure of a year; the period is `2024` or `2024-04`. */
export const cellOf = (measureId: string, period: string | number) => `${measureId} ${period}`;
export const beforeOf = (measureId: string) => `${measureId} before`;

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

/** The numbers of a program of which people could be known, and how they hang together. */
export function programTable(program: ProgramContent, facts: MeasureFacts): Table {
  const people = program.measures.filter(countsPeople);
  const yen = people.some((measure) => isMoneyOfFew(measure, program, facts))
    ? program.measures.filter(({ kind }) => kind === 'yen')
    : [];
  const rates = program.measures.filter((measure) => isRateOfFew(measure, program, facts));
  const tables = [
    ...people.map((measure) => measureTable(measure, program, facts)),
    ...yen.map((measure) => moneyTable(measure, program, facts)),
    ...rates.map((measure) => rateTable(measure, program, facts)),
  ];
  return {
    cells: tables.flatMap(({ cells }) => cells),
    relations: tables.flatMap(({ relations }) => relations),
  };
}

/** An amount beside one or two people is theirs; beside a number that is withheld it gives the number away by division. */
function isMoneyOfFew(
  { id, value }: MeasureContent,
  { fiscalYear }: ProgramContent,
  facts: MeasureFacts,
): boolean {
  if (value === null || value <= 0 || value >= facts.fewest) return false;
  return value < 3 || !isExcepted({ cell: cellOf(id, fiscalYear), value }, facts);
}

/** A share that could be of few people, as it was rounded or cut: with how many they are of it tells them by multiplication. */
function isRateOfFew(
  { kind, value }: MeasureContent,
  { measures, fiscalYear }: ProgramContent,
  facts: MeasureFacts,
): boolean {
  if (kind !== 'rate' || value === null) return false;
  const digit = 10 ** -(String(value).split('.')[1]?.length ?? 0);
  const all = measures.flatMap((each) => (each.value === null ? [] : [{ ...each, value: each.value }]));
  const few = all.filter(
    (each) =>
      countsPeople(each) &&
      each.value > 0 &&
      each.value < facts.fewest &&
      !isExcepted({ cell: cellOf(each.id, fiscalYear), value: each.value }, facts),
  );
  return few.some((part) =>
    all.some(
      (whole) =>
        whole.kind !== 'rate' &&
        whole.value > part.value &&
        Math.abs((100 * part.value) / whole.value - value) < digit,
    ),
  );
}

function measureTable(measure: MeasureContent, { fiscalYear }: ProgramContent, facts: MeasureFacts): Table {
  const { id, thread, counting, value, previousValue, months } = measure;
  const cell = (name: string, count: number): Cell => ({
    id: name,
    value: Math.ceil(count),
    people: true,
    ...(isExcepted({ cell: name, value: count }, facts) ? { fixed: 'told' } : {}),
  });
  const year = value === null ? [] : [cell(cellOf(id, fiscalYear), value)];
  const parts = monthsOf(measure).map((month) => cell(cellOf(id, month.period), month.value));
  const before =
    previousValue === null || facts.toldLastYear(thread) ? [] : [cell(beforeOf(id), previousValue)];
  return {
    cells: [...year, ...parts, ...before],
    relations: months.length === 0 ? [] : relationsOf(year[0], parts, counting),
  };
}

/** Only what holds: a year that was reported apart from its months tells nothing of them. */
function relationsOf(
  year: Cell | undefined,
  months: readonly Cell[],
  counting: MeasureContent['counting'],
): readonly Relation[] {
  if (!year) return [];
  const ids = months.map(({ id }) => id);
  const sum = months.reduce((all, { value }) => all + value, 0);
  const greatest = Math.max(...months.map(({ value }) => value));
  if (counting === 'distinct')
    return greatest <= year.value && year.value <= sum ? distinctOver(year.id, ids) : [];
  return sum === year.value ? [sumOf(year.id, ids)] : [];
}

function moneyTable(measure: MeasureContent, { fiscalYear }: ProgramContent, facts: MeasureFacts): Table {
  const amount = (period: string, yen: number): Cell => {
    const cell = cellOf(measure.id, period);
    const value = Math.round(yen);
    const fixed = isExcepted({ cell, value: yen }, facts) ? { fixed: 'told' as const } : {};
    return {
      id: cell,
      value,
      people: false,
      sensitive: true,
      width: Math.max(facts.fewest, Math.ceil(value / 5)),
      ...fixed,
    };
  };
  const year = measure.value === null ? [] : [amount(String(fiscalYear), measure.value)];
  const months = monthsOf(measure).map(({ period, value }) => amount(period, value));
  return {
    cells: [...year, ...months],
    relations: months.length === 0 ? [] : relationsOf(year[0], months, null),
  };
}

function rateTable(
  { id, value }: MeasureContent,
  { fiscalYear }: ProgramContent,
  facts: MeasureFacts,
): Table {
  const cell = cellOf(id, fiscalYear);
  const fixed = isExcepted({ cell, value: value ?? 0 }, facts) ? { fixed: 'told' as const } : {};
  return {
    cells: [{ id: cell, value: Math.ceil(value ?? 0), people: false, sensitive: true, ...fixed }],
    relations: [],
  };
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
