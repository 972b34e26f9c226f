import { ok, type Result, refuse } from '#platform/result.ts';

/**
 * What an organisation keeps for its own number of years: `case-file`, a case that had a plan, with its key and its person's ·
 * `slip`, one that ended without a plan · `text`, answers and papers of a case in words · `referral`, what was told to receivers ·
 * `view`, who looked.
 */
export const retentionKinds = ['case-file', 'slip', 'text', 'referral', 'view'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

export const usualYears: Readonly<Record<RetentionKind, number>> = {
  'case-file': 5,
  slip: 3,
  text: 5,
  referral: 2,
  view: 5,
};
export const yearBounds = [1, 30] as const;

export type Years = Readonly<Record<RetentionKind, number>>;

/** What an organisation has settled, and the usual years for the rest. */
export function yearsOf(rows: readonly { readonly kind: string; readonly years: number }[]): Years {
  const settled = Object.fromEntries(rows.map(({ kind, years }) => [kind, years]));
  return { ...usualYears, ...settled };
}

/** What ended before this day has stayed as many years as it should: 2026-11-26 and 5 → 2021-11-26. */
export function endedBefore(today: string, years: number): string {
  const rest = today.slice(4) === '-02-29' ? '-02-28' : today.slice(4);
  return `${Number(today.slice(0, 4)) - years}${rest}`;
}

export const erasureGrounds = ['demand', 'unlawful', 'mistaken'] as const;

export type RetentionRefusal =
  | 'years-out-of-bounds'
  | 'reason-missing'
  | 'day-order'
  | 'held'
  | 'held-before'
  | 'not-held'
  | 'ground-missing'
  | 'case-open'
  | 'asked-before'
  | 'decided-before'
  | 'second-person';

export function decideYears(years: number): Result<'set', RetentionRefusal> {
  const [least, most] = yearBounds;
  const fits = Number.isInteger(years) && years >= least && years <= most;
  return fits ? ok('set') : refuse('years-out-of-bounds', { least, most });
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
}): Result<'hold', RetentionRefusal> {
  if (isHeld) return refuse('held-before');
  if (reason.trim().length < 5) return refuse('reason-missing');
  return untilOn > today ? ok('hold') : refuse('day-order', { day: today });
}

/** One asks on the person's behalf, once the case has ended, and not against a hold. */
export function decideAsking({
  ground,
  closedOn,
  isHeld,
  waits,
}: {
  ground: string;
  closedOn: string | null;
  isHeld: boolean;
  /** Somebody has asked already. */
  waits: boolean;
}): Result<'ask', RetentionRefusal> {
  if (!(erasureGrounds as readonly string[]).includes(ground)) return refuse('ground-missing');
  if (closedOn === null) return refuse('case-open');
  if (isHeld) return refuse('held');
  return waits ? refuse('asked-before') : ok('ask');
}

/** A second person decides; a hold that came meanwhile stops it. */
export function decideErasure({
  decision,
  askedBy,
  self,
  decidedAt,
  isHeld,
}: {
  decision: 'erased' | 'refused';
  askedBy: string;
  self: string;
  decidedAt: Date | null;
  isHeld: boolean;
}): Result<'decide', RetentionRefusal> {
  if (decidedAt) return refuse('decided-before');
  if (askedBy === self) return refuse('second-person');
  return decision === 'erased' && isHeld ? refuse('held') : ok('decide');
}

/** The day to which a case is kept: its end, and the years of its kind. */
export function keptUntil(
  { closedOn, planRound }: { closedOn: string | null; planRound: number },
  years: Years,
): string | undefined {
  if (!closedOn) return undefined;
  const kept = years[planRound > 0 ? 'case-file' : 'slip'];
  return `${Number(closedOn.slice(0, 4)) + kept}${closedOn.slice(4).replace('-02-29', '-02-28')}`;
}
