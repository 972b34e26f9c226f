import { ok, type Result, refuse } from '#platform/result.ts';

/** 支援措置の対象: A to D of the national form. */
export const grounds = ['dv', 'stalking', 'child-abuse', 'alike'] as const;
export type Ground = (typeof grounds)[number];

export const endReasons = ['asked', 'no-danger', 'moved-away', 'mistaken'] as const;

/** What a protected person's case does not do by itself: a second person has to agree, for minutes. */
export const stops = ['open', 'print', 'export', 'address'] as const;
export type Stop = (typeof stops)[number];

/** Minutes for which one agreement holds. */
export const openMinutes = 15;

/** An agreement of a second person, as far as the stop asks. */
export interface Opening {
  readonly what: string;
  readonly askedBy: string;
  readonly granted: boolean | null;
  readonly endsAt: Date | null;
}

/**
 * What pages ask before anything of a case is printed, exported, or its address changed: 'stop' until a second person has agreed
 * to just this, for just this person, some minutes ago. A case that is not protected passes.
 */
export function stopFor(
  { isProtected }: { readonly isProtected: boolean },
  what: Stop,
  { openings, personId, now }: { openings: readonly Opening[]; personId: string; now: Date },
): 'pass' | 'stop' {
  if (!isProtected) return 'pass';
  const agreed = openings.some(
    (opening) =>
      opening.what === what &&
      opening.askedBy === personId &&
      opening.granted === true &&
      opening.endsAt !== null &&
      opening.endsAt > now,
  );
  return agreed ? 'pass' : 'stop';
}

export type ProtectionRefusal =
  | 'protected-before'
  | 'not-protected'
  | 'ground-unknown'
  | 'day-order'
  | 'case-closed'
  | 'companion-unknown'
  | 'too-early'
  | 'reason-missing'
  | 'supervisor-decides'
  | 'opening-waits'
  | 'opening-decided'
  | 'own-opening'
  | 'address-empty';

/** The last day of a year that begins on a day: 2026-04-01 → 2027-03-31. */
export function yearFrom(day: string): string {
  const next = new Date(`${Number(day.slice(0, 4)) + 1}${day.slice(4)}T00:00:00Z`);
  return new Date(next.getTime() - 86_400_000).toISOString().slice(0, 10);
}

/** 支援措置 begins today or did before; it holds for a year from then, and one that would be over already is none. */
export function decideProtection({
  ground,
  beginsOn,
  today,
  isProtected,
}: {
  ground: string;
  beginsOn: string;
  today: string;
  isProtected: boolean;
}): Result<{ endsOn: string }, ProtectionRefusal> {
  if (isProtected) return refuse('protected-before');
  if (!(grounds as readonly string[]).includes(ground)) return refuse('ground-unknown');
  const endsOn = yearFrom(beginsOn);
  return beginsOn > today || endsOn < today ? refuse('day-order') : ok({ endsOn });
}

/** Renewing is possible from a month before the end, and after it as long as nobody has ended it: the next year joins the last. */
export function decideRenewal({
  endsOn,
  endedAt,
  today,
}: {
  endsOn: string;
  endedAt: Date | null;
  today: string;
}): Result<{ endsOn: string }, ProtectionRefusal> {
  if (endedAt) return refuse('not-protected');
  if (today < monthBefore(endsOn)) return refuse('too-early', { day: monthBefore(endsOn) });
  const next = addDay(endsOn);
  return ok({ endsOn: yearFrom(next < today && yearFrom(next) < today ? today : next) });
}

/** The day from which a protection can be renewed. */
export function monthBefore(day: string): string {
  const moment = new Date(`${day}T00:00:00Z`);
  const date = moment.getUTCDate();
  moment.setUTCDate(1);
  moment.setUTCMonth(moment.getUTCMonth() - 1);
  const last = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 0)).getUTCDate();
  moment.setUTCDate(Math.min(date, last));
  return moment.toISOString().slice(0, 10);
}

function addDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Where a protection stands; over is not ended: the address stays sealed until a person ends it. */
export function stateOf(
  { endsOn, endedAt }: { endsOn: string; endedAt: Date | null },
  today: string,
): 'stands' | 'renew' | 'over' | 'ended' {
  if (endedAt) return 'ended';
  if (endsOn < today) return 'over';
  return today >= monthBefore(endsOn) ? 'renew' : 'stands';
}

/** Days between two letters: every two weeks in the last month, every week once it is over. */
export function isToRemind(
  protection: { endsOn: string; endedAt: Date | null; remindedAt: Date | null },
  today: string,
  now: Date,
): boolean {
  const state = stateOf(protection, today);
  if (state !== 'renew' && state !== 'over') return false;
  const days = state === 'over' ? 7 : 14;
  const { remindedAt } = protection;
  return remindedAt === null || now.getTime() - remindedAt.getTime() >= days * 86_400_000;
}

/** A reason in words, and not twice at once for the same. */
export function decideAsking({
  isProtected,
  what,
  reason,
  waiting,
}: {
  isProtected: boolean;
  what: string;
  reason: string;
  waiting: readonly { what: string }[];
}): Result<Stop, ProtectionRefusal> {
  if (!isProtected) return refuse('not-protected');
  const stop = stops.find((each) => each === what);
  if (!stop || reason.trim().length < 10) return refuse('reason-missing');
  return waiting.some((each) => each.what === stop) ? refuse('opening-waits') : ok(stop);
}

/** The second person: a supervisor of the case's organisation or the officer, never the one who asks, and not somebody who is barred. */
export function decideAgreeing({
  opening,
  isProtected,
  personId,
  isSecond,
  isBarred,
}: {
  opening: { askedBy: string; decidedAt: Date | null };
  isProtected: boolean;
  personId: string;
  isSecond: boolean;
  isBarred: boolean;
}): Result<'decide', ProtectionRefusal> {
  if (!isSecond || isBarred) return refuse('supervisor-decides');
  if (opening.askedBy === personId) return refuse('own-opening');
  if (opening.decidedAt) return refuse('opening-decided');
  return isProtected ? ok('decide') : refuse('not-protected');
}
