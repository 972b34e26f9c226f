import { ok, type Result, refuse } from '#platform/result.ts';

/** Days between which a kind may be settled: `most` is what people were promised on the page where they wrote. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export type RetentionRefusal = 'days-out-of-bounds';

/** An office may only shorten what was promised, and not below what its own work needs. */
export function decideDays(days: number, { least, most }: Bounds): Result<'set', RetentionRefusal> {
  const fits = Number.isInteger(days) && days >= least && days <= most;
  return fits ? ok('set') : refuse('days-out-of-bounds', { least, most });
}

/** What holds for a kind: as it was settled, and never longer than the promise of today. */
export function daysOf(
  settled: readonly { readonly kind: string; readonly days: number }[],
  { kind, most }: { readonly kind: string } & Pick<Bounds, 'most'>,
): number {
  return Math.min(settled.find((each) => each.kind === kind)?.days ?? most, most);
}

/** What ended before this moment has stayed as many days as it may. */
export function erasedBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
