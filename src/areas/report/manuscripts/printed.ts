import { fiscalYearName, monthName } from '#platform/dates.ts';
import { contentIn, formatNumber, type Lang } from '#platform/i18n.ts';
import { yenFull, yenShort } from '#platform/money.ts';
import type { Counting, EditionHead, MeasureContent, PlanLine, ProgramContent } from '../editions/content.ts';
import { shownWords } from '../disclosure/shown-words.ts';
import { valueWithUnit } from '../publication/shown.ts';
import { words as pageWords } from '../publication/words.ts';
import type { ManuscriptFigure } from './manuscript.ts';
import {
  budgetFigure,
  measureFigure,
  outside,
  planRowFigure,
  planTotalFigure,
  programsFigure,
} from '../figures/named.ts';
import { words } from './words.ts';

export const sectionOf = ({ slug }: Pick<ProgramContent, 'slug'>) => `program:${slug}`;

/** A measure's number as it is printed in every format: 延べ207人, 実1名, 9,121件. */
export function countedShown(
  lang: Lang,
  value: number,
  { unit, counting }: { unit: string; counting: Counting | null },
): string {
  const shown = valueWithUnit(lang, value, unit);
  if (!counting) return shown;
  const how = words[lang].counting[counting];
  return lang === 'ja' ? `${how}${shown}` : `${shown} (${how})`;
}

/** Every number of a program: its measures in the year, the year before and the months, and its budget. */
export function programFigures(lang: Lang, program: ProgramContent): readonly ManuscriptFigure[] {
  return [
    ...program.measures.flatMap((measure) => measureFigures(lang, program, measure)),
    ...(['initial', 'revised', 'settled'] as const).flatMap((stage) => {
      const value = program.budget[stage];
      if (value === null) return [];
      return {
        id: budgetFigure(program.fiscalYear, program.thread, stage),
        label: pageWords[lang][stage],
        value,
        unit: words[lang].yen,
        shown: yenFull(lang, value),
        note: '',
        period: String(program.fiscalYear),
        section: sectionOf(program),
      };
    }),
  ];
}

function measureFigures(lang: Lang, program: ProgramContent, measure: MeasureContent): ManuscriptFigure[] {
  const { fiscalYear } = program;
  const unit = contentIn(lang, measure.unit);
  const label = bareLabel(contentIn(lang, measure.label));
  const told = {
    ...(measure.definition ? { definition: measure.definition } : {}),
    ...(measure.sourceNote ? { source: measure.sourceNote } : {}),
  };
  const at = (
    period: string | undefined,
    { value, withheld }: { value: number | null; withheld?: true },
    others: Partial<ManuscriptFigure> = {},
  ) => ({
    id: measureFigure(fiscalYear, measure.thread, period),
    label,
    value,
    unit,
    shown:
      value === null
        ? withheld
          ? shownWords[lang].withheld
          : pageWords[lang].notReported
        : countedShown(lang, value, { unit, counting: measure.counting }),
    note: '',
    period: period ?? String(fiscalYear),
    section: sectionOf(program),
    ...others,
  });
  const year = at(undefined, measure, { note: noteOf(lang, measure, unit), ...told });
  const before = fiscalYear - 1;
  return [
    year,
    ...(measure.previousValue === null && !measure.previousWithheld
      ? []
      : [
          at(undefined, lastYear(measure), {
            id: measureFigure(before, measure.thread),
            label: withPeriod(lang, label, fiscalYearName(lang, before)),
            period: String(before),
            path: year.id,
          }),
        ]),
    ...measure.months.map(({ period, ...month }) =>
      at(period, month, { label: withPeriod(lang, label, monthName(lang, period)), ...told }),
    ),
  ];
}

function lastYear({ previousValue, previousWithheld }: MeasureContent) {
  return { value: previousValue, ...(previousWithheld ? { withheld: previousWithheld } : {}) };
}

/** Behind a number in brackets: last year's, and what was aimed at. */
function noteOf(
  lang: Lang,
  { previousValue, previousWithheld, target }: MeasureContent,
  unit: string,
): string {
  const before = previousWithheld
    ? shownWords[lang].withheld
    : previousValue !== null && valueWithUnit(lang, previousValue, unit);
  return [
    before ? words[lang].lastYear(before) : '',
    target === null ? '' : pageWords[lang].target(valueWithUnit(lang, target, unit)),
  ]
    .filter(Boolean)
    .join(words[lang].comma);
}

/** The number says itself how people were counted. */
function bareLabel(label: string): string {
  return label.replace(/\s?[（(](?:延べ|延べ人数|実|実人数|実人員|total|distinct people)[）)]$/, '');
}

function withPeriod(lang: Lang, label: string, period: string): string {
  return lang === 'ja' ? `${label}（${period}）` : `${label} (${period})`;
}

/** How many programs each category has, and all together. */
export function programCounts(lang: Lang, head: EditionHead): readonly ManuscriptFigure[] {
  if (head.kind !== 'results') return [];
  const count = (category: string | null, label: string, value: number) => ({
    id: programsFigure(head.fiscalYear, category),
    label,
    value,
    unit: pageWords[lang].programsUnit,
    shown: valueWithUnit(lang, value, pageWords[lang].programsUnit),
    note: '',
    period: String(head.fiscalYear),
    section: 'categories',
  });
  return [
    count(null, pageWords[lang].programs, head.programs.length),
    ...head.categories.map(({ code, name, programs }) =>
      count(code, words[lang].programsOf(contentIn(lang, name)), programs),
    ),
  ];
}

export interface MoneyPlan {
  readonly fiscalYear: number;
  readonly pillars: EditionHead['pillars'];
  readonly plan: readonly PlanLine[];
}

/** Every row of a plan, what each pillar comes to, and the whole. */
export function planFigures(
  lang: Lang,
  { fiscalYear, pillars, plan }: MoneyPlan,
): readonly ManuscriptFigure[] {
  const money = (id: string, label: string, value: number) => ({
    id,
    label,
    value,
    unit: words[lang].yen,
    shown: yenShort(lang, value),
    note: '',
    period: String(fiscalYear),
    section: 'plan',
  });
  const sum = (rows: readonly PlanLine[]) => rows.reduce((total, row) => total + row.amount, 0);
  const groups = pillarGroups({ fiscalYear, pillars, plan });
  return [
    money(planTotalFigure(fiscalYear, null), pageWords[lang].budgetTotal, sum(plan)),
    ...groups.map(({ code, name, rows }) =>
      money(
        planTotalFigure(fiscalYear, code ?? outside),
        words[lang].budgetOf(name ? contentIn(lang, name) : pageWords[lang].otherRows),
        sum(rows),
      ),
    ),
    ...plan.map((row) => ({
      ...money(planRowFigure(fiscalYear, row), contentIn(lang, row.name), row.amount),
      ...(row.description.ja ? { definition: row.description.ja } : {}),
    })),
  ];
}

/** The pillars that have rows, in the year's order; rows outside them last, without a code. */
export function pillarGroups({ pillars, plan }: MoneyPlan) {
  const known = new Set(pillars.map(({ code }) => code));
  const rest = plan.filter(({ pillar }) => pillar === null || !known.has(pillar));
  return [
    ...pillars.map(({ code, name }, index) => ({
      code,
      number: index + 1,
      name,
      rows: plan.filter(({ pillar }) => pillar === code),
    })),
    ...(rest.length > 0 ? [{ code: undefined, number: undefined, name: undefined, rows: rest }] : []),
  ].filter(({ rows }) => rows.length > 0);
}

/** What is printed with another value in it: 延べ207人 corrected to 209 is 延べ209人. */
export function shownAgain(shown: string, value: number | null, corrected: number, lang: Lang): string {
  return value === null
    ? formatNumber(lang, corrected)
    : shown.replace(formatNumber(lang, value), formatNumber(lang, corrected));
}
