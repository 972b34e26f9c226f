import { addDays, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import { type Opening, weekdayOf } from './rules.ts';
import { words } from './words.ts';

/** 「いま開いています（17:15まで）」, 「明日 9:00から」. True until `shownUntil`. */
export function openingText(lang: Lang, opening: Opening, now: Date): string {
  const t = words[lang];
  if (opening.state === 'always') return t.always;
  if (opening.state === 'unknown') return t.unknown;
  if (opening.state === 'open')
    return opening.until ? t.openUntil(endText(lang, opening.until, now)) : t.open;
  return opening.opensAt ? t.opensAt(momentText(lang, opening.opensAt, now)) : t.closed;
}

/** 11月4日（水） */
export function dayText(lang: Lang, day: string): string {
  const t = words[lang];
  const weekday = t.weekdays[weekdayOf(day) - 1] ?? '';
  return t.dayOf(Number(day.slice(5, 7)), Number(day.slice(8)), weekday);
}

/** 2026-11-04 → 2026年11月4日（水）; 12-29, which comes every year → 12月29日 */
export function datedText(lang: Lang, day: string): string {
  const t = words[lang];
  if (day.length === 5) return t.yearly(Number(day.slice(0, 2)), Number(day.slice(3)));
  return t.dated(day.slice(0, 4), dayText(lang, day));
}

/** 09:00 → 9:00 */
export function timeText(time: string): string {
  return time.replace(/^0(?=\d:)/, '');
}

function clockOf(moment: Date): string {
  return timeText(tokyoMinute(moment).slice(11));
}

function momentText(lang: Lang, moment: Date, now: Date): string {
  const t = words[lang];
  const [day, today] = [tokyoDay(moment), tokyoDay(now)];
  const named = day === today ? t.today : day === addDays(today, 1) ? t.tomorrow : dayText(lang, day);
  return t.at(named, clockOf(moment));
}

/** The end of an opening, seen from now: 17:15, 24:00, 翌2:00, or with its day when it is further away. */
function endText(lang: Lang, until: Date, now: Date): string {
  const [day, today] = [tokyoDay(until), tokyoDay(now)];
  if (day === today) return clockOf(until);
  if (day === addDays(today, 1))
    return clockOf(until) === '0:00' ? '24:00' : words[lang].nextDay(clockOf(until));
  return words[lang].at(dayText(lang, day), clockOf(until));
}
