import { ok, type Result, refuse } from '#platform/result.ts';

/**
 * Meetings by name and Act, always together: 支援会議 stands in two Acts, 支援調整会議 in two contexts. `without`: the Act binds its
 * members to secrecy and lets them speak of somebody who has not (yet) consented.
 */
export const meetingForms = [
  { kind: 'coordination', act: 'practice', without: false },
  { kind: 'coordination', act: 'women-15', without: true },
  { kind: 'support', act: 'livelihood-9', without: true },
  { kind: 'support', act: 'welfare-106-6', without: true },
  { kind: 'multi-layer', act: 'welfare-106-4', without: false },
  { kind: 'adjustment', act: 'assistance-27-3', without: true },
  { kind: 'council', act: 'isolation-15', without: true },
  { kind: 'council', act: 'child-25-2', without: true },
] as const;
export type MeetingKind = (typeof meetingForms)[number]['kind'];
export type MeetingAct = (typeof meetingForms)[number]['act'];

/** consent: what is said belongs to the case · sealed: it stays in the meeting */
export type MeetingLane = 'consent' | 'sealed';

export const purposes = ['plan', 'review', 'share'] as const;

/** Hours before the beginning from which, and after the end until which, members see what they were given. */
export const windowHours = [0, 24, 72, 168] as const;
/** Days a window may last at most. */
const mostDays = 21;

export type MeetingRefusal =
  | 'form-unknown'
  | 'consent-missing'
  | 'window-order'
  | 'window-long'
  | 'members-missing'
  | 'member-unknown'
  | 'member-without-consent'
  | 'agenda-missing'
  | 'class-unknown'
  | 'protected-never'
  | 'secrecy-missing'
  | 'sworn-before'
  | 'not-a-member'
  | 'cancelled'
  | 'held-before'
  | 'not-yet'
  | 'result-missing'
  | 'text-missing'
  | 'changed-meanwhile'
  | 'case-closed'
  | 'in-plan-before'
  | 'plan-missing'
  | 'plan-not-ready'
  | 'day-order';

/** On which lane the meeting runs: with consent it belongs to the case; without, only an Act that binds to secrecy allows it, sealed. */
export function decideLane({
  kind,
  act,
  consented,
}: {
  kind: string;
  act: string;
  consented: boolean;
}): Result<MeetingLane, MeetingRefusal> {
  const form = meetingForms.find((each) => each.kind === kind && each.act === act);
  if (!form) return refuse('form-unknown');
  if (consented) return ok('consent');
  return form.without ? ok('sealed') : refuse('consent-missing');
}

export interface Window {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

export function windowOf({
  startsAt,
  endsAt,
  before,
  after,
}: {
  startsAt: Date;
  endsAt: Date;
  before: number;
  after: number;
}): Result<Window, MeetingRefusal> {
  const hours = (count: number) => count * 3_600_000;
  const opensAt = new Date(startsAt.getTime() - hours(before));
  const closesAt = new Date(endsAt.getTime() + hours(after));
  if (endsAt <= startsAt || before < 0 || after < 0) return refuse('window-order');
  if (closesAt.getTime() - opensAt.getTime() > hours(24 * mostDays)) return refuse('window-long');
  return ok({ startsAt, endsAt, opensAt, closesAt });
}

/** Where a meeting stands, from its moments: nobody closes it. */
export function stateOf(
  meeting: Window & { readonly cancelledAt: Date | null; readonly heldAt: Date | null },
  now: Date,
): 'cancelled' | 'planned' | 'open' | 'closed' {
  if (meeting.cancelledAt) return 'cancelled';
  if (now < meeting.opensAt) return 'planned';
  return now < meeting.closesAt ? 'open' : 'closed';
}

/** What a meeting needs before anybody is asked to it. */
export function decideCall({
  agenda,
  members,
  sworn,
  closedOn,
}: {
  agenda: string;
  members: number;
  /** Whoever calls has promised secrecy. */
  sworn: boolean;
  closedOn: string | null;
}): Result<'call', MeetingRefusal> {
  if (closedOn) return refuse('case-closed');
  if (!agenda.trim()) return refuse('agenda-missing');
  if (members === 0) return refuse('members-missing');
  return sworn ? ok('call') : refuse('secrecy-missing');
}

/** It is recorded as held once it has begun, and once; a meeting about a plan says whether the plan fits. */
export function decideHold({
  startsAt,
  cancelledAt,
  heldAt,
  purpose,
  result,
  now,
}: {
  startsAt: Date;
  cancelledAt: Date | null;
  heldAt: Date | null;
  purpose: string;
  result: string;
  now: Date;
}): Result<'hold', MeetingRefusal> {
  if (cancelledAt) return refuse('cancelled');
  if (heldAt) return refuse('held-before');
  if (now < startsAt) return refuse('not-yet');
  return purpose === 'plan' && result !== 'fits' && result !== 'to-change'
    ? refuse('result-missing')
    : ok('hold');
}

/** A decision goes into the plan only with the person's consent, whichever lane it was made on, and once. */
export function decideToPlan({
  consents,
  today,
  planItemId,
}: {
  consents: readonly { readonly untilOn: string | null; readonly withdrawnAt: Date | null }[];
  today: string;
  planItemId: string | null;
}): Result<'add', MeetingRefusal> {
  if (planItemId) return refuse('in-plan-before');
  const stands = consents.some(
    ({ untilOn, withdrawnAt }) => !withdrawnAt && (untilOn === null || untilOn >= today),
  );
  return stands ? ok('add') : refuse('consent-missing');
}
