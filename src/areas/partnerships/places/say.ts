import { dayName } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import { endOf, minutesOf, type Session, type Span, timeOf } from './rules.ts';
import { words } from './words.ts';

const weekdays: Record<Lang, readonly string[]> = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** 令和8年6月6日（土） */
export function dayText(lang: Lang, day: string): string {
  const weekday = weekdays[lang][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return lang === 'ja' ? `${dayName(lang, day)}（${weekday}）` : `${weekday} ${dayName(lang, day)}`;
}

/** 13:00–15:00, 18:00–翌02:00 */
export function spanText(lang: Lang, span: Span): string {
  const end = endOf(span);
  const closes = end > 1440 ? `${words[lang].nextDay}${timeOf(end - 1440)}` : span.closes;
  return words[lang].fromTo(span.opens, closes);
}

export function sessionText(lang: Lang, session: Session): string {
  return [dayText(lang, session.day), spanText(lang, session), session.title].filter(Boolean).join(' ');
}

/** Those that are not over. */
export function ahead(
  sessions: readonly Session[],
  { day, minute }: { day: string; minute: string },
): readonly Session[] {
  return sessions.filter(
    (session) => session.day > day || (session.day === day && endOf(session) > minutesOf(minute)),
  );
}

/** 13:00 as addresses bear it, 1300. */
export const inAddress = (slot: string) => slot.replace(':', '');
export const fromAddress = (slot: string) => `${slot.slice(0, 2)}:${slot.slice(2)}`;
