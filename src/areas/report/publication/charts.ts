import type { MeasureContent } from '../editions/content.ts';

/** Measures of one unit that say more as a picture than one by one. */
export interface ChartGroup {
  readonly unit: MeasureContent['unit'];
  readonly measures: readonly MeasureContent[];
}

/** Bars: three or more values of one unit, or two that have last year's beside them. Rates of different things are not compared. */
export function barGroups(measures: readonly MeasureContent[]): readonly ChartGroup[] {
  return groupsByUnit(measures.filter(({ value, kind }) => value !== null && kind !== 'rate')).filter(
    ({ measures: group }) =>
      group.length >= 3 || (group.length === 2 && group.every(({ previousValue }) => previousValue !== null)),
  );
}

/** Lines: the months of up to four measures of one unit; a fifth begins another picture. */
export function monthGroups(measures: readonly MeasureContent[]): readonly ChartGroup[] {
  return groupsByUnit(measures.filter(({ months }) => months.length >= 2)).flatMap(
    ({ unit, measures: group }) =>
      Array.from({ length: Math.ceil(group.length / 4) }, (_, index) => ({
        unit,
        measures: group.slice(index * 4, index * 4 + 4),
      })),
  );
}

/** Every month that any of the measures has, in order, gaps filled in: `2024-04`, `2024-05`, … */
export function monthsOf({ measures }: ChartGroup): readonly string[] {
  const known = measures.flatMap(({ months }) => months.map(({ period }) => period)).sort();
  const last = known.at(-1);
  const months: string[] = [];
  for (let month = known[0]; month && last && month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function groupsByUnit(measures: readonly MeasureContent[]): readonly ChartGroup[] {
  const units = new Map<string, MeasureContent[]>();
  for (const measure of measures)
    units.set(measure.unit.ja, [...(units.get(measure.unit.ja) ?? []), measure]);
  return [...units.values()].flatMap((group) => (group[0] ? [{ unit: group[0].unit, measures: group }] : []));
}
