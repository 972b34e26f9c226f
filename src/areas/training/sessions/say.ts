import { dayName, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';

/** 令和7年12月6日 13:00〜16:00; over several days with both. */
export function sayWhen(lang: Lang, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string {
  const at = (moment: Date) => tokyoMinute(moment).slice(11);
  const [from, until] = [tokyoDay(startsAt), tokyoDay(endsAt)];
  const last = from === until ? at(endsAt) : `${dayName(lang, until)} ${at(endsAt)}`;
  return `${dayName(lang, from)} ${at(startsAt)}${lang === 'ja' ? '〜' : ' – '}${last}`;
}
