import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { openingText } from '#areas/directory/index.ts';
import type { State } from '../../contacts/rules.ts';
import { type Contact, countBefore } from '../../contacts/store.ts';
import { doorOpening } from '../../desks/opening.ts';
import type { Desk } from '../../desks/store.ts';
import type { Standing } from './bubbles.ts';
import { words } from './words.ts';

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
  const hours = `${t.hours}：${openingText(lang, doorOpening(desk.settings, 'line', now), now)}`;
  return { mode: desk.settings.line.mode, hours, place: await placeOf(tx, contact, lang) };
}

async function placeOf(tx: Tx, contact: Contact | undefined, lang: Lang): Promise<string> {
  const t = words[lang];
  if (!contact) return '';
  const state = t.states[contact.state as State];
  if (contact.state !== 'waiting') return state;
  return `${state}${contact.inHours ? t.before(await countBefore(tx, contact)) : t.left}`;
}
