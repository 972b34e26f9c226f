import { type Holidays, hoursOn, type Opening, openingAt } from '#areas/directory/index.ts';
import type { DeskSettings, Door } from './settings.ts';

/** A moment, under the public holidays as staff keep them in the directory (`readHolidays`). */
export interface Moment {
  readonly now: Date;
  readonly holidays: Holidays;
}

/** Whether a desk answers at this door now, and when next; a door that is not there is closed for ever. */
export function doorOpening(settings: DeskSettings, door: Door, { now, holidays }: Moment): Opening {
  const set = settings.doors[door];
  if (!set?.open) return { state: 'closed' };
  return openingAt(set.hours, now, { holidays });
}

export function isDoorOpen(settings: DeskSettings, door: Door, moment: Moment): boolean {
  const { state } = doorOpening(settings, door, moment);
  return state === 'open' || state === 'always';
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** When a door answers that begins on a Tokyo day (`YYYY-MM-DD`), in milliseconds since the epoch; `to` is exclusive. */
export function doorSpans(
  settings: DeskSettings,
  door: Door,
  { day, holidays }: { day: string; holidays: Holidays },
): readonly { readonly from: number; readonly to: number }[] {
  const set = settings.doors[door];
  if (!set?.open) return [];
  const start = Date.parse(`${day}T00:00:00+09:00`);
  return hoursOn(set.hours, day, { holidays }).intervals.map(({ opens, closes }) => {
    const from = start + minutes(opens) * minuteMs;
    const to = start + minutes(closes) * minuteMs;
    return { from, to: to > from ? to : to + dayMs };
  });
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
