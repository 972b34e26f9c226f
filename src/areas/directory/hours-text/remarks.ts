import type { Closure, HoursException, HoursRule, Interval } from '../hours/hours.ts';
import { type DaySet, foldHours, readDays } from './days.ts';
import { readIntervals, readTime } from './times.ts';

/** What remarks say, piece by piece; what is not understood stays as it was typed. */
export interface ReadRemarks {
  readonly publicHolidays?: 'closed' | 'same' | readonly Interval[];
  readonly alwaysOpen?: true;
  readonly closures: readonly Closure[];
  readonly exceptions: readonly HoursException[];
  /** Further hours: 土10:00-12:00. */
  readonly rules: readonly HoursRule[];
  /** Days that the rules do not hold for after all: 第3月曜休館. */
  readonly without: readonly DaySet[];
  /** Breaks in the middle of the day: 12:00-13:00を除く. */
  readonly breaks: readonly Interval[];
  readonly lastEntry?: string;
  readonly rest: readonly string[];
}

const closed =
  /(は|を|も)?(お?休み?|休館日?|休業日?|休所日?|定休日?|閉館日?|閉所|除く|除き|不可|なし)(です|ます)?$/;
const open = /(も|は)?(利用可能?|開館|開所|営業|対応|受付|可|実施)(です|ます)?$/;
const holidays = /^(国民の)?(祝日?|祝祭日)$/;
const yearEnd: Closure = { from: '12-29', to: '01-03', label: '年末年始' };

/** 「祝日・年末年始休み。土10:00-12:00」: pieces end at 。;、 and line breaks. */
export function readRemarks(text: string): ReadRemarks {
  const found = {
    closures: [] as Closure[],
    exceptions: [] as HoursException[],
    rules: [] as HoursRule[],
    without: [] as DaySet[],
    breaks: [] as Interval[],
    rest: [] as string[],
  };
  let whole: Partial<Pick<ReadRemarks, 'publicHolidays' | 'alwaysOpen' | 'lastEntry'>> = {};
  for (const typed of piecesOf(text)) {
    const piece = readPiece(foldHours(typed));
    if (!piece) {
      found.rest.push(typed.trim());
      continue;
    }
    const { closures = [], exceptions = [], rules = [], without = [], breaks = [], ...said } = piece;
    found.closures.push(...closures);
    found.exceptions.push(...exceptions);
    found.rules.push(...rules);
    found.without.push(...without);
    found.breaks.push(...breaks);
    whole = { ...whole, ...said };
  }
  return { ...found, ...whole };
}

/** At 。;、 and line breaks, but not inside brackets, and not at a 、 between things that are closed together. */
function piecesOf(text: string): readonly string[] {
  const pieces = text.split(/[。;；\n]+/).filter((piece) => piece.trim() !== '');
  return pieces.flatMap((piece) => {
    if (readPiece(foldHours(piece))) return [piece];
    const parts = piece.split(/[、,，](?![^(（]*[)）])/);
    return parts.some((part) => readPiece(foldHours(part))) ? parts : [piece];
  });
}

type Piece = Partial<Omit<ReadRemarks, 'rest'>>;

function readPiece(folded: string): Piece | undefined {
  const text = folded.replace(/^※/, '').replace(/^\((.*)\)$/, '$1');
  if (/^(24時間(対応|受付|利用可能?)?|24時間(365日|年中無休))$/.test(text)) return { alwaysOpen: true };
  if (closed.test(text)) return readClosed(text.replace(closed, ''));
  return readLastEntry(text) ?? readHolidayHours(text) ?? readDated(text) ?? readFurther(text);
}

/** 「祝日・年末年始(12/29-1/3)・第3月曜」 before 休み: each thing has to be understood. */
function readClosed(text: string): Piece | undefined {
  const breaks = readIntervals(text.replace(/^(昼休み|昼休憩|昼)/, ''));
  if (breaks) return { breaks };
  const piece = { closures: [] as Closure[], without: [] as DaySet[], exceptions: [] as HoursException[] };
  let publicHolidays: 'closed' | undefined;
  for (const thing of text
    .split(/[・,、と及び]+(?=第|[^・,、]*[祝年末\d]|[土日月火水木金])|(?<=土日)(?=祝)/)
    .filter(Boolean)) {
    const dated = closureOf(thing);
    const days = readDays(
      thing.replace(/日$/, (end) => (thing.length > 1 && !/[曜土]日$/.test(thing) ? '' : end)),
    );
    if (holidays.test(thing)) publicHolidays = 'closed';
    else if (dated && 'date' in dated) piece.exceptions.push(dated);
    else if (dated) piece.closures.push(dated);
    else if (days) {
      piece.without.push(...days.sets);
      if (days.holidays) publicHolidays = 'closed';
    } else return undefined;
  }
  return publicHolidays ? { ...piece, publicHolidays } : piece;
}

const date = String.raw`(?:(\d{4})[/年-])?(\d{1,2})[/月](\d{1,2})日?`;
const dateSpan = new RegExp(`^(.*?)\\(?${date}(?:-(?:${date}|(\\d{1,2})日?))?\\)?$`);

/** 「年末年始」「お盆(8/13-8/16)」「12月29日から1月3日」「2026/8/10」 */
function closureOf(text: string): Closure | HoursException | undefined {
  if (/^(年末年始|年末・?年始)$/.test(text)) return yearEnd;
  const match = dateSpan.exec(text);
  if (!match) return undefined;
  const [, label = '', year, month, day, untilYear, untilMonth, untilDay, sameMonthDay] = match;
  if (/\d/.test(label)) return undefined;
  const from = dayText(month, day);
  const to = sameMonthDay ? dayText(month, sameMonthDay) : untilMonth ? dayText(untilMonth, untilDay) : from;
  if (!from || !to) return undefined;
  const labelled = label ? { label } : {};
  if (!year) return { from, to, ...labelled };
  if (from === to) return { date: `${year}-${from}`, intervals: [], ...labelled };
  const endYear = untilYear ?? (to < from ? String(Number(year) + 1) : year);
  return { from: `${year}-${from}`, to: `${endYear}-${to}`, ...labelled };
}

function dayText(month: string | undefined, day: string | undefined): string | undefined {
  const [m, d] = [Number(month), Number(day)];
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31)) return undefined;
  return `${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** 「受付は16:30まで」「最終受付16:30」 */
function readLastEntry(text: string): Piece | undefined {
  const [, time] = /^(?:最終)?(?:受付|入場|入館)(?:時間)?は?(.+?)(?:まで)?$/.exec(text) ?? [];
  const lastEntry = time === undefined || /-/.test(time) ? undefined : readTime(time);
  return lastEntry ? { lastEntry } : undefined;
}

/** 「祝日も利用可」「祝日10:00-15:00」 */
function readHolidayHours(text: string): Piece | undefined {
  const said = /^(?:国民の)?(?:祝祭日|祝日|祝)(.*)$/.exec(text)?.[1];
  if (said === undefined) return undefined;
  if (open.test(said) && said.replace(open, '') === '') return { publicHolidays: 'same' };
  const intervals = readIntervals(said.replace(/^(は|も)/, ''));
  return intervals ? { publicHolidays: intervals } : undefined;
}

/** 「2026/12/5 10:00-15:00」: on one day only. */
function readDated(text: string): Piece | undefined {
  const [, year, month, day, times = ''] =
    /^(\d{4})[/年-](\d{1,2})[/月-](\d{1,2})日?は?(.+)$/.exec(text) ?? [];
  const on = dayText(month, day);
  const intervals = readIntervals(times);
  return year && on && intervals ? { exceptions: [{ date: `${year}-${on}`, intervals }] } : undefined;
}

/** 「土曜は10:00-12:00」「第2・第4日10:00-15:00」 */
function readFurther(text: string): Piece | undefined {
  const at = text.search(/(?:午前|午後)?\d{1,2}[:時]/);
  const [dayText, times] = [text.slice(0, Math.max(at, 0)), text.slice(at)];
  const days = dayText ? readDays(dayText.replace(/(は|のみ|だけ|:)$/, '')) : undefined;
  const lastEntry = /\(受付(.+?)まで\)/.exec(times)?.[1];
  const intervals = readIntervals(times.replace(/\(受付.+?まで\)/g, ''));
  if (!days || days.sets.length === 0 || !intervals) return undefined;
  const entry = lastEntry ? readTime(lastEntry) : undefined;
  return {
    rules: days.sets.flatMap((set) =>
      intervals.map((interval) => ({ ...set, ...interval, ...(entry ? { lastEntry: entry } : {}) })),
    ),
  };
}
