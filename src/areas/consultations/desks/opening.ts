import { nationalHolidays, type Opening, openingAt } from '#areas/directory/index.ts';
import type { DeskSettings, Door } from './settings.ts';

/** Whether a desk answers at this door now, and when next; a door that is not there is closed for ever. */
export function doorOpening(settings: DeskSettings, door: Door, now: Date): Opening {
  const set = settings.doors[door];
  if (!set?.open) return { state: 'closed' };
  return openingAt(set.hours, now, { holidays: nationalHolidays });
}

export function isDoorOpen(settings: DeskSettings, door: Door, now: Date): boolean {
  const { state } = doorOpening(settings, door, now);
  return state === 'open' || state === 'always';
}
