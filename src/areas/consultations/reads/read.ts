import type { Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { listShifts } from '../shifts/store.ts';
import { findUnusual, type UnusualReason } from './rules.ts';
import { listHomes, listReadings, listReviews, type Review } from './store.ts';

/** Readings of so many days are looked at. */
const looksBackDays = 30;

/** Unusual looks of one reader at one conversation on one day. */
export interface Unusual {
  readonly contactId: string;
  readonly number: string | null;
  readonly personId: string;
  readonly name: string;
  readonly readOn: string;
  readonly first: Date;
  readonly looks: number;
  readonly why: readonly UnusualReason[];
  readonly review: Review | undefined;
}

/** What a supervisor looks through, what nobody has settled yet first, then the newest. */
export async function readUnusual(
  tx: Tx,
  { deskId, now }: { deskId: string; now: Date },
): Promise<readonly Unusual[]> {
  const since = new Date(now.getTime() - looksBackDays * 86_400_000);
  const readings = await listReadings(tx, { deskId, since });
  const planned = await listShifts(tx, { deskId, from: since, to: now });
  const shifts = planned.map(({ personId, startsAt, endsAt }) => ({
    personId,
    from: startsAt.getTime(),
    to: endsAt.getTime(),
  }));
  const names = new Map(readings.map(({ personId, name }) => [personId, name]));
  const numbers = new Map(readings.map(({ contactId, number }) => [contactId, number]));
  const reviews = await listReviews(tx, deskId);
  const found = findUnusual(readings, { shifts, homes: await listHomes(tx, deskId) });
  const groups = Map.groupBy(
    found,
    ({ personId, contactId, at }) => `${personId} ${contactId} ${tokyoDay(at)}`,
  );
  const list = [...groups.values()].flatMap((looks) => {
    const last = looks.at(-1);
    if (!last) return [];
    const { personId, contactId, at } = last;
    const readOn = tokyoDay(at);
    const review = reviews.find(
      (each) => each.personId === personId && each.contactId === contactId && each.readOn === readOn,
    );
    const why = [...new Set(looks.flatMap((look) => look.why))];
    const name = names.get(personId) ?? '';
    return [
      {
        contactId,
        number: numbers.get(contactId) ?? null,
        personId,
        name,
        readOn,
        first: at,
        looks: looks.length,
        why,
        review,
      },
    ];
  });
  const settled = ({ review }: Unusual) => Number(review?.state === 'explained');
  return list.toSorted((a, b) => settled(a) - settled(b) || b.first.getTime() - a.first.getTime());
}
