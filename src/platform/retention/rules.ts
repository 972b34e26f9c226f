import { ok, type Result, refuse } from '../result.ts';

export const yearBounds = [1, 30] as const;

/** Years that hold for each kind: what an office has settled, and the usual ones for the rest. */
export function settledYears<Kind extends string>(
  usual: Readonly<Record<Kind, number>>,
  rows: readonly { readonly kind: string; readonly years: number }[],
): Readonly<Record<Kind, number>> {
  return { ...usual, ...Object.fromEntries(rows.map(({ kind, years }) => [kind, years])) };
}

export function decideYears(years: number): Result<'set', 'years-out-of-bounds'> {
  const [least, most] = yearBounds;
  const fits = Number.isInteger(years) && years >= least && years <= most;
  return fits ? ok('set') : refuse('years-out-of-bounds', { least, most });
}

/** What ended before this day has stayed as many years as it should: 2026-11-26 and 5 → 2021-11-26. */
export function endedBefore(today: string, years: number): string {
  return inYear(today, Number(today.slice(0, 4)) - years);
}

/** The day to which something is kept that ended on a day. */
export function keptTo(endedOn: string, years: number): string {
  return inYear(endedOn, Number(endedOn.slice(0, 4)) + years);
}

function inYear(day: string, year: number): string {
  return `${year}${day.slice(4).replace('-02-29', '-02-28')}`;
}

/** A hold says why and until when: none is for ever, and whoever still needs it says so again. */
export function decideHold({
  reason,
  untilOn,
  today,
  isHeld,
}: {
  reason: string;
  untilOn: string;
  today: string;
  isHeld: boolean;
}): Result<'hold', 'held-before' | 'reason-missing' | 'day-order'> {
  if (isHeld) return refuse('held-before');
  if (reason.trim().length < 5) return refuse('reason-missing');
  return untilOn > today ? ok('hold') : refuse('day-order', { day: today });
}
