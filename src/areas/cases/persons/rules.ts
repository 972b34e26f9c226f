import { ok, type Result, refuse } from '#platform/result.ts';

/** What is known of a person; every field may be empty, a name is never demanded. */
export interface Identity {
  /** As the person writes it, rare letters and all. */
  readonly name: string;
  readonly kana: string;
  /** What they want to be called. */
  readonly nickname: string;
  /** As told: the codes of the consultation record, or ''. */
  readonly sex: string;
  /** YYYY-MM-DD, or ''. */
  readonly birth: string;
  readonly phone: string;
  readonly email: string;
}

export interface Place {
  readonly postalCode: string;
  readonly address: string;
}

/** Of a protected person: shown to nobody by default. */
export interface SecretPlace extends Place {
  readonly workplace: string;
}

export const noIdentity: Identity = {
  name: '',
  kana: '',
  nickname: '',
  sex: '',
  birth: '',
  phone: '',
  email: '',
};

export const noPlace: Place = { postalCode: '', address: '' };

/** Letters of names that are written in more than one way; the left is what is looked up. */
const sameLetters: readonly (readonly [string, string])[] = [
  ['高', '髙'],
  ['崎', '﨑碕嵜'],
  ['吉', '𠮷'],
  ['辺', '邊邉'],
  ['斎', '齋斉齊'],
  ['沢', '澤'],
  ['浜', '濱濵'],
  ['広', '廣'],
  ['桜', '櫻'],
  ['島', '嶋嶌'],
  ['国', '國'],
  ['竜', '龍'],
  ['恵', '惠'],
  ['徳', '德'],
  ['栄', '榮'],
  ['富', '冨'],
];
const oneLetter = new Map(
  sameLetters.flatMap(([one, others]) => [...others].map((other) => [other, one] as const)),
);

/**
 * A name as it is looked up: one width, no blanks, variation selectors dropped, letters that are written in more than one way
 * as one. Never stored as such, only as a blind index; shown is always what was typed.
 */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')
    .replace(/[\s・.,'’‐-]/g, '')
    .toLowerCase();
  return [...plain].map((letter) => oneLetter.get(letter) ?? letter).join('');
}

/** A reading as it is looked up: hiragana without blanks. */
export function foldKana(kana: string): string {
  return foldName(kana).replace(/[\u30a1-\u30f6]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0x60),
  );
}

export function foldPhone(phone: string): string {
  return phone
    .normalize('NFKC')
    .replace(/[^\d+]/g, '')
    .replace(/^\+81/, '0');
}

/** First days of the eras: an era's year 1 begins on its day. Source: the cabinet orders that named them. */
const eras = [
  { letter: 'R', name: '令和', from: '2019-05-01' },
  { letter: 'H', name: '平成', from: '1989-01-08' },
  { letter: 'S', name: '昭和', from: '1926-12-25' },
  { letter: 'T', name: '大正', from: '1912-07-30' },
  { letter: 'M', name: '明治', from: '1868-10-23' },
] as const;

export type DayRefusal = 'day-unreadable' | 'day-unreal' | 'day-not-of-era';

/** 昭和55年3月4日, S55.3.4, 令和元年5月1日, 1980年3月4日, 1980-03-04 → 1980-03-04. */
export function readDay(typed: string): Result<string, DayRefusal> {
  const text = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const read = /^(令和|平成|昭和|大正|明治|[RHSTM])?(元|\d{1,4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(
    text,
  );
  if (!read) return refuse('day-unreadable');
  const [, named, yearText = '', month = '', date = ''] = read;
  const era = eras.find(({ letter, name }) => letter === named || name === named);
  const year = yearText === '元' ? 1 : Number(yearText);
  const full = era ? Number(era.from.slice(0, 4)) + year - 1 : year;
  const day = `${String(full).padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (full < 1868 || !isReal(day)) return refuse('day-unreal');
  if (era && eraOf(day) !== era) return refuse('day-not-of-era');
  return ok(day);
}

function isReal(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

function eraOf(day: string): (typeof eras)[number] | undefined {
  return eras.find(({ from }) => from <= day);
}

/** 1980-03-04 → 昭和55年3月4日; the first year of an era is 元年. */
export function eraDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const era = eraOf(day);
  if (!era) return `${Number(year)}年${Number(month)}月${Number(date)}日`;
  const count = Number(year) - Number(era.from.slice(0, 4)) + 1;
  return `${era.name}${count === 1 ? '元' : count}年${Number(month)}月${Number(date)}日`;
}

/** Full years on a day. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The age band of the consultation record. */
export function ageBandOf(age: number): string {
  if (age < 18) return 'under-18';
  if (age < 30) return '18-29';
  if (age < 40) return '30-39';
  if (age < 50) return '40-49';
  if (age < 60) return '50-59';
  if (age < 65) return '60-64';
  return age < 75 ? '65-74' : 'over-75';
}
