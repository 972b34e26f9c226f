import { ok, type Result, refuse } from '#platform/result.ts';
import { keptTo, settledYears } from '#platform/retention/rules.ts';

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

export type Years = Readonly<Record<RetentionKind, number>>;

/** What an organisation has settled, and the usual years for the rest. */
export function yearsOf(rows: readonly { readonly kind: string; readonly years: number }[]): Years {
  return settledYears(usualYears, rows);
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
  return closedOn ? keptTo(closedOn, years[planRound > 0 ? 'case-file' : 'slip']) : undefined;
}
