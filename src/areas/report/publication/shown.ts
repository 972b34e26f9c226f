import { fiscalYearName, monthName } from '#platform/dates.ts';
import { contentIn, formatNumber, type Lang } from '#platform/i18n.ts';
import type { Tone } from '#ui/content.tsx';
import type { MeasureContent, ProgramContent, Rating } from '../editions/content.ts';
import type { Correction, Target } from '../errata/rules.ts';
import { words as errataWords } from '../errata/words.ts';
import { words } from './words.ts';

/** An edition as its pages carry it; a draft has no day. */
export interface ShownEdition {
  readonly fiscalYear: number;
  readonly number: number;
  readonly publishedOn: string | null;
  readonly contentHash: string;
}

/** Where the parts of an edition are read: the public pages of the newest or an older one, or a preview. */
export interface EditionLinks {
  readonly overview: string;
  readonly program: (slug: string) => string;
  readonly picture: (fileId: string) => string;
  /** A measure over the years; a preview has none. */
  readonly figure?: (thread: string) => string;
  /** Where a number (`figures/named.ts`) comes from; a preview has none. */
  readonly path?: (figureId: string) => string;
  /** How people stood before and after; a preview shows it on the year's own page. */
  readonly states?: string;
  /** The program year by year; a preview has none. */
  readonly story?: (thread: string) => string;
  readonly csv?: string;
  /** The whole on one page; editions published before there were documents have none. */
  readonly document?: string;
}

/** The scale's best in green, its worst in red; a mark and the word say it as well. */
export function toneOf({ level }: Rating): Tone {
  return (['good', 'info', 'warn', 'bad'] as const)[Math.min(Math.max(level, 1), 4) - 1] ?? 'neutral';
}

/** 1,398件 / 1,398 cases; 58.7％ / 58.7% */
export function valueWithUnit(lang: Lang, value: number, unit: string): string {
  const blank = lang === 'en' && unit !== '%' ? ' ' : '';
  return `${formatNumber(lang, value)}${blank}${unit}`;
}

/** «受講者（延べ）»: how people were counted is said unless the label says it already. */
export function labelWithCounting(lang: Lang, label: string, { counting }: MeasureContent): string {
  if (!counting) return label;
  const said = words[lang].counting[counting];
  if (label.includes(said) || /延べ|実人/.test(label)) return label;
  return lang === 'ja' ? `${label}（${said}）` : `${label} (${said})`;
}

/** How this year stands against last year, in one sentence; a rate moves by points. */
export function changeInWords(
  lang: Lang,
  { value, previousValue, kind }: Pick<MeasureContent, 'value' | 'previousValue' | 'kind'>,
  unit: string,
): string {
  if (value === null || previousValue === null) return '';
  const text = words[lang];
  const difference = Math.round((value - previousValue) * 10_000) / 10_000;
  if (difference === 0) return text.same;
  const amount = Math.abs(difference);
  const said = kind === 'rate' ? text.points(formatNumber(lang, amount)) : valueWithUnit(lang, amount, unit);
  const sentence = difference > 0 ? text.more : text.less;
  return sentence(said, kind === 'rate' ? '' : rateOf(lang, difference, previousValue));
}

function rateOf(lang: Lang, difference: number, before: number): string {
  if (before <= 0) return '';
  const percent = Math.round((difference / before) * 1000) / 10;
  return words[lang].rate(
    `${percent > 0 ? '+' : '−'}${new Intl.NumberFormat(lang, { minimumFractionDigits: 1 }).format(Math.abs(percent))}`,
  );
}

/** An erratum with the name of what it corrects. */
export interface ErratumLine extends Correction {
  readonly slug: string;
  readonly what: string;
}

export function erratumLine(lang: Lang, program: ProgramContent, correction: Correction): ErratumLine {
  const name = contentIn(lang, program.name);
  return {
    ...correction,
    slug: program.slug,
    what: `${name} ${targetName(lang, program, correction.target)}`,
  };
}

/** 電話相談（4月）, 事業評価: the figure or text as a reader knows it. */
export function targetName(lang: Lang, program: ProgramContent, target: Target): string {
  if (target.kind === 'text') return errataWords[lang].fieldNames[target.field];
  const measure = program.measures.find(({ id }) => id === target.measureId);
  if (!measure) return words[lang].erratumFigure;
  const label = labelWithCounting(lang, contentIn(lang, measure.label), measure);
  const period =
    target.period.length === 4 ? fiscalYearName(lang, Number(target.period)) : monthName(lang, target.period);
  return lang === 'ja' ? `${label}（${period}）` : `${label} (${period})`;
}
