import type { Lang } from '#platform/i18n.ts';
import { languageTerms } from '../taxonomy/terms.ts';
import { groupsOf, type RuleGroup, runsOf } from './groups.ts';
import type { Closure, Hours, HoursException, Interval } from './hours.ts';
import { channelWords, sentenceWords } from './sentence-words.ts';
import { datedText, timeText } from './text.ts';

/** Hours as plain sentences. What was over before `from` (a day) is left out. */
export function hoursSentences(lang: Lang, hours: Hours, from?: string): readonly string[] {
  const t = sentenceWords[lang];
  const note = (lang === 'en' && hours.note?.en) || hours.note?.ja;
  const noted = note ? [note] : [];
  if (hours.alwaysOpen) return [t.always, ...noted];
  return [
    ...groupsOf(hours.rules, from).map((group) => groupText(lang, group)),
    ...holidaySentence(lang, hours),
    ...closureSentence(lang, hours.closures, from),
    ...hours.exceptions.filter(({ date }) => !from || date >= from).map((each) => exceptionText(lang, each)),
    ...noted,
  ];
}

/** The same as one text. */
export function hoursText(lang: Lang, hours: Hours, from?: string): string {
  const sentences = hoursSentences(lang, hours, from).map((sentence) => sentence.replace(/[。.]$/, ''));
  if (sentences.length === 0) return '';
  return lang === 'ja' ? `${sentences.join('。')}。` : `${sentences.join('. ')}.`;
}

/** 9:00〜12:00、13:00〜17:15（受付は17:00まで） */
export function intervalsText(lang: Lang, intervals: readonly Interval[]): string {
  const t = sentenceWords[lang];
  return intervals
    .map(({ opens, closes, lastEntry }) => {
      const end =
        closes > opens ? timeText(closes) : closes === '00:00' ? '24:00' : t.nextDay(timeText(closes));
      const span = t.span(timeText(opens), end);
      return lastEntry ? t.withLastEntry(span, timeText(lastEntry)) : span;
    })
    .join(t.and);
}

function groupText(lang: Lang, group: RuleGroup): string {
  const t = sentenceWords[lang];
  const term = languageTerms.find(({ code }) => code === group.lang);
  const about = [group.channel && channelWords[lang][group.channel], term?.name[lang]]
    .filter(Boolean)
    .join(t.and);
  const said = t.daysAndTimes(daysText(lang, group), intervalsText(lang, group.intervals));
  const valid = validText(lang, group);
  return `${about ? t.about(about) : ''}${valid}${said}`;
}

function daysText(lang: Lang, { days, nth, interval }: RuleGroup): string {
  const t = sentenceWords[lang];
  const names =
    days.length === 7 && !nth
      ? t.everyDay
      : runsOf(days)
          .map((run) => runText(lang, run))
          .join(t.dot);
  if (nth)
    return t.nthDays(
      nth.map((each) => t.nth[String(each) as '1'] ?? String(each)),
      names,
    );
  return interval ? t.everyWeeks(interval, names) : names;
}

function runText(lang: Lang, run: readonly number[]): string {
  const t = sentenceWords[lang];
  const [first, last] = [t.weekdays[(run[0] ?? 1) - 1] ?? '', t.weekdays[(run.at(-1) ?? 1) - 1] ?? ''];
  return run.length > 1 ? t.run(first, last) : first;
}

function validText(lang: Lang, { validFrom, validTo, interval }: RuleGroup): string {
  const t = sentenceWords[lang];
  if (validTo) return t.between(validFrom ? datedText(lang, validFrom) : '', datedText(lang, validTo));
  return validFrom && !interval ? t.since(datedText(lang, validFrom)) : '';
}

function holidaySentence(lang: Lang, { publicHolidays, rules }: Hours): readonly string[] {
  const t = sentenceWords[lang];
  if (rules.length === 0 && typeof publicHolidays === 'string') return [];
  if (publicHolidays === 'closed') return [t.closedOn(t.holidays)];
  if (publicHolidays === 'same') return [t.holidaysToo];
  return publicHolidays.length === 0
    ? [t.closedOn(t.holidays)]
    : [t.daysAndTimes(t.onHolidays, intervalsText(lang, publicHolidays))];
}

function closureSentence(lang: Lang, closures: readonly Closure[], from?: string): readonly string[] {
  const t = sentenceWords[lang];
  const coming = closures.filter(({ to }) => to.length === 5 || !from || to >= from);
  return coming.length === 0 ? [] : [t.closedOn(coming.map((each) => closureText(lang, each)).join(t.and))];
}

/** 12月29日〜1月3日（年末年始） */
export function closureText(lang: Lang, { from, to, label }: Closure): string {
  const t = sentenceWords[lang];
  const span = from === to ? datedText(lang, from) : t.span(datedText(lang, from), datedText(lang, to));
  return label ? t.labelled(span, label) : span;
}

function exceptionText(lang: Lang, { date, intervals, label }: HoursException): string {
  const t = sentenceWords[lang];
  const day = label ? t.labelled(datedText(lang, date), label) : datedText(lang, date);
  return intervals.length === 0
    ? t.closedOn(day)
    : t.daysAndTimes(t.only(day), intervalsText(lang, intervals));
}
