import { addDays } from '#platform/dates.ts';
import { ok, refuse, type Result } from '#platform/result.ts';

export const memberKinds = [
  'welfare-corporation',
  'npo',
  'company',
  'government',
  'university',
  'other',
] as const;
export type MemberKind = (typeof memberKinds)[number];

export const applicationStates = [
  'unconfirmed',
  'asked',
  'returned',
  'accepted',
  'refused',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];
export type ApplicationStep = 'confirm' | 'ask' | 'answer' | 'accept' | 'refuse' | 'withdraw';

/** From where each step is possible, and where it leads. */
export const applicationSteps: Readonly<
  Record<ApplicationStep, { readonly from: readonly ApplicationState[]; readonly to: ApplicationState }>
> = {
  confirm: { from: ['unconfirmed'], to: 'asked' },
  ask: { from: ['asked'], to: 'returned' },
  answer: { from: ['returned'], to: 'asked' },
  accept: { from: ['asked', 'returned'], to: 'accepted' },
  refuse: { from: ['asked', 'returned'], to: 'refused' },
  withdraw: { from: ['unconfirmed', 'asked', 'returned'], to: 'withdrawn' },
};
const needsWords: readonly ApplicationStep[] = ['ask', 'answer', 'refuse'];

export type ApplicationRefusal = 'step-not-now' | 'words-missing';

export function decideApplication({
  step,
  state,
  words,
}: {
  step: ApplicationStep;
  state: string;
  words: string;
}): Result<ApplicationState, ApplicationRefusal> {
  const { from, to } = applicationSteps[step];
  if (!(from as readonly string[]).includes(state)) return refuse('step-not-now');
  if (needsWords.includes(step) && words.trim() === '') return refuse('words-missing');
  return ok(to);
}

/** Reminded this long before the last day; from twice as long before it on, renewing is possible; and after it as long again. */
export const remindDays = 30;
export const renewDays = 60;

/** The last day of a membership that begins, or goes on, on this day. */
export function yearFrom(day: string): string {
  const [year, rest] = [Number(day.slice(0, 4)) + 1, day.slice(5)];
  return rest === '02-29' ? `${year}-02-28` : addDays(`${year}-${rest}`, -1);
}

/** Of who joined earlier and stayed: the last day of the year of membership that runs today. */
export function runningUntil(joinedOn: string, today: string): string {
  let until = yearFrom(joinedOn);
  while (until < today) until = yearFrom(addDays(until, 1));
  return until;
}

export type RenewalRefusal = 'too-early' | 'too-late' | 'ended';

/** The new last day. Who was late begins anew today; nobody loses days by being early. */
export function decideRenewal(
  { state, until }: { state: string; until: string },
  today: string,
): Result<string, RenewalRefusal> {
  if (state !== 'active' && state !== 'lapsed') return refuse('ended');
  if (today > addDays(until, renewDays)) return refuse('too-late');
  if (today < addDays(until, -renewDays)) return refuse('too-early');
  return ok(yearFrom(state === 'active' && until >= today ? addDays(until, 1) : today));
}

export type EndRefusal = 'ended' | 'reason-missing';

/** Leaving needs no reason; being removed does. */
export function decideEnd({
  state,
  why,
  reason,
}: {
  state: string;
  why: 'left' | 'removed';
  reason: string;
}): Result<'left' | 'removed', EndRefusal> {
  if (state !== 'active') return refuse('ended');
  return why === 'removed' && reason.trim() === '' ? refuse('reason-missing') : ok(why);
}

/** What the morning does with a membership. */
export function morningOf(
  { until, remindedFor }: { until: string; remindedFor: string | null },
  today: string,
): 'lapse' | 'remind' | 'nothing' {
  if (until < today) return 'lapse';
  return today >= addDays(until, -remindDays) && remindedFor !== until ? 'remind' : 'nothing';
}

export type EntryRefusal = 'member-already' | 'kind-unknown' | 'organisation-closed';

/** An organisation becomes a member once; one that was a member before may again. */
export function decideEntry({
  state,
  closedAt,
}: {
  state: string | undefined;
  closedAt: Date | null;
}): Result<'enter', EntryRefusal> {
  if (closedAt) return refuse('organisation-closed');
  return state === 'active' ? refuse('member-already') : ok('enter');
}

/** The organisation that the product makes for a member which is in it under no name yet. */
export function organisationKindOf(kind: MemberKind): 'company' | 'npo' {
  return kind === 'company' ? 'company' : 'npo';
}

/** Days after the decision until who applied is forgotten, at the latest. */
export const applicantKeptDays = 90;
