/** Dates of the field, pure. Moments are `Date` (UTC inside); days are `YYYY-MM-DD` in Asia/Tokyo, which has no summer time. */
import type { Lang } from './i18n.ts';

const tokyoOffsetMs = 9 * 60 * 60 * 1000;

/** The day it is in Tokyo, `YYYY-MM-DD`. */
export function tokyoDay(moment: Date): string {
  return new Date(moment.getTime() + tokyoOffsetMs).toISOString().slice(0, 10);
}

/** `YYYY-MM-DD HH:MM` in Tokyo. */
export function tokyoMinute(moment: Date): string {
  return new Date(moment.getTime() + tokyoOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

/** The moment a Tokyo day ends (exclusive): a deadline "on" a day is met until then. */
export function endOfTokyoDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000 - tokyoOffsetMs);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Japanese fiscal year, 1 April to 31 March: 2025-03-31 → 2024. */
export function fiscalYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 4 ? year : year - 1;
}

/** The twelve months of a fiscal year, `YYYY-MM`, April first. */
export function monthsOfFiscalYear(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 3) % 12) + 1;
    return `${index < 9 ? year : year + 1}-${String(month).padStart(2, '0')}`;
  });
}

const eras = [
  { ja: '令和', en: 'Reiwa', letter: 'R', from: '2019-05-01', first: 2019 },
  { ja: '平成', en: 'Heisei', letter: 'H', from: '1989-01-08', first: 1989 },
  { ja: '昭和', en: 'Showa', letter: 'S', from: '1926-12-25', first: 1926 },
] as const;

/** 2024 → 令和6年度 / FY2024. The era of a fiscal year is that of its 1 April (2019 is said 令和元年度 as offices do). */
export function fiscalYearName(lang: Lang, year: number): string {
  if (lang === 'en') return `FY${year}`;
  const era = eras.find((candidate) => year >= candidate.first) ?? eras[2];
  const count = year - era.first + 1;
  return `${era.ja}${count === 1 ? '元' : count}年度`;
}

/** 2024 → R6 */
export function fiscalYearShort(year: number): string {
  const era = eras.find((candidate) => year >= candidate.first) ?? eras[2];
  return `${era.letter}${year - era.first + 1}`;
}

/** 2025-07-31 → 令和7年7月31日 / 31 July 2025 */
export function dayName(lang: Lang, day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (lang === 'en') {
    return `${date} ${new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))} ${year}`;
  }
  const era = eras.find((candidate) => day >= candidate.from) ?? eras[2];
  const count = year - era.first + 1;
  return `${era.ja}${count === 1 ? '元' : count}年${month}月${date}日`;
}

/** 2024-04 → 4月 / Apr */
export function monthName(lang: Lang, month: string): string {
  const number = Number(month.slice(5, 7));
  if (lang === 'ja') return `${number}月`;
  return new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
