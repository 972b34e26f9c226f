import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { type ChartData, sumAt, valueAt } from './data.ts';

/** A linear scale that always holds zero, so that the length of a bar is its value. */
export function zeroScale(
  values: readonly (number | null)[],
  range: readonly [number, number],
  tickCount = 4,
) {
  const [low = 0, high = 0] = extent(values.filter((value) => value !== null));
  const bottom = Math.min(0, low);
  const top = Math.max(0, high);
  return scaleLinear()
    .domain(bottom === top ? [0, 1] : [bottom, top])
    .range(range)
    .nice(tickCount);
}

/** Round numbers for the axis; counts get no fractions. */
export function ticksOf(
  scale: ReturnType<typeof zeroScale>,
  values: readonly (number | null)[],
  tickCount = 4,
): readonly number[] {
  const whole = values.every((value) => value === null || Number.isInteger(value));
  return scale.ticks(tickCount).filter((tick) => !whole || Number.isInteger(tick));
}

/** Every value a chart has to make room for: single values, or the sums of a stack. */
export function valuesToShow(data: ChartData, stacked: boolean): readonly (number | null)[] {
  if (stacked) return data.labels.map((_, index) => sumAt(data, index));
  return data.series.flatMap((series) => data.labels.map((_, index) => valueAt(series, index)));
}
