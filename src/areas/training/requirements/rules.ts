import { addDays, endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

/** So many days before the end somebody is told, and so many days a new requirement leaves to those who have to take its course. */
export const noticeDays = 30;
const tellDays = [noticeDays, 7, 1] as const;

interface Proof {
  readonly provedUntil: Date | null;
  readonly lasting: boolean;
}

/** The moment from which a role is closed for its holder; null: none is in sight. */
export function closingOf({ since, provedUntil, lasting }: Proof & { readonly since: Date }): Date | null {
  if (lasting) return null;
  return provedUntil && provedUntil > since ? provedUntil : since;
}

export type HoldingStanding =
  | { readonly is: 'fine'; readonly at: Date | null }
  | { readonly is: 'closes' | 'closed'; readonly at: Date };

/** The last day on which a role is open, or the first on which it is closed. */
export function dayOf({ is, at }: { is: 'closes' | 'closed'; at: Date }): string {
  return tokyoDay(is === 'closed' ? at : new Date(at.getTime() - 1));
}

export function standingOf(holding: Proof & { readonly since: Date }, now: Date): HoldingStanding {
  const at = closingOf(holding);
  if (at && at <= now) return { is: 'closed', at };
  if (at && daysTo(at, now) <= noticeDays) return { is: 'closes', at };
  return { is: 'fine', at };
}

function daysTo(at: Date, now: Date): number {
  return (at.getTime() - now.getTime()) / 86_400_000;
}

/** What has to be told by now, in one word that is told once: `30`, `7`, `1` days before, or `closed`. */
export function tellingOf(standing: HoldingStanding, now: Date): string | undefined {
  if (standing.is === 'closed') return 'closed';
  if (standing.is === 'fine') return undefined;
  return tellDays
    .filter((days) => daysTo(standing.at, now) <= days)
    .at(-1)
    ?.toString();
}

export type RequirementRefusal =
  | 'role-unfit'
  | 'course-closed'
  | 'already-set'
  | 'too-soon'
  | 'not-confirmed'
  | 'already-ended';

interface Holder extends Proof {
  readonly personId: string;
  readonly organisationId: string;
}

export interface Preview {
  readonly holders: number;
  /** Who would be shut out on the day, if nobody took the course until then. */
  readonly closed: number;
  /** Organisations at which nobody would be left in this role. */
  readonly left: readonly string[];
}

/** What a requirement does on its day, as things stand now. */
export function previewOf(holders: readonly Holder[], since: Date): Preview {
  const closes = (holder: Holder) => !holder.lasting && !(holder.provedUntil && holder.provedUntil > since);
  const organisations = [...new Set(holders.map((holder) => holder.organisationId))];
  const persons = (of: readonly Holder[]) => new Set(of.map((holder) => holder.personId)).size;
  return {
    holders: persons(holders),
    closed: persons(holders.filter(closes)),
    left: organisations.filter((id) =>
      holders.filter((holder) => holder.organisationId === id).every(closes),
    ),
  };
}

/** Nobody is shut out without thirty days of notice, nor without somebody having seen whom it concerns. */
export function decideRequirement(
  facts: {
    roleFits: boolean;
    courseClosed: boolean;
    alreadySet: boolean;
    sinceDay: string;
    closed: number;
    confirmed: boolean;
  },
  today: string,
): Result<'set', RequirementRefusal> {
  if (!facts.roleFits) return refuse('role-unfit');
  if (facts.courseClosed) return refuse('course-closed');
  if (facts.alreadySet) return refuse('already-set');
  const earliest = facts.closed > 0 ? addDays(today, noticeDays) : today;
  if (facts.sinceDay < earliest) return refuse('too-soon', { earliest });
  return facts.closed > 0 && !facts.confirmed ? refuse('not-confirmed', { closed: facts.closed }) : ok('set');
}

/** The moment at which a Tokyo day begins. */
export function beginOf(day: string): Date {
  return endOfTokyoDay(addDays(day, -1));
}

/** Roles that open all others are never closed by a course: somebody has to be left who can. */
export const neverClosed: readonly string[] = ['administrator', 'secretariat', 'training-keeper'];
