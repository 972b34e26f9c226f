import { ok, type Result, refuse } from '#platform/result.ts';
import { type FieldClass, fieldClasses } from '../relations/rules.ts';

/** How consent was given. */
export const givenHow = ['signed', 'spoken', 'chat', 'line', 'proxy'] as const;

/** A consent as the policy asks it: what, to whom, until when. */
export interface Consent {
  readonly classes: readonly string[];
  /** Organisations (ids) that may be told. */
  readonly organisationIds: readonly string[];
  readonly givenOn: string;
  readonly untilOn: string | null;
  readonly withdrawnAt: Date | null;
}

export type BasisRefusal =
  | 'basis-missing'
  | 'basis-withdrawn'
  | 'basis-over'
  | 'organisation-not-named'
  | 'class-not-named'
  | 'protected-never'
  | 'reason-missing'
  | 'second-person-missing'
  | 'consent-empty'
  | 'day-order'
  | 'already-withdrawn';

/** Something leaves the organisation only to whom and in what the person agreed to, on that day. The protected place never does. */
export function decideShare({
  consent,
  to,
  classes,
  on,
}: {
  consent: Consent | undefined;
  to: string;
  classes: readonly FieldClass[];
  on: string;
}): Result<'share', BasisRefusal> {
  if (classes.includes('protected')) return refuse('protected-never');
  if (!consent) return refuse('basis-missing');
  if (consent.withdrawnAt) return refuse('basis-withdrawn');
  if (consent.untilOn !== null && consent.untilOn < on) return refuse('basis-over', { day: consent.untilOn });
  if (consent.givenOn > on) return refuse('basis-missing');
  if (!consent.organisationIds.includes(to)) return refuse('organisation-not-named');
  const missing = classes.find((each) => !consent.classes.includes(each));
  return missing ? refuse('class-not-named', { class: missing }) : ok('share');
}

/** Whether the person had agreed to something on a day, and has not taken it back. */
export function isConsented(bases: readonly (Consent & { readonly lane: string })[], on: string): boolean {
  return bases.some(
    ({ lane, givenOn, untilOn, withdrawnAt }) =>
      lane === 'consent' && !withdrawnAt && givenOn <= on && (untilOn === null || untilOn >= on),
  );
}

/** A consent says what is shared, with whom, and why; one without an end has a year. */
export function decideConsent({
  classes,
  organisationIds,
  purpose,
  givenOn,
  untilOn,
  today,
}: {
  classes: readonly string[];
  organisationIds: readonly string[];
  purpose: string;
  givenOn: string;
  untilOn: string;
  today: string;
}): Result<'keep', BasisRefusal> {
  if (classes.length === 0 || organisationIds.length === 0 || !purpose.trim()) return refuse('consent-empty');
  if (classes.includes('protected')) return refuse('protected-never');
  const unknown = classes.find((each) => !(fieldClasses as readonly string[]).includes(each));
  if (unknown !== undefined) return refuse('class-not-named');
  if (givenOn > today || untilOn < givenOn) return refuse('day-order');
  return ok('keep');
}

/** 緊急: life and body before consent; a reason in words, hours that end by themselves, and a second person who is told. */
export function decideUrgency({
  reason,
  tells,
  self,
  mayBeTold,
}: {
  reason: string;
  tells: string | null;
  self: string;
  /** Supervisors and officers of the organisations at which the one who breaks it works. */
  mayBeTold: readonly string[];
}): Result<'break', BasisRefusal> {
  if (reason.trim().length < 10) return refuse('reason-missing');
  return tells && tells !== self && mayBeTold.includes(tells) ? ok('break') : refuse('second-person-missing');
}

/** Hours between two letters to whoever was told and has not looked, and after how many the officers hear of it. */
const remindHours = 24;
const officerHours = 72;

/** What is written about broken glass that nobody has looked at. */
export function letterDue(
  { createdAt, seenAt, remindedAt }: { createdAt: Date; seenAt: Date | null; remindedAt: Date | null },
  now: Date,
): 'remind' | 'officer' | undefined {
  if (seenAt) return undefined;
  const hoursSince = (moment: Date) => (now.getTime() - moment.getTime()) / 3_600_000;
  if (hoursSince(remindedAt ?? createdAt) < remindHours) return undefined;
  return hoursSince(createdAt) >= officerHours ? 'officer' : 'remind';
}
