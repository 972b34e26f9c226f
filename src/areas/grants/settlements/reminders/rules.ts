import { addDays } from '#platform/dates.ts';

/** Before and after the day: two weeks and three days before, the day after, two weeks after. */
export const reminderSteps = [
  { step: 'soon', days: -14 },
  { step: 'days', days: -3 },
  { step: 'late', days: 1 },
  { step: 'later', days: 14 },
] as const;
export type ReminderStep = (typeof reminderSteps)[number]['step'];

/** The newest step that is reached and was not sent: after a pause of the product nobody gets four mails at once. */
export function reminderDue(facts: {
  dueOn: string;
  today: string;
  sent: readonly string[];
}): ReminderStep | null {
  const reached = reminderSteps.findLast(({ days }) => addDays(facts.dueOn, days) <= facts.today);
  return reached && !facts.sent.includes(reached.step) ? reached.step : null;
}
