import { ok, refuse, type Result } from '#platform/result.ts';

export type MeetingRefusal =
  | 'meeting-over'
  | 'meeting-cancelled'
  | 'meeting-full'
  | 'not-that-way'
  | 'ends-before-it-starts'
  | 'nowhere'
  | 'not-held-yet'
  | 'two-sides';

/** Entry is possible until it starts, while a place is free, in a way in which it is held. */
export function decideEntry(
  meeting: {
    readonly startsAt: Date;
    readonly cancelledAt: Date | null;
    readonly quota: number;
    readonly place: string;
    readonly online: boolean;
  },
  { attends, entered, now }: { attends: string; entered: number; now: Date },
): Result<'enter', MeetingRefusal> {
  if (meeting.cancelledAt) return refuse('meeting-cancelled');
  if (now >= meeting.startsAt) return refuse('meeting-over');
  if (attends === 'online' ? !meeting.online : meeting.place === '') return refuse('not-that-way');
  return entered < meeting.quota ? ok('enter') : refuse('meeting-full');
}

export function decideMeeting({
  startsAt,
  endsAt,
  place,
  url,
}: {
  startsAt: Date;
  endsAt: Date;
  place: string;
  url: string;
}): Result<'hold', MeetingRefusal> {
  if (endsAt <= startsAt) return refuse('ends-before-it-starts');
  return place || url ? ok('hold') : refuse('nowhere');
}

/** Results come of what was held; an agreement has two sides. */
export function decideResult(
  { startsAt, cancelledAt }: { startsAt: Date; cancelledAt: Date | null },
  { agreed, sides, now }: { agreed: boolean; sides: readonly (string | null)[]; now: Date },
): Result<'result', MeetingRefusal> {
  if (cancelledAt) return refuse('meeting-cancelled');
  if (now < startsAt) return refuse('not-held-yet');
  const named = new Set(sides.filter((side) => side !== null));
  return agreed && named.size < 2 ? refuse('two-sides') : ok('result');
}

export interface Guest {
  readonly id: string;
  readonly organisationName: string;
  readonly kind: string;
  readonly wishes: readonly string[];
}
export interface Table {
  readonly id: string;
  readonly seats: number;
}

/**
 * Who sits where: in the order of entry each gets the most wanted table with a free seat where their own organisation does not sit
 * yet; among equals the one with fewest of their kind, then with most free seats. Whoever finds no seat is left out.
 */
export function suggestSeats(
  guests: readonly Guest[],
  tables: readonly Table[],
): ReadonlyMap<string, string> {
  const seated = new Map<string, Guest[]>(tables.map(({ id }) => [id, []]));
  const chosen = new Map<string, string>();
  const at = (id: string) => seated.get(id) ?? [];
  for (const guest of guests) {
    const free = tables.filter(({ id, seats }) => at(id).length < seats);
    const costs = free.map((table) => {
      const wish = guest.wishes.indexOf(table.id);
      const own = at(table.id).some((each) => each.organisationName === guest.organisationName);
      const alike = at(table.id).filter((each) => each.kind === guest.kind).length;
      const room = table.seats - at(table.id).length;
      return { id: table.id, cost: [own ? 1 : 0, wish < 0 ? tables.length : wish, alike, -room] };
    });
    const [best] = costs.toSorted((a, b) => compare(a.cost, b.cost));
    if (!best) continue;
    at(best.id).push(guest);
    chosen.set(guest.id, best.id);
  }
  return chosen;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Days after a meeting until who came is forgotten, at the latest. */
export const keptDays = 90;
