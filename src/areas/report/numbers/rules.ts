import type { Lang } from '#platform/i18n.ts';
import { exceptions } from './exceptions/rules.ts';

/** A number in a text that says how many: it has to be a figure, or somebody has to say why it is none. */
export interface FoundNumber {
  /** Where it stands in the text. */
  readonly at: number;
  /** As typed, without its unit. */
  readonly text: string;
  readonly value: number;
  /** As typed behind it; empty where no known unit follows. */
  readonly unit: string;
  readonly sentence: string;
  /** Which number of its sentence, from 0. */
  readonly nth: number;
}

export interface Known {
  readonly lang: Lang;
  /** Units of the year's vocabulary, and names that have numbers in them (programs, desks). */
  readonly units: readonly string[];
  readonly names: readonly string[];
}

/** What people count by when they write a number in words: 三百人, 二割. Behind other words a 漢数字 is no number. */
const counters = [
  '人',
  '名',
  '件',
  '回',
  '団体',
  '校',
  '世帯',
  '割',
  '倍',
  'パーセント',
  '％',
  '%',
  '円',
  'つ',
  '組',
  '台',
  '冊',
  'か所',
  'カ所',
  'ヶ所',
  'ヵ所',
  'ケ所',
  '箇所',
  '日間',
  'か月',
  'ヶ月',
  'カ月',
  '週間',
  '時間',
  '年間',
  '社',
  '店',
];
const places = ['か所', 'カ所', 'ヶ所', 'ヵ所', 'ケ所', '箇所'];

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const inDigits = new RegExp(`${digits}\\s?[兆億万千百]*(?:\\s?${digits}\\s?[兆億万千百]+)*`, 'g');
const inWords = /[〇一二三四五六七八九十百千万億]+/g;

/** Every number of a text that says how many, in order. */
export function numbersIn(text: string, known: Known): readonly FoundNumber[] {
  const folded = fold(text);
  const excepted = spansOf(folded, known);
  const units = [...new Set([...known.units.map(fold), ...counters])].filter(Boolean).sort(longestFirst);
  const isFree = (at: number, length: number) =>
    !excepted.some(({ from, to }) => from < at + length && to > at);
  const found = tokensOf(folded, units)
    .filter(({ at, text: token }) => isFree(at, token.length) && !isPartOfName(folded, at, token, units))
    .sort((a, b) => a.at - b.at);
  const perSentence = new Map<number, number>();
  return found.map(({ at, text: token }) => {
    const { from, sentence } = sentenceAt(text, at);
    const nth = perSentence.get(from) ?? 0;
    perSentence.set(from, nth + 1);
    const unit = unitAfter(folded, at + token.length, units);
    return { at, text: text.slice(at, at + token.length), value: valueOf(token), unit, sentence, nth };
  });
}

/** 10か所 is 10箇所, 50% is 50％, 3 Cases are 3 cases. */
export function isSameUnit(a: string, b: string): boolean {
  const plain = (unit: string) =>
    places.includes(unit) ? 'か所' : fold(unit).replace('パーセント', '%').toLowerCase();
  return plain(a) === plain(b);
}

/** Names of numbers are left out of the search, by as many blanks. */
export const notation = /\{(f[0-9a-hjkmnp-tv-z]{11})\}/g;

/** One character for one: what is found in the folded text stands at the same place in the typed one. */
function fold(text: string): string {
  return text
    .replace(notation, (name) => '\u0001'.repeat(name.length))
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/，(?=\d{3})/g, ',')
    .replace(/．(?=\d)/g, '.')
    .replaceAll('％', '%');
}

function tokensOf(folded: string, units: readonly string[]) {
  const typed = [...folded.matchAll(inDigits)].map((match) => ({
    at: match.index,
    text: match[0].trimEnd(),
  }));
  const spelt = [...folded.matchAll(inWords)]
    .map((match) => ({ at: match.index, text: match[0] }))
    .filter(({ at, text }) => {
      const before = folded.slice(0, at);
      // 数十人 and 何人 say that nobody counted; behind a digit it was taken with it.
      return !/[数何幾\d]\s?$/.test(before) && unitAfter(folded, at + text.length, units) !== '';
    });
  return [...typed, ...spelt];
}

/** 5G, COVID-19, A4: unless a unit follows, LINE873件 is a number. */
function isPartOfName(folded: string, at: number, token: string, units: readonly string[]): boolean {
  if (unitAfter(folded, at + token.length, units) !== '') return false;
  return /[A-Za-z][-‐]?$/.test(folded.slice(0, at)) || /^[A-Z]/.test(folded.slice(at + token.length));
}

function unitAfter(folded: string, end: number, units: readonly string[]): string {
  const rest = folded.slice(end, end + 24).replace(/^\s/, '');
  return units.find((unit) => rest.toLowerCase().startsWith(unit.toLowerCase())) ?? '';
}

function spansOf(folded: string, { lang, names }: Known): readonly { from: number; to: number }[] {
  const patterns = exceptions[lang].map(({ pattern }) => pattern);
  const named = names.map(fold).filter((name) => /[\d〇一二三四五六七八九十百千]/.test(name));
  return [
    ...patterns.flatMap((pattern) => [...folded.matchAll(pattern)]),
    ...named.flatMap((name) => [...folded.matchAll(new RegExp(escaped(name), 'g'))]),
  ].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** The sentence around a place, without the blanks at its ends. */
function sentenceAt(text: string, at: number): { from: number; sentence: string } {
  const ends = [...text.matchAll(/[。！？!?\n]+|\.(?=\s)/g)].map((match) => match.index + match[0].length);
  const from = ends.filter((end) => end <= at).at(-1) ?? 0;
  const to = ends.find((end) => end > at) ?? text.length;
  return { from, sentence: text.slice(from, to).trim() };
}

const figuresInWords = '〇一二三四五六七八九';
const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const groups: Readonly<Record<string, number>> = { 万: 10_000, 億: 100_000_000, 兆: 1_000_000_000_000 };

/** 17億1,097万 → 1,710,970,000; 三百二十 → 320; 二〇二四 → 2024. */
export function valueOf(token: string): number {
  let total = 0;
  let group = 0;
  let current: number | undefined;
  for (const part of token.replace(/[,\s]/g, '').match(/[\d.]+|./g) ?? []) {
    if (/[\d.]/.test(part)) current = Number(part);
    else if (figuresInWords.includes(part)) current = (current ?? 0) * 10 + figuresInWords.indexOf(part);
    else if (steps[part]) {
      group += (current ?? 1) * steps[part];
      current = undefined;
    } else if (groups[part]) {
      total += (group + (current ?? (group === 0 ? 1 : 0))) * groups[part];
      group = 0;
      current = undefined;
    }
  }
  return Math.round((total + group + (current ?? 0)) * 10_000) / 10_000;
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length;
}
