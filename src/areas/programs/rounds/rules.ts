import { addDays } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

export type RoundRefusal =
  | 'deadline-past'
  | 'deadline-not-later'
  | 'no-programs'
  | 'already-open'
  | 'not-open'
  | 'not-closed'
  | 'nobody-owes';

/** A year has one open round at most, with somebody to ask and a day that is still to come. */
export function decideOpening(facts: {
  deadlineOn: string;
  today: string;
  programs: number;
  openRounds: number;
}): Result<'open', RoundRefusal> {
  if (facts.openRounds > 0) return refuse('already-open');
  if (facts.programs === 0) return refuse('no-programs');
  if (facts.deadlineOn < facts.today) return refuse('deadline-past');
  return ok('open');
}

export function decideClosing({ status }: { status: string }): Result<'closed', RoundRefusal> {
  return status === 'open' ? ok('closed') : refuse('not-open');
}

export function decideReopening(facts: {
  status: string;
  otherOpenRounds: number;
}): Result<'open', RoundRefusal> {
  if (facts.status !== 'closed') return refuse('not-closed');
  return facts.otherOpenRounds > 0 ? refuse('already-open') : ok('open');
}

/** A deadline only moves to a later day: nobody is late who was in time before. */
export function decideExtension(facts: {
  status: string;
  deadlineOn: string;
  newDeadlineOn: string;
  today: string;
}): Result<string, RoundRefusal> {
  if (facts.status !== 'open') return refuse('not-open');
  if (facts.newDeadlineOn <= facts.deadlineOn) return refuse('deadline-not-later');
  if (facts.newDeadlineOn < facts.today) return refuse('deadline-past');
  return ok(facts.newDeadlineOn);
}

/** Days until the deadline: 0 on the day itself, negative when it is over. */
export function daysLeft(deadlineOn: string, today: string): number {
  return Math.round((Date.parse(deadlineOn) - Date.parse(today)) / 86_400_000);
}

export type ReminderKind = 'before-7' | 'before-1' | 'overdue';
export interface SentReminder {
  readonly kind: string;
  /** Tokyo day. */
  readonly on: string;
}

/**
 * The reminder a bureau that still owes gets today: a week before, the day before, and every third day when late.
 * A day that was missed is made up for; nobody is reminded twice on one day; a moved deadline starts anew.
 */
export function reminderDue(facts: {
  deadlineOn: string;
  today: string;
  sent: readonly SentReminder[];
}): ReminderKind | null {
  const { deadlineOn, today, sent } = facts;
  if (sent.some((reminder) => reminder.on === today)) return null;
  const left = daysLeft(deadlineOn, today);
  const wentSince = (kind: string, day: string) =>
    sent.some((reminder) => reminder.kind === kind && reminder.on >= day);
  if (left < 0) {
    const afterDeadline = addDays(deadlineOn, 1);
    const threeDays = addDays(today, -2);
    return wentSince('overdue', threeDays > afterDeadline ? threeDays : afterDeadline) ? null : 'overdue';
  }
  if (left <= 1) return wentSince('before-1', addDays(deadlineOn, -1)) ? null : 'before-1';
  if (left <= 7) return wentSince('before-7', addDays(deadlineOn, -7)) ? null : 'before-7';
  return null;
}

export interface BureauProgress extends Counts {
  readonly organisationId: string;
  readonly name: string;
  readonly lastActivity: Date | null;
}

/** States in which the bureau still has something to hand in. */
export function isOutstanding(status: string): boolean {
  return status === 'owed' || status === 'draft' || status === 'returned';
}

/** Returns that the bureau still has to hand in. */
export function outstanding(bureau: Pick<BureauProgress, 'owed' | 'draft' | 'returned'>): number {
  return bureau.owed + bureau.draft + bureau.returned;
}

const noProgress = { owed: 0, draft: 0, submitted: 0, returned: 0, accepted: 0 };
export type Counts = { readonly [State in keyof typeof noProgress]: number };

export function countStates(statuses: readonly string[]): Counts {
  const counts: Record<string, number> = { ...noProgress };
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts as Counts;
}

export interface Reported {
  readonly status: string;
  readonly organisationId: string;
  readonly bureau: string;
  readonly lastActivity: Date | null;
}

/** What each bureau has done so far, those who owe most first. */
export function progressOf(entries: readonly Reported[]): BureauProgress[] {
  const bureaus = new Map<string, Reported[]>();
  for (const entry of entries)
    bureaus.set(entry.organisationId, [...(bureaus.get(entry.organisationId) ?? []), entry]);
  const progress = [...bureaus].map(([organisationId, own]) => ({
    organisationId,
    name: own[0]?.bureau ?? '',
    ...countStates(own.map(({ status }) => status)),
    lastActivity: own.reduce<Date | null>(
      (last, { lastActivity }) => (lastActivity && (!last || lastActivity > last) ? lastActivity : last),
      null,
    ),
  }));
  return boardOrder(progress);
}

/** Those who owe most stand first; those with nothing left to do last. */
export function boardOrder(bureaus: readonly BureauProgress[]): BureauProgress[] {
  return [...bureaus].sort(
    (a, b) =>
      outstanding(b) - outstanding(a) ||
      b.submitted - a.submitted ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

export type NextThing = 'check' | 'remind-late' | 'wait' | 'close' | 'done';

/** What the secretariat does next in a round. */
export function nextThing(facts: {
  status: string;
  deadlineOn: string;
  today: string;
  submitted: number;
  outstanding: number;
}): NextThing {
  if (facts.status !== 'open') return 'done';
  if (facts.submitted > 0) return 'check';
  if (facts.outstanding === 0) return 'close';
  return daysLeft(facts.deadlineOn, facts.today) < 0 ? 'remind-late' : 'wait';
}
