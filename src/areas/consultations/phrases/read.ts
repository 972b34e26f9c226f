import type { Tx } from '#platform/database/database.ts';
import { tokyoMinute } from '#platform/dates.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { openingText, readHolidays } from '#areas/directory/index.ts';
import type { Contact } from '../contacts/store.ts';
import { doorOpening } from '../desks/opening.ts';
import type { Door } from '../desks/settings.ts';
import type { Desk } from '../desks/store.ts';
import { fillPhrase } from './rules.ts';
import { listPhrases } from './store.ts';

export interface SaidPhrase {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

/** The phrases of a desk as they are said to the person of a contact, in the language of their page. */
export async function readPhrases(
  tx: Tx,
  { desk, contact, now }: { desk: Desk; contact: Contact; now: Date },
): Promise<readonly SaidPhrase[]> {
  const lang: Lang = contact.lang === 'en' ? 'en' : 'ja';
  const opening = doorOpening(desk.settings, contact.door as Door, {
    now,
    holidays: await readHolidays(tx),
  });
  const values = {
    窓口: contentIn(lang, { ja: desk.nameJa, en: desk.nameEn }),
    番号: contact.number,
    時刻: tokyoMinute(now).slice(11),
    次の受付: openingText(lang, opening, now),
  };
  return (await listPhrases(tx, desk.id)).map(({ code, title, text }) => ({
    code,
    title,
    text: fillPhrase(text, values),
  }));
}
