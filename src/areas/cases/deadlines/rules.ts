import { ok, type Result, refuse } from '#platform/result.ts';

/** How long an organisation that refers somebody waits at each turn. */
export interface Deadlines {
  /** Until the receiver answers (days); urgent ones in hours. */
  readonly answerDays: number;
  readonly urgentAnswerHours: number;
  /** After a reminder, until the sender's supervisor is told (days). */
  readonly escalateDays: number;
  /** From acceptance to the first meeting with the person (days). */
  readonly contactDays: number;
  /** From the end of the service to the question how things are (days). */
  readonly outcomeDays: number;
  /** Since the last word about a person who is in the receiver's care, and about one who waits there (days). */
  readonly progressDays: number;
  readonly holdDays: number;
  /** For the sender to go on: what was declined, could not go on or was taken back is closed or asked elsewhere, a draft is sent (days). */
  readonly closeDays: number;
}

export const usualDeadlines: Deadlines = {
  answerDays: 3,
  urgentAnswerHours: 4,
  escalateDays: 2,
  contactDays: 7,
  outcomeDays: 30,
  progressDays: 30,
  holdDays: 14,
  closeDays: 7,
};

/** The least and the most that can be set, so that nothing waits for ever and nobody is pressed by the minute. */
export const deadlineBounds: Readonly<Record<keyof Deadlines, readonly [number, number]>> = {
  answerDays: [1, 30],
  urgentAnswerHours: [1, 72],
  escalateDays: [1, 30],
  contactDays: [1, 60],
  outcomeDays: [7, 365],
  progressDays: [7, 180],
  holdDays: [1, 90],
  closeDays: [1, 30],
};

/** What held on a day: the newest that had begun; before the first, the usual. */
export function deadlinesOn(
  rows: readonly (Deadlines & { readonly fromOn: string })[],
  day: string,
): Deadlines {
  const begun = rows.filter(({ fromOn }) => fromOn <= day);
  return begun.toSorted((one, other) => other.fromOn.localeCompare(one.fromOn))[0] ?? usualDeadlines;
}

export type DeadlineRefusal = 'out-of-bounds' | 'day-past';

/** What is set holds from today or later: what was promised before stays as it was. */
export function decideDeadlines({
  deadlines,
  fromOn,
  today,
}: {
  deadlines: Deadlines;
  fromOn: string;
  today: string;
}): Result<'set', DeadlineRefusal> {
  if (fromOn < today) return refuse('day-past', { day: today });
  const names = Object.keys(deadlineBounds) as (keyof Deadlines)[];
  const wrong = names.find((name) => {
    const [least, most] = deadlineBounds[name];
    return !Number.isInteger(deadlines[name]) || deadlines[name] < least || deadlines[name] > most;
  });
  if (!wrong) return ok('set');
  const [least, most] = deadlineBounds[wrong];
  return refuse('out-of-bounds', { name: wrong, least, most });
}
