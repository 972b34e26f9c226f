import type { View } from '#platform/web/view.ts';
import type { Answering, ShownMap } from '../read-map.ts';
import type { Cell, Period, Source } from '../rules.ts';

export interface UnmetMapProps extends ShownMap {
  readonly view: View;
  readonly period: Period;
  readonly periods: readonly Period[];
  readonly cell: Cell;
  readonly source: Source | undefined;
  readonly answering: Answering;
  readonly mayStart: boolean;
}

/** The address of the page with these filters. */
export function queryOf({ period, cell, source }: Pick<UnmetMapProps, 'period' | 'cell' | 'source'>) {
  const coded = (code: string | undefined) => (code === '' ? '-' : code);
  return { period: period.key, place: coded(cell.place), worry: coded(cell.worry), source };
}
