import type { Tx } from '#platform/database/database.ts';
import { dayName, fiscalYearName } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import { listMunicipalities, type Municipality, placeName, worryTerms } from '#areas/directory/index.ts';
import { type Cell, type CellCounts, type Period, sources } from './rules.ts';
import { saidCount, words } from './words.ts';

export function namePlace(lang: Lang, place: string | undefined, all: readonly Municipality[]): string {
  const t = words[lang];
  if (place === undefined) return t.allPlaces;
  return place === '' ? t.unknownPlace : placeName(lang, place, all);
}

export function nameWorry(lang: Lang, worry: string | undefined): string {
  const t = words[lang];
  if (worry === undefined) return t.allWorries;
  if (worry === '') return t.unknownWorry;
  return worryTerms.find(({ code }) => code === worry)?.name[lang] ?? worry;
}

export function namePeriod(lang: Lang, { key, from, to }: Period): string {
  if (key !== 'recent') return fiscalYearName(lang, Number(key));
  return `${words[lang].recent}（${nameMonth(lang, from)}–${nameMonth(lang, to)}）`;
}

/** 2024-04 → 令和6年4月 / April 2024 */
export function nameMonth(lang: Lang, month: string): string {
  return dayName(lang, `${month}-01`).replace(/1日$|^1 /, '');
}

interface Facts {
  readonly place: string;
  readonly worry: string;
  readonly lines: readonly { readonly term: string; readonly value: string }[];
  /** As a problem has them, line by line. */
  readonly text: string;
}

/** What a problem says of its cell: where, what, when, and the numbers as they are told. */
export async function factsOf(
  tx: Tx,
  { lang, cell, period, counts }: { lang: Lang; cell: Cell; period: Period; counts: CellCounts },
): Promise<Facts> {
  const t = words[lang];
  const place = namePlace(lang, cell.place, await listMunicipalities(tx));
  const worry = nameWorry(lang, cell.worry);
  const lines = [
    { term: t.place, value: place },
    { term: t.worry, value: worry },
    { term: t.period, value: namePeriod(lang, period) },
    ...sources.map((source) => ({ term: t.sources[source], value: saidCount(t, counts.bySource[source]) })),
    { term: t.all, value: saidCount(t, counts.all) },
  ];
  const text = [t.factsHead, ...lines.map(({ term, value }) => `${term}：${value}`)].join('\n');
  return { place, worry, lines, text };
}
