import { money } from './registry/money.ts';
import type { LiveMeasure } from './registry/measure.ts';
import { support } from './registry/support.ts';
import { together } from './registry/together.ts';

/** Every live measure, in the order in which they are offered. */
export const registry: readonly LiveMeasure[] = [...support, ...money, ...together];

export function registered(code: string): LiveMeasure | undefined {
  return registry.find((measure) => measure.code === code);
}
