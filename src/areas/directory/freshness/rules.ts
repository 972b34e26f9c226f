import { addDays } from '#platform/dates.ts';

/** From so many days before the review day on, the owner is reminded. */
export const reminderDays = 7;
/** An entry that nobody looked at for so long after its review day counts for nothing in the score. */
export const worthlessAfterDays = 180;

export interface ReviewFacts {
  readonly verifiedOn: string | null;
  readonly reviewOn: string | null;
}

/** `fresh`: within its review day; `due`: so too, but the day is near; `overdue`: past it; `never`: nobody has confirmed it yet. */
export const freshnessStates = ['fresh', 'due', 'overdue', 'never'] as const;
export type FreshnessState = (typeof freshnessStates)[number];

export interface Freshness {
  readonly state: FreshnessState;
  /** Days since the review day; 0 while it has not passed. */
  readonly daysOverdue: number;
}

/** How far an entry can be relied on. `today` is a day in Tokyo; on the review day itself it is still good. */
export function freshnessOf({ verifiedOn, reviewOn }: ReviewFacts, today: string): Freshness {
  if (verifiedOn === null || reviewOn === null) return { state: 'never', daysOverdue: 0 };
  if (today > reviewOn) return { state: 'overdue', daysOverdue: daysBetween(reviewOn, today) };
  return { state: today >= addDays(reviewOn, -reminderDays) ? 'due' : 'fresh', daysOverdue: 0 };
}

/** A stale entry sinks in the search and says so: its review day has passed, or nobody has ever confirmed it. */
export function isStale(facts: ReviewFacts, today: string): boolean {
  const { state } = freshnessOf(facts, today);
  return state === 'overdue' || state === 'never';
}

/**
 * What an entry is worth, 0 to 1: 1 until its review day, then less every day, 0 from 180 days after it. An entry that
 * nobody has confirmed is worth 0.
 */
export function worthOf(facts: ReviewFacts, today: string): number {
  const { state, daysOverdue } = freshnessOf(facts, today);
  if (state === 'never') return 0;
  return Math.max(0, 1 - daysOverdue / worthlessAfterDays);
}

/**
 * The score of an owner, 0 to 100: the share of its published entries that are within their review day, where an
 * overdue one still counts for part (`worthOf`). Rounded down, so that 100 means all. Null where there is nothing to score.
 */
export function scoreOf(
  entries: readonly (ReviewFacts & { /** So many that are alike. */ readonly count?: number })[],
  today: string,
): number | null {
  const total = entries.reduce((sum, { count = 1 }) => sum + count, 0);
  if (total === 0) return null;
  const worth = entries.reduce((sum, entry) => sum + (entry.count ?? 1) * worthOf(entry, today), 0);
  return Math.floor((worth / total) * 100 + 1e-9);
}

/** The most overdue first, then those that nobody has confirmed, then the next in time. */
export function byUrgency(today: string) {
  const rank = (facts: ReviewFacts): number => {
    const { state, daysOverdue } = freshnessOf(facts, today);
    if (state === 'never') return 0;
    return state === 'overdue' ? daysOverdue : -daysBetween(today, facts.reviewOn ?? today) - 1;
  };
  return (a: ReviewFacts, b: ReviewFacts): number => rank(b) - rank(a);
}

/** An owner gets one letter in so many days, whatever has come due meanwhile. */
export const letterPauseDays = 7;
/** An entry that was not looked at for eight weeks is named in every fourth letter only. */
const patienceDays = 56;
const latePauseDays = 28;

/** Whether an owner may be written to: the pause after the last letter is over. */
export function mayWriteLetter({ lastSentOn, today }: { lastSentOn: string | null; today: string }): boolean {
  return lastSentOn === null || today >= addDays(lastSentOn, letterPauseDays);
}

/**
 * Whether an entry belongs into today's letter: from seven days before its review day on. For the same review day it was not
 * named in the last week, and not in the last four once it is long overdue. One that nobody ever confirmed is due at once.
 */
export function belongsInLetter(
  entry: ReviewFacts & { readonly namedOn: string | null },
  today: string,
): boolean {
  const { state, daysOverdue } = freshnessOf(entry, today);
  if (state === 'fresh') return false;
  const pause = daysOverdue > patienceDays ? latePauseDays : letterPauseDays;
  return entry.namedOn === null || today >= addDays(entry.namedOn, pause);
}

/** Whole days from one day to a later one. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
