import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { openingText, readHolidays } from '#areas/directory/index.ts';
import type { State } from '../../contacts/rules.ts';
import { type Contact, countBefore } from '../../contacts/store.ts';
import { doorOpening } from '../../desks/opening.ts';
import type { DeskSettings } from '../../desks/settings.ts';
import { type Desk, findDesk } from '../../desks/store.ts';
import type { Standing } from './bubbles.ts';
import { words } from './words.ts';

/**
 * Words go through LINE only where the desk that has the contact decided so and the channel is its own. After a transfer the
 * channel is still the one to which the person writes, and rings alone: nobody decided for the words of other people.
 */
export function modeOf(desk: Desk, { deskId }: { readonly deskId: string }): DeskSettings['line']['mode'] {
  return desk.id === deskId ? desk.settings.line.mode : 'doorbell';
}

export function langOf({ lang }: { readonly lang: string }): Lang {
  return lang === 'en' ? 'en' : 'ja';
}

/** When the desk answers at LINE, and where this person stands. */
export async function readLineStanding(
  tx: Tx,
  { desk, contact, lang }: { desk: Desk; contact: Contact | undefined; lang: Lang },
  now: Date,
): Promise<Standing> {
  const t = words[lang];
  // After a transfer another desk than that of the channel reads, in its own hours.
  const reads = contact && contact.deskId !== desk.id ? await findDesk(tx, contact.deskId) : desk;
  const opening = doorOpening(reads.settings, 'line', { now, holidays: await readHolidays(tx) });
  const hours = `${t.hours}：${openingText(lang, opening, now)}`;
  return { mode: desk.settings.line.mode, hours, place: await placeOf(tx, contact, lang) };
}

async function placeOf(tx: Tx, contact: Contact | undefined, lang: Lang): Promise<string> {
  const t = words[lang];
  if (!contact) return '';
  const state = t.states[contact.state as State];
  if (contact.state !== 'waiting') return state;
  return `${state}${contact.inHours ? t.before(await countBefore(tx, contact)) : t.left}`;
}
