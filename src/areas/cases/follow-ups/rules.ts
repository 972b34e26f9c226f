import { ok, type Result, refuse } from '#platform/result.ts';

/** What was heard: doing well, up and down, in need again, or nobody could be reached. */
export const followUpResults = ['well', 'so-so', 'needs-help', 'not-reached'] as const;
export type FollowUpResult = (typeof followUpResults)[number];

export type FollowUpRefusal = 'result-missing' | 'done-before' | 'next-missing' | 'day-order';

/** Somebody asked how things are. Whoever was not reached is asked again on a day, so that nobody is lost silently. */
export function decideFollowUp({
  result,
  doneOn,
  nextOn,
  today,
}: {
  result: string;
  doneOn: string | null;
  nextOn: string;
  today: string;
}): Result<'record', FollowUpRefusal> {
  if (doneOn !== null) return refuse('done-before', { day: doneOn });
  if (!(followUpResults as readonly string[]).includes(result)) return refuse('result-missing');
  if (nextOn && nextOn <= today) return refuse('day-order', { day: today });
  return result === 'not-reached' && !nextOn ? refuse('next-missing') : ok('record');
}

/** Days after the day until the supervisors are told as well. */
const patienceDays = 7;

/** Whom a follow-up needs now: its worker on the day, the supervisors a week later; each once. */
export function followUpDue(
  { dueOn, remindedAt, escalatedAt }: { dueOn: string; remindedAt: Date | null; escalatedAt: Date | null },
  today: string,
): 'worker' | 'supervisor' | null {
  const late = (Date.parse(today) - Date.parse(dueOn)) / 86_400_000;
  if (late < 0) return null;
  if (!remindedAt) return 'worker';
  return late >= patienceDays && !escalatedAt ? 'supervisor' : null;
}
