import { createHash } from 'node:crypto';
import { fiscalYearName, fiscalYearShort, monthName } from '#platform/dates.ts';
import { contentIn, formatNumber, type Lang } from '#platform/i18n.ts';
import type { MeasureContent, ProgramContent } from '../editions/content.ts';
import { shownWords as blankWords } from '../disclosure/shown-words.ts';
import { barGroups, type ChartGroup, monthGroups, monthsOf } from '../publication/charts.ts';
import { words as pageWords } from '../publication/words.ts';
import { type ManuscriptEdits, ownChoice } from './edits.ts';
import { type LineTools, linesOf } from './lines.ts';
import type { Block, Section } from './manuscript.ts';
import { budgetFigure, measureFigure } from '../figures/named.ts';
import { sectionOf } from './printed.ts';
import { words } from './words.ts';

type Chart = Extract<Block, { kind: 'chart' }>;
export const programTexts = ['purpose', 'summary', 'evaluation', 'nextStep'] as const;
export type ProgramText = (typeof programTexts)[number];

/** Where a text of a program is typed. */
export function whereOf(program: Pick<ProgramContent, 'slug'>, field: ProgramText): string {
  return `${sectionOf(program)}:${field}`;
}

/** A case: what was reached, the evaluation, and the results made visible in charts, pictures and voices. */
export function programSection(program: ProgramContent, edits: ManuscriptEdits, tools: LineTools): Section {
  const { lang } = tools;
  const text = pageWords[lang];
  const mark = text.continuity[program.continuity];
  const marks = [
    mark,
    program.illustrative ? text.illustrative : undefined,
    program.rating ? words[lang].rating(contentIn(lang, program.rating.name)) : undefined,
  ].filter((each) => each !== undefined);
  return {
    id: sectionOf(program),
    kind: 'program',
    heading: contentIn(lang, program.name),
    kicker: [program.categoryName && contentIn(lang, program.categoryName), contentIn(lang, program.bureau)]
      .filter(Boolean)
      .join(lang === 'ja' ? '　' : ', '),
    marks,
    blocks: [
      ...typed(program, 'purpose', text.purpose, tools),
      ...results(program, lang),
      ...typed(program, 'summary', text.done, tools),
      ...typed(program, 'evaluation', text.evaluation, tools),
      ...typed(program, 'nextStep', text.nextStep, tools),
      ...made(program, edits, tools),
    ],
  };
}

function typed(program: ProgramContent, field: ProgramText, heading: string, tools: LineTools): Block[] {
  const source = whereOf(program, field);
  const paragraphs = linesOf({ where: source, text: program[field], lang: 'ja' }, tools);
  if (paragraphs.length > 0) return [{ kind: 'text', heading, paragraphs, source, ...japanese(tools.lang) }];
  if (field !== 'evaluation') return [];
  return [{ kind: 'text', heading, paragraphs: [[{ text: pageWords[tools.lang].noEvaluation }]], source }];
}

function japanese(lang: Lang): { lang?: 'ja' } {
  return lang === 'ja' ? {} : { lang: 'ja' };
}

function results(
  { measures, fiscalYear, thread, budget, fewest }: ProgramContent,
  lang: Lang,
): readonly Block[] {
  const heading = words[lang].results;
  const shown = measures.filter(({ months, ...measure }) => hasYear(measure) || months.length === 0);
  const stages = (['initial', 'revised', 'settled'] as const).filter((stage) => budget[stage] !== null);
  const reported = measures.some((measure) => hasYear(measure) || measure.months.length > 0);
  return [
    reported
      ? { kind: 'figures', heading, ids: shown.map((measure) => measureFigure(fiscalYear, measure.thread)) }
      : { kind: 'text', heading, paragraphs: [[{ text: pageWords[lang].noFigures }]] },
    ...whyWithheld(measures, fewest, lang),
    ...(stages.length > 0
      ? [
          {
            kind: 'figures',
            heading: words[lang].budget,
            ids: stages.map((stage) => budgetFigure(fiscalYear, thread, stage)),
          } as const,
        ]
      : []),
  ];
}

/** A blank is not zero: why a number is not told. */
function whyWithheld(
  measures: readonly MeasureContent[],
  fewest: number | undefined,
  lang: Lang,
): readonly Block[] {
  const isBlank = measures.some(
    ({ withheld, previousWithheld, months }) =>
      withheld || previousWithheld || months.some((month) => month.withheld),
  );
  if (!isBlank || fewest === undefined) return [];
  const said = blankWords[lang].why(formatNumber(lang, fewest));
  return [{ kind: 'text', paragraphs: [[{ text: said }]] }];
}

function hasYear({ value, previousValue, withheld }: Omit<MeasureContent, 'months'>): boolean {
  return value !== null || previousValue !== null || withheld === true;
}

/** 成果の見える化: what the secretariat chose to show of it. */
function made(program: ProgramContent, edits: ManuscriptEdits, tools: LineTools): readonly Block[] {
  const { lang } = tools;
  const { chart, voicesLeftOut, picturesLeftOut } = edits.programs[program.slug] ?? ownChoice;
  const charts = chart === 'none' ? [] : chartsOf(program, tools);
  return [
    ...charts.map((each) => (chart === 'own' ? each : { ...each, shape: chart as Chart['shape'] })),
    ...program.pictures
      .filter(({ fileId }) => !picturesLeftOut.includes(fileId))
      .map((picture) => ({ kind: 'picture' as const, ...picture, ...japanese(lang) })),
    ...program.voices
      .filter((voice) => !voicesLeftOut.includes(voiceKey(voice)))
      .map((voice) => ({ kind: 'voice' as const, ...voice, ...japanese(lang) })),
  ];
}

/** Voices have no ids of their own in an edition: one is known by what it says. */
export function voiceKey({ speaker, words: said }: { speaker: string; words: string }): string {
  return createHash('sha256').update(`${speaker}\n${said}`).digest('hex').slice(0, 16);
}

function chartsOf(program: ProgramContent, tools: LineTools): readonly Chart[] {
  return [
    ...barGroups(program.measures).map((group) => yearChart(program, group, tools)),
    ...monthGroups(program.measures).map((group) => monthChart(program, group, tools)),
  ];
}

function yearChart({ fiscalYear }: ProgramContent, group: ChartGroup, tools: LineTools): Chart {
  const { lang } = tools;
  const years = group.measures.every(({ previousValue }) => previousValue !== null)
    ? [fiscalYear - 1, fiscalYear]
    : [fiscalYear];
  return withAlternative(tools, {
    shape: 'column',
    caption: words[lang].yearChart(contentIn(lang, group.unit)),
    unit: contentIn(lang, group.unit),
    series: years.map((year) => ({
      name: fiscalYearName(lang, year),
      points: group.measures.map(({ label, thread }) => ({
        label: contentIn(lang, label),
        figure: measureFigure(year, thread),
      })),
    })),
  });
}

function monthChart({ fiscalYear }: ProgramContent, group: ChartGroup, tools: LineTools): Chart {
  const { lang } = tools;
  const months = monthsOf(group);
  return withAlternative(tools, {
    shape: 'line',
    caption: words[lang].monthChart(contentIn(lang, group.unit)),
    unit: contentIn(lang, group.unit),
    series: group.measures.map(({ label, thread, months: values }) => ({
      name: contentIn(lang, label),
      points: months.map((month) => ({
        label: monthLabel(lang, month, months.length > 12),
        figure: values.some(({ period }) => period === month)
          ? measureFigure(fiscalYear, thread, month)
          : null,
      })),
    })),
  });
}

/** 4月, or R6.4 where several years stand side by side. */
function monthLabel(lang: Lang, month: string, withYear: boolean): string {
  if (!withYear) return monthName(lang, month);
  const [year, number] = month.split('-').map(Number) as [number, number];
  return lang === 'ja' ? `${fiscalYearShort(year)}.${number}` : month;
}

/** What a chart shows, told as its series from the first point to the last. */
function withAlternative({ lang, figures }: LineTools, chart: Omit<Chart, 'kind' | 'alternative'>): Chart {
  const said = chart.series.map(({ name, points }) => {
    const values = points.map(({ label, figure }) =>
      words[lang].point(label, (figure && figures[figure]?.shown) || pageWords[lang].notReported),
    );
    return `${name}${lang === 'ja' ? '：' : ': '}${values.join(words[lang].comma)}`;
  });
  return {
    kind: 'chart',
    ...chart,
    alternative: words[lang].chartSays(said.join(lang === 'ja' ? '。' : '. ')),
  };
}
