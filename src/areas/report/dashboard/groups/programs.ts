import { dayName, fiscalYearName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { problemStatuses, problemWords } from '#areas/programs/index.ts';
import type { Group, Panel } from '../panels.ts';
import { entriesOf, moneyOf } from '../rules.ts';
import { words } from '../words.ts';
import { type Asked, nameMonth } from './asked.ts';

const states = ['owed', 'draft', 'returned', 'submitted', 'accepted'] as const;

/** How far the bureaus are with the newest round, and how the problems stand. */
export function portfolioGroup(asked: Asked): Group {
  const { lang, facts, links } = asked;
  const t = words[lang].portfolio;
  const rows = facts.portfolio;
  const [round] = rows;
  const bureaus = [...new Map(rows.map((row) => [row.organisationId, row])).values()].map((row) => ({
    id: row.organisationId,
    name: contentIn(lang, { ja: row.nameJa, en: row.nameEn }),
    missing: entriesOf(rows, row.organisationId),
  }));
  const late = bureaus.filter(({ missing }) => missing > 0);
  const isLate = round !== undefined && round.isOpen && round.deadlineOn < facts.today && late.length > 0;
  const common = { unit: words[lang].count, labels: bureaus.map(({ name }) => name), source: links.round };
  const entries: Panel = {
    ...common,
    id: 'entries',
    title: t.entries,
    definition: round ? t.entriesDefinition(round.title) : t.none,
    series: states.map((state) => ({
      label: t.states[state],
      values: bureaus.map(({ id }) => entriesOf(rows, id, state)),
    })),
    picture: 'stacked',
  };
  const missing: Panel = {
    ...common,
    id: 'late',
    title: t.late,
    definition: round ? t.lateDefinition(dayName(lang, round.deadlineOn)) : t.none,
    series: [{ label: t.lateColumn, values: bureaus.map((bureau) => bureau.missing) }],
    picture: 'none',
  };
  return {
    id: 'portfolio',
    title: t.title,
    panels: [...(round ? [entries, missing] : []), problemsPanel(asked)],
    warning: isLate ? t.lateWarning(late.map(({ name }) => name).join('、')) : undefined,
  };
}

function problemsPanel({ lang, facts, links }: Asked): Panel {
  const t = words[lang];
  return {
    id: 'problems',
    title: t.portfolio.problems,
    definition: t.portfolio.problemsDefinition,
    unit: t.count,
    labels: problemStatuses.map((status) => problemWords[lang].status[status]),
    series: [{ label: t.now, values: problemStatuses.map((status) => facts.problems[status] ?? 0) }],
    picture: 'none',
    source: links.problems,
  };
}

/** Budget, decided, paid: by pillar, by program, and all beside the year before. */
export function moneyGroup({ lang, facts, links }: Asked): Group {
  const t = words[lang].money;
  const { year, money, moneyBefore } = facts;
  if (!year) return { id: 'money', title: t.title, panels: [] };
  const { programs } = year;
  const of = t.of(fiscalYearName(lang, year.year), nameMonth(lang, facts.month));
  const pillars = [
    ...year.terms.pillar.map(({ code, name }) => ({
      name: contentIn(lang, name),
      line: moneyOf(
        programs.filter((program) => program.pillars.includes(code)),
        money,
      ),
    })),
    {
      name: t.noPillar,
      line: moneyOf(
        programs.filter((program) => program.pillars.length === 0),
        money,
      ),
    },
  ];
  const lines = programs.map((program) => ({
    name: contentIn(lang, program.name),
    line: moneyOf([program], money),
  }));
  const seriesOf = (of_: readonly { line: ReturnType<typeof moneyOf> }[], unit: number) =>
    (['budget', 'decided', 'paid'] as const).map((kind) => ({
      label: t[kind],
      values: of_.map(({ line }) => Math.trunc(line[`${kind}Yen`] / unit)),
    }));
  const all = moneyOf(programs, money);
  const sum = (pick: 'decidedYen' | 'paidYen') => moneyBefore.reduce((yen, row) => yen + row[pick], 0);
  return {
    id: 'money',
    title: t.title,
    panels: [
      {
        id: 'pillars',
        title: t.pillars,
        definition: `${of}${t.pillarNote}`,
        unit: words[lang].manYen,
        labels: pillars.map(({ name }) => name),
        series: seriesOf(pillars, 10_000),
        picture: 'grouped',
        source: links.year,
      },
      {
        id: 'total',
        title: t.total,
        definition: `${of}${t.totalNote}`,
        unit: words[lang].yen,
        labels: [t.decided, t.paid],
        series: [
          { label: nameMonth(lang, facts.month), values: [all.decidedYen, all.paidYen] },
          { label: nameMonth(lang, facts.lastYear), values: [sum('decidedYen'), sum('paidYen')] },
        ],
        picture: 'none',
        source: links.year,
      },
      {
        id: 'programs',
        title: t.programs,
        definition: `${of}${t.programsNote}`,
        unit: words[lang].yen,
        labels: lines.map(({ name }) => name),
        series: seriesOf(lines, 1),
        picture: 'none',
        source: links.year,
      },
    ],
  };
}
