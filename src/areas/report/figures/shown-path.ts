import { fiscalYearName, monthName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { shownWords } from '../disclosure/shown-words.ts';
import { reportPaths } from '../paths.ts';
import { words } from './chain-words.ts';
import type { FigureMeaning } from './path.ts';
import type { ShownPath } from './read-path.ts';

/** Why there is no number. */
export function blankIn({ lang }: View, { withheld }: { readonly withheld?: true | undefined }): string {
  return withheld ? shownWords[lang].withheld : words[lang].notReported;
}

/** 1,398件, or why it is not told. */
export function valueIn(
  view: View,
  path: Pick<FigureMeaning, 'unit' | 'withheld'>,
  value: number | null,
): string {
  if (value === null) return blankIn(view, path);
  const { lang } = view;
  const name = contentIn(lang, path.unit);
  return `${formatNumber(lang, value)}${lang === 'en' && name !== '%' ? ' ' : ''}${name}`;
}

export function pathTitle({ lang }: View, { label, period, fiscalYear }: FigureMeaning): string {
  const when = period.length === 4 ? fiscalYearName(lang, fiscalYear) : monthInYear(lang, period);
  const name = contentIn(lang, label);
  return lang === 'ja' ? `${name}（${when}）` : `${name} (${when})`;
}

function monthInYear(lang: View['lang'], period: string): string {
  const year = Number(period.slice(0, 4));
  const month = monthName(lang, period);
  return lang === 'ja' ? `${year}年${month}` : `${month} ${year}`;
}

export function editionName(
  { lang }: View,
  { kind, fiscalYear }: Pick<ShownPath, 'kind' | 'fiscalYear'>,
): string {
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
