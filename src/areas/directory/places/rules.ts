import { addDays, tokyoDay } from '#platform/dates.ts';
import { type Asked, hoursOn, type Opening, openingOf, sourcesOf, weekdayOf } from '../hours/rules.ts';
import { distanceKm, lineOf, type Place as Area } from '../municipalities/rules.ts';
import type { ServiceContent } from '../services/content.ts';

/** What is asked of a place before it is shown. */
export interface PlaceFacts
  extends Pick<ServiceContent, 'status' | 'hours' | 'channels' | 'placeTypes' | 'beneficiaries'> {
  readonly id: string;
  readonly nameKana: string;
  /** Where it is; empty: nowhere, it is online. */
  readonly municipalities: readonly string[];
}

/** Welcomes people whoever they are; not a code of the taxonomy. */
export const everybody = 'everybody';

export interface PlaceFilter {
  readonly type?: string | undefined;
  /** A code of 受益者, or `everybody`. */
  readonly welcomes?: string | undefined;
  /** `today`, or a weekday: 1 Monday … 7 Sunday. */
  readonly day?: string | undefined;
  readonly municipality?: string | undefined;
}

export const filterNames = ['day', 'type', 'welcomes', 'municipality'] as const;
export type FilterName = (typeof filterNames)[number];

/** The next day that is asked for, today among them; undefined for any day and for what is no day. */
export function dayAsked(day: string | undefined, today: string): string | undefined {
  if (day === 'today') return today;
  if (!day || !/^[1-7]$/.test(day)) return undefined;
  return addDays(today, (Number(day) - weekdayOf(today) + 7) % 7);
}

interface Context extends Pick<Asked, 'holidays'> {
  readonly today: string;
  readonly areas: readonly Area[];
}

/** Whether a place is shown; with `but` as if that question had not been asked: so many stand behind each other answer. */
export function fits(place: PlaceFacts, filter: PlaceFilter, context: Context, but?: FilterName): boolean {
  const asked = { ...filter, ...(but && { [but]: undefined }) };
  const day = dayAsked(asked.day, context.today);
  return (
    (!asked.type || place.placeTypes.includes(asked.type)) &&
    (!asked.welcomes || welcomes(place, asked.welcomes)) &&
    (!asked.municipality || isIn(place, asked.municipality, context.areas)) &&
    (!day || opensOn(place, day, context))
  );
}

/** One that is for everybody welcomes each. */
export function welcomes({ beneficiaries }: PlaceFacts, who: string): boolean {
  return beneficiaries.length === 0 || beneficiaries.includes(who);
}

/** A place in a ward is in its city too. */
export function isIn({ municipalities }: PlaceFacts, code: string, areas: readonly Area[]): boolean {
  return municipalities.some((each) => lineOf(each, areas).includes(code));
}

export function opensOn(place: PlaceFacts, day: string, { holidays }: Pick<Asked, 'holidays'>): boolean {
  if (place.status !== 'active') return false;
  return sourcesOf(place).some(
    ({ hours, channel }) => hoursOn(hours, day, { holidays, channel }).intervals.length > 0,
  );
}

/** How many places each municipality has; one that is in two counts in both. */
export function countByMunicipality(places: readonly PlaceFacts[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { municipalities } of places)
    for (const code of new Set(municipalities)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

export interface Ranked {
  readonly place: PlaceFacts;
  readonly opening: Opening;
}

/** Open now, then those that open today, then by the day on which they open next, then those of which nobody knows. */
export function inOrder(
  places: readonly PlaceFacts[],
  now: Date,
  { holidays }: Pick<Asked, 'holidays'>,
): readonly Ranked[] {
  const collator = new Intl.Collator('ja');
  return places
    .map((place) => ({ place, opening: openingOfPlace(place, now, holidays) }))
    .toSorted(
      (a, b) => rank(a.opening) - rank(b.opening) || collator.compare(a.place.nameKana, b.place.nameKana),
    );
}

function openingOfPlace(place: PlaceFacts, now: Date, holidays: Asked['holidays']): Opening {
  return place.status === 'active' ? openingOf(sourcesOf(place), now, { holidays }) : { state: 'closed' };
}

function rank({ state, opensAt }: Opening): number {
  if (state === 'open' || state === 'always') return 0;
  return opensAt?.getTime() ?? (state === 'unknown' ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER);
}

/** It is open at some hour of today that is not over. */
export function isToday({ state, opensAt }: Opening, now: Date): boolean {
  return (
    state === 'open' || state === 'always' || (opensAt !== undefined && tokyoDay(opensAt) === tokyoDay(now))
  );
}

interface Located extends Area {
  readonly latitude: number;
  readonly longitude: number;
}

/** The places nearest to the middle of a municipality, each as far as the middle of its own. */
export function nearestTo(
  code: string,
  places: readonly PlaceFacts[],
  areas: readonly Located[],
): readonly PlaceFacts[] {
  const middle = areas.find((area) => area.code === code);
  if (!middle) return [];
  const far = new Map(areas.map((area) => [area.code, distanceKm(middle, area)]));
  const distance = ({ municipalities }: PlaceFacts) =>
    Math.min(...municipalities.map((each) => far.get(each) ?? Number.POSITIVE_INFINITY));
  return places
    .filter((place) => Number.isFinite(distance(place)))
    .toSorted((a, b) => distance(a) - distance(b));
}
