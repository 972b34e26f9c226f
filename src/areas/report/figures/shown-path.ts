import { fiscalYearName, monthName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { shownWords } from '../disclosure/shown-words.ts';
import { reportPaths } from '../paths.ts';
import { words } from './chain-words.ts';
import type { FigurePath } from './path.ts';
import type { ShownPath } from './read-path.ts';

/** 1,398件, or that it is withheld. */
export function valueIn({ lang }: View, { unit }: FigurePath, value: number | null): string {
  if (value === null) return shownWords[lang].withheld;
  const name = contentIn(lang, unit);
  return `${formatNumber(lang, value)}${lang === 'en' && name !== '%' ? ' ' : ''}${name}`;
}

export function pathTitle({ lang }: View, { label, period, fiscalYear }: FigurePath): string {
  const when = period.length === 4 ? fiscalYearName(lang, fiscalYear) : monthInYear(lang, period);
  const name = contentIn(lang, label);
  return lang === 'ja' ? `${name}（${when}）` : `${name} (${when})`;
}

function monthInYear(lang: View['lang'], period: string): string {
  const year = Number(period.slice(0, 4));
  const month = monthName(lang, period);
  return lang === 'ja' ? `${year}年${month}` : `${month} ${year}`;
}

export function editionName({ lang }: View, { kind, fiscalYear }: ShownPath): string {
  const year = fiscalYearName(lang, fiscalYear);
  return kind === 'results' ? words[lang].results(year) : words[lang].plan(year);
}

/** The page that prints it: of the edition itself, which stays where it is. */
export function yearUrl({ kind, fiscalYear, number, path }: ShownPath): string {
  const params = { year: String(fiscalYear), number: String(number) };
  if (kind === 'plan') return reportPaths.planEdition.to(params);
  if (path.subject.of === 'state') return reportPaths.editionStates.to(params);
  return path.program
    ? reportPaths.editionProgram.to({ ...params, slug: path.program.slug })
    : reportPaths.edition.to(params);
}
