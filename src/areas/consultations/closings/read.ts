import { doorOpening, type Moment } from '../desks/opening.ts';
import type { DeskSettings, Door } from '../desks/settings.ts';
import type { Lang } from '#platform/i18n.ts';
import { type Closing, closingOf } from './rules.ts';
import { closingForDesk } from './words.ts';

/** How the hours of a door stand. */
export function doorClosing(settings: DeskSettings, door: Door, moment: Moment): Closing {
  return closingOf({ opening: doorOpening(settings, door, moment), now: moment.now });
}

/** Of the doors at which people write at once, the one that closes first. */
function deskClosing(settings: DeskSettings, moment: Moment): Closing {
  const doors = (['chat', 'line'] as const).filter((door) => settings.doors[door]?.open);
  const all = doors.map((door) => doorClosing(settings, door, moment));
  const soon = all.filter((closing) => closing.state === 'soon').toSorted((a, b) => a.minutes - b.minutes);
  if (soon[0]) return soon[0];
  return all.find(({ state }) => state === 'open') ?? all[0] ?? { state: 'open' };
}

/** What a counsellor is told about the hours of their desk; nothing while it is open for long. */
export function closingText(
  lang: Lang,
  {
    settings,
    contacts,
    personId,
    ...moment
  }: Moment & {
    settings: DeskSettings;
    contacts: readonly { readonly state: string; readonly takenBy: string | null }[];
    personId: string;
  },
): string {
  const talks = contacts.filter(({ state, takenBy }) => state === 'open' && takenBy === personId).length;
  return closingForDesk(lang, { closing: deskClosing(settings, moment), talks });
}
