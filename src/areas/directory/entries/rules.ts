import { addDays } from '#platform/dates.ts';
import type { CrisisKind } from '../crisis/rules.ts';
import type { ChannelKind } from '../hours/hours.ts';
import {
  type Asked,
  type DayHours,
  hoursOf,
  hoursOn,
  type HoursSource,
  type Opening,
  sourcesOf,
} from '../hours/rules.ts';
import type { Channel, ServiceContent, ServiceLocation } from '../services/content.ts';

/** Of these nobody else who uses the device may learn from the history, a tab or a printed heading. */
const quietTopics = ['violence'];

/** The title of the page, its heading and its description say nothing of what it is about. */
export function isQuiet({ topics }: Pick<ServiceContent, 'topics'>): boolean {
  return topics.some((topic) => quietTopics.includes(topic));
}

const crises: Readonly<Record<string, CrisisKind>> = {
  violence: 'violence',
  no_food: 'food',
  housing: 'shelter',
};

/** Where nobody is open for a worry that cannot wait: whose national numbers help. */
export function crisisOf({ topics }: Pick<ServiceContent, 'topics'>): CrisisKind | undefined {
  const topic = Object.keys(crises).find((each) => topics.includes(each));
  return topic === undefined ? undefined : crises[topic];
}

/** One column of the week: ways of contact whose hours are the same on all days that are shown. */
export interface WeekColumn {
  /** Empty: the hours are said of the entry as a whole. */
  readonly channels: readonly ChannelKind[];
  readonly days: readonly DayHours[];
}

export interface Week {
  readonly days: readonly string[];
  readonly columns: readonly WeekColumn[];
}

/** Today and the six days after it. Ways that can be used at any hour (a letter, a form) have no column. */
export function weekOf(
  content: Pick<ServiceContent, 'hours' | 'channels'>,
  today: string,
  { holidays }: Pick<Asked, 'holidays'>,
): Week {
  const days = Array.from({ length: 7 }, (_, ahead) => addDays(today, ahead));
  const columns = new Map<string, WeekColumn>();
  for (const { hours, channel } of sourcesOf(content)) {
    const shown = days.map((day) => hoursOn(hours, day, { holidays, channel }));
    const key = JSON.stringify(shown);
    const known = columns.get(key)?.channels ?? [];
    const channels = channel && !known.includes(channel) ? [...known, channel] : known;
    columns.set(key, { channels, days: shown });
  }
  return { days, columns: [...columns.values()] };
}

/** The hours by which one way of contact is judged; none for a way that nobody answers at once. */
export function sourceOf(content: ServiceContent, channel: Channel): readonly HoursSource[] {
  const hours = hoursOf(content, channel);
  const judged = sourcesOf(content).some((source) => source.channel === channel.kind);
  return hours && judged ? [{ hours, channel: channel.kind }] : [];
}

/** Whether somebody who reads this now has to be shown others: it rests, is full, closed, or a scheme that has no hours. */
export function needsAlternatives(
  { content, capacity }: { content: Pick<ServiceContent, 'status'>; capacity: string | null },
  opening: Opening,
): boolean {
  return content.status !== 'active' || capacity === 'full' || !isOpen(opening);
}

export function isOpen({ state }: Opening): boolean {
  return state === 'open' || state === 'always';
}

interface Candidate {
  readonly topics: readonly string[];
  readonly areas: readonly string[];
  readonly content: { readonly eligibility: Pick<ServiceContent['eligibility'], 'gender'> };
}

/** What welcomes everybody comes before what is for women or men alone; then the more worries in common the better, then the same area. */
export function byLikeness({ topics, content }: Candidate) {
  const rank = (candidate: Candidate): number => {
    const { gender } = candidate.content.eligibility;
    return (
      (gender === 'any' || gender === content.eligibility.gender ? 100 : 0) +
      candidate.topics.filter((topic) => topics.includes(topic)).length * 2 +
      (candidate.areas.length > 0 ? 1 : 0)
    );
  };
  return (a: Candidate, b: Candidate): number => rank(b) - rank(a);
}

/** The map of 国土地理院 at a place that may be known exactly; undefined for every other. */
export function mapUrlOf({ precision, latitude, longitude }: ServiceLocation): string | undefined {
  if (precision !== 'exact' || latitude === null || longitude === null) return undefined;
  return `https://maps.gsi.go.jp/#17/${latitude}/${longitude}/&base=pale`;
}
