import { addDays } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

/** What the concierge sets; days are days in Tokyo. */
export interface Discipline {
  readonly firstReminderDays: number;
  readonly secondReminderDays: number;
  /** After this long without an answer a first request lapses. */
  readonly lapseDays: number;
  /** So many lapsed requests in a row, and the needs and offers of the silent rest until they come back. */
  readonly pauseAfter: number;
  /** A rate of fewer requests says nothing and is not shown. */
  readonly rateFrom: number;
  /** First requests of one member in 24 hours. */
  readonly requestsPerDay: number;
  /** How many may get the same words from one member within a week. */
  readonly sameTextMost: number;
}

export const usualDiscipline: Discipline = {
  firstReminderDays: 3,
  secondReminderDays: 7,
  lapseDays: 14,
  pauseAfter: 3,
  rateFrom: 5,
  requestsPerDay: 5,
  sameTextMost: 3,
};

export type DisciplineRefusal = 'order-of-days' | 'too-strict';

/** Reminders come in order before a request lapses, and nobody is put to rest without having been reminded twice. */
export function decideDiscipline(wanted: Discipline): Result<'set', DisciplineRefusal> {
  const { firstReminderDays: first, secondReminderDays: second, lapseDays } = wanted;
  if (!(first >= 1 && first < second && second < lapseDays)) return refuse('order-of-days');
  const counts = [wanted.pauseAfter, wanted.rateFrom, wanted.requestsPerDay, wanted.sameTextMost];
  return counts.some((count) => count < 1) || wanted.rateFrom < 3 ? refuse('too-strict') : ok('set');
}

export type Due = 'remind-first' | 'remind-second' | 'lapse' | 'stuck';

/**
 * What is due this morning for a match that waits for an answer. A first request lapses; a talk that stands still is no fault of one
 * alone and goes to the concierge.
 */
export function dueOf(
  waiting: { readonly status: string; readonly since: string; readonly reminders: number },
  discipline: Discipline,
  today: string,
): Due | null {
  const reached = (days: number) => addDays(waiting.since, days) <= today;
  if (reached(discipline.lapseDays)) return waiting.status === 'proposed' ? 'lapse' : 'stuck';
  if (reached(discipline.secondReminderDays)) return waiting.reminders < 2 ? 'remind-second' : null;
  return reached(discipline.firstReminderDays) && waiting.reminders < 1 ? 'remind-first' : null;
}

/** A first request as it went, for those who were asked. */
export interface Asked {
  readonly outcome: 'answered' | 'lapsed' | 'waiting' | 'withdrawn';
  /** Whole days until the answer. */
  readonly days: number | null;
}

export interface AnswerRate {
  readonly asked: number;
  readonly answered: number;
  /** Per cent, cut down to a whole number: 100 only when all were answered. */
  readonly percent: number;
  /** Half of the answers came within so many days. */
  readonly medianDays: number | null;
}

/** Of the requests whose time is over or that were answered; what waits or was taken back counts for nobody. Null: too few to say. */
export function answerRateOf(
  asked: readonly Asked[],
  { rateFrom }: Pick<Discipline, 'rateFrom'>,
): AnswerRate | null {
  const answers = asked.filter(({ outcome }) => outcome === 'answered');
  const over = answers.length + asked.filter(({ outcome }) => outcome === 'lapsed').length;
  if (over < rateFrom) return null;
  const days = answers
    .flatMap((each) => (each.days === null ? [] : [each.days]))
    .toSorted((one, two) => one - two);
  return {
    asked: over,
    answered: answers.length,
    percent: Math.floor((answers.length * 100) / over),
    medianDays: days[Math.floor((days.length - 1) / 2)] ?? null,
  };
}

/** The newest first: so many lapsed without an answer in between, and the silent rest. */
export function isSilent(
  newestFirst: readonly Pick<Asked, 'outcome'>[],
  { pauseAfter }: Pick<Discipline, 'pauseAfter'>,
): boolean {
  const told = newestFirst.filter(({ outcome }) => outcome === 'answered' || outcome === 'lapsed');
  return told.length >= pauseAfter && told.slice(0, pauseAfter).every(({ outcome }) => outcome === 'lapsed');
}
