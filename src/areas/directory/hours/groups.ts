import type { ChannelKind, HoursRule, Interval } from './hours.ts';
import { minutesOf } from './rules.ts';

/** Rules that differ in nothing but the day, as one: what is said in one line. */
export interface RuleGroup {
  /** 1 Monday … 7 Sunday, in their order. */
  readonly days: readonly number[];
  /** Of all of these days, in the order of the clock. */
  readonly intervals: readonly Interval[];
  readonly nth?: readonly number[] | undefined;
  readonly interval?: number | undefined;
  readonly channel?: ChannelKind | undefined;
  readonly lang?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/** Every day of the rules stands in one group for each other attribute; weekly ones first, by day. Rules over before `from` are left out. */
export function groupsOf(rules: readonly HoursRule[], from?: string): readonly RuleGroup[] {
  const current = rules.filter(({ validTo }) => !validTo || !from || validTo >= from);
  const byDay = gather(
    current.flatMap((rule) =>
      rule.days.map((day) => ({ ...withoutTimes(rule), days: [day], intervals: [timesOf(rule)] })),
    ),
    (group) => ({ ...group, intervals: undefined }),
    (one, other) => ({ ...one, intervals: [...one.intervals, ...other.intervals] }),
  ).map((group) => ({ ...group, intervals: inOrder(group.intervals) }));
  return gather(
    byDay,
    (group) => ({ ...group, days: undefined }),
    (one, other) => ({ ...one, days: [...one.days, ...other.days] }),
  )
    .map((group) => ({ ...group, days: [...new Set(group.days)].toSorted((a, b) => a - b) }))
    .toSorted((a, b) => rank(a) - rank(b));
}

function withoutTimes({
  nth,
  interval,
  channel,
  lang,
  validFrom,
  validTo,
}: HoursRule): Omit<RuleGroup, 'days' | 'intervals'> {
  return { nth, interval: interval === 1 ? undefined : interval, channel, lang, validFrom, validTo };
}

function timesOf({ opens, closes, lastEntry }: HoursRule): Interval {
  return lastEntry ? { opens, closes, lastEntry } : { opens, closes };
}

function inOrder(intervals: readonly Interval[]): readonly Interval[] {
  const once = new Map(intervals.map((interval) => [JSON.stringify(interval), interval]));
  return [...once.values()].toSorted((a, b) => (minutesOf(a.opens) ?? 0) - (minutesOf(b.opens) ?? 0));
}

function gather(
  groups: readonly RuleGroup[],
  sameIn: (group: RuleGroup) => unknown,
  join: (one: RuleGroup, other: RuleGroup) => RuleGroup,
): readonly RuleGroup[] {
  const byKey = new Map<string, RuleGroup>();
  for (const group of groups) {
    const key = JSON.stringify(sameIn(group));
    const known = byKey.get(key);
    byKey.set(key, known ? join(known, group) : group);
  }
  return [...byKey.values()];
}

function rank({ nth, interval, days }: RuleGroup): number {
  return (nth ? 200 : interval ? 100 : 0) + (days[0] ?? 0);
}

/** Days as runs: 1 2 3 4 5 7 → [1 … 5], [7]; two neighbours stay two. */
export function runsOf(days: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [run] : run.map((day) => [day])));
}
