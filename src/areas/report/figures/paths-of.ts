import type { Text } from '#platform/i18n.ts';
import type { EditionContent, EditionHead, MeasureContent, ProgramContent } from '../editions/content.ts';
import { planSums } from '../editions/rules.ts';
import { words as pageWords } from '../publication/words.ts';
import { stateKeys } from '../states/content/rules.ts';
import { desksOf } from '../states/manuscript.ts';
import { stateLabel, words as stateWords } from '../states/words.ts';
import type { FigureSubject } from './identity.ts';
import {
  type BudgetStage,
  budgetFigure,
  countFigure,
  measureFigure,
  outside,
  planRowFigure,
  planTotalFigure,
  programsFigure,
  rowKey,
  stateFigure,
} from './named.ts';
import type { FigurePath, Formula } from './path.ts';
import { pathWords } from './path-words.ts';

/** Every number that the pages of an edition print, with what the edition itself knows of it. Pure. */
export function pathsOf({ head, programs }: EditionContent): readonly FigurePath[] {
  const all =
    head.kind === 'plan'
      ? planPaths(head)
      : [
          ...overviewPaths(head),
          ...statePaths(head),
          ...programs.flatMap((program) => programPaths(head, program)),
          ...(head.outlook ? planPaths({ kind: 'plan', ...head.outlook }) : []),
        ];
  return [...new Map(all.map((path) => [path.id, path])).values()];
}

type Known = Pick<FigurePath, 'id' | 'subject' | 'label' | 'value'> &
  Partial<Omit<FigurePath, 'format' | 'kind' | 'fiscalYear'>>;

function pathIn({ kind, fiscalYear }: Pick<EditionHead, 'kind' | 'fiscalYear'>, known: Known): FigurePath {
  return {
    format: 1,
    kind,
    fiscalYear,
    period: String(fiscalYear),
    program: null,
    bureau: null,
    unit: { ja: '', en: '' },
    counting: null,
    definition: '',
    formula: { of: 'told' },
    previousValue: null,
    target: null,
    sourceNote: '',
    ...known,
  };
}

function programPaths(head: EditionHead, program: ProgramContent): readonly FigurePath[] {
  return [
    ...program.measures.flatMap((measure) => measurePaths(head, program, measure)),
    ...(['initial', 'revised', 'settled'] as const).flatMap((stage) => budgetPath(head, program, stage)),
  ];
}

function ofProgram({ slug, name, bureau }: ProgramContent) {
  return { program: { slug, name }, bureau };
}

function measurePaths(
  head: EditionHead,
  program: ProgramContent,
  measure: MeasureContent,
): readonly FigurePath[] {
  const { id: measureId, thread, label, unit, counting, definition, sourceNote, value, months } = measure;
  const subject: FigureSubject = { of: 'measure', thread };
  const withheld = measure.withheld;
  const known = { ...ofProgram(program), measureId, subject, label, unit, counting, definition, sourceNote };
  const year = pathIn(head, {
    ...known,
    id: measureFigure(head.fiscalYear, thread),
    value,
    previousValue: measure.previousValue,
    target: measure.target,
    formula: formulaOf(measure),
    ...(withheld ? { withheld, fewest: program.fewest } : {}),
  });
  return [
    year,
    ...months.map((month) =>
      pathIn(head, {
        ...known,
        id: measureFigure(head.fiscalYear, thread, month.period),
        period: month.period,
        value: month.value,
        ...(month.withheld ? { withheld: month.withheld, fewest: program.fewest } : {}),
      }),
    ),
  ];
}

/** A year that says what its months say together was added up from them. */
function formulaOf({ value, months, withheld }: MeasureContent): Formula {
  if (value === null && !withheld) return { of: 'none' };
  const sum = Number(months.reduce((all, month) => all + (month.value ?? 0), 0).toFixed(4));
  const told = months.length > 0 && months.every((month) => month.value !== null);
  return told && sum === value ? { of: 'months', count: months.length } : { of: 'told' };
}

function budgetPath(head: EditionHead, program: ProgramContent, stage: BudgetStage): readonly FigurePath[] {
  const value = program.budget[stage];
  if (value === null) return [];
  return [
    pathIn(head, {
      ...ofProgram(program),
      id: budgetFigure(head.fiscalYear, program.thread, stage),
      subject: { of: 'budget', thread: program.thread, stage },
      label: inBoth((lang) => pathWords[lang].budget[stage]),
      unit: yen,
      value,
    }),
  ];
}

/** Also what is withheld: its page says why. */
function statePaths(head: EditionHead): readonly FigurePath[] {
  const { states, fiscalYear, fewest } = head;
  return (states?.flows ?? []).flatMap((flow) =>
    stateKeys.map((key): FigurePath => {
      const value = flow.counts[key];
      const { program, domain } = flow;
      return pathIn(head, {
        id: stateFigure(fiscalYear, flow, key),
        subject: { of: 'state', thread: program?.thread ?? null, domain, key },
        program: program && { slug: program.slug, name: program.name },
        label: inBoth((lang) => stateLabel(lang, states, flow, key)),
        unit: inBoth((lang) => stateWords[lang].people),
        counting: 'distinct',
        formula: { of: 'cases' },
        // Its language is told by the page: the names of the desks, as they were.
        sourceNote: desksOf(flow),
        value,
        ...(value === null ? { withheld: true, ...(fewest === undefined ? {} : { fewest }) } : {}),
      });
    }),
  );
}

function overviewPaths(head: EditionHead): readonly FigurePath[] {
  const { fiscalYear, programs } = head;
  const count = (what: 'new-programs' | 'categories' | 'rated', value: number, rated?: Rated) =>
    counted(head, {
      id: countFigure(head, what, rated?.code),
      subject: { of: 'count', what, code: rated?.code ?? null },
      label: inBoth((lang) => pathWords[lang].counts[what](rated?.name[lang] || (rated?.name.ja ?? ''))),
      value,
    });
  const ratings = new Map(programs.map(({ rating }) => [rating?.code ?? '', rating?.name ?? noRating]));
  return [
    counted(head, {
      id: programsFigure(fiscalYear, null),
      subject: { of: 'programs', category: null },
      label: inBoth((lang) => pathWords[lang].allPrograms),
      value: programs.length,
      unit: inBoth((lang) => pageWords[lang].programsUnit),
    }),
    ...head.categories.map(({ code, name, programs: value }) =>
      counted(head, {
        id: programsFigure(fiscalYear, code),
        subject: { of: 'programs', category: code },
        label: inBoth((lang) => pathWords[lang].programsOf(name[lang] || name.ja)),
        value,
        unit: inBoth((lang) => pageWords[lang].programsUnit),
      }),
    ),
    count('categories', head.categories.length),
    count('new-programs', programs.filter(({ isNew }) => isNew).length),
    ...[...ratings].map(([code, name]) =>
      count('rated', programs.filter(({ rating }) => (rating?.code ?? '') === code).length, { code, name }),
    ),
  ];
}

interface Rated {
  /** Empty: without a rating. */
  readonly code: string;
  readonly name: Text;
}
const noRating = { ja: '記載なし', en: 'none' };

function counted(head: Pick<EditionHead, 'kind' | 'fiscalYear'>, known: Known): FigurePath {
  return pathIn(head, {
    formula: { of: 'counted' },
    unit: inBoth((lang) => pathWords[lang].items),
    ...known,
  });
}

type PlanHead = Pick<EditionHead, 'kind' | 'fiscalYear' | 'plan' | 'pillars'>;

function planPaths(head: PlanHead): readonly FigurePath[] {
  const { fiscalYear, plan, pillars } = head;
  const known = new Set(pillars.map(({ code }) => code));
  const pillarOf = (pillar: string | null) => (pillar !== null && known.has(pillar) ? pillar : outside);
  const total = (pillar: string | null, label: Text, rows: EditionHead['plan']) =>
    pathIn(head, {
      id: planTotalFigure(fiscalYear, pillar),
      subject: { of: 'plan-total', pillar },
      label,
      unit: yen,
      value: planSums(rows).total,
      formula: { of: 'rows', count: rows.length },
    });
  return [
    total(
      null,
      inBoth((lang) => pathWords[lang].planTotal),
      plan,
    ),
    ...[...pillars, { code: outside, name: inBoth((lang) => pathWords[lang].otherRows) }].map(
      ({ code, name }) =>
        total(
          code,
          name,
          plan.filter(({ pillar }) => pillarOf(pillar) === code),
        ),
    ),
    planCount(head, 'pillars', pillars.length),
    planCount(head, 'new-rows', plan.filter(({ isNew }) => isNew).length),
    ...plan.map((line) =>
      pathIn(head, {
        id: planRowFigure(fiscalYear, line),
        subject: { of: 'plan', row: rowKey(line) },
        label: line.name,
        definition: line.description.ja,
        unit: yen,
        value: line.amount,
      }),
    ),
  ];
}

function planCount(head: PlanHead, what: 'pillars' | 'new-rows', value: number): FigurePath {
  return counted(head, {
    id: countFigure(head, what),
    subject: { of: 'count', what, code: null },
    label: inBoth((lang) => pathWords[lang].counts[what]('')),
    value,
  });
}

const yen: Text = { ja: '円', en: 'yen' };

function inBoth(say: (lang: 'ja' | 'en') => string): Text {
  return { ja: say('ja'), en: say('en') };
}
