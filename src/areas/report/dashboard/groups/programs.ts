import { dayName, fiscalYearName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { problemStatuses, problemWords } from '#areas/programs/index.ts';
import type { Group, Panel, PanelSeries } from '../panels.ts';
import { entriesOf, type MoneyLine, moneyOf } from '../rules.ts';
import { words } from '../words.ts';
import { type Asked, bothMonths, nameMonth } from './asked.ts';

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

type Lines = readonly { readonly name: string; readonly line: MoneyLine }[];

/** Budget, decided, paid: by pillar, by program, and all beside the year before. */
export function moneyGroup(asked: Asked): Group {
  const { lang, facts, links } = asked;
  const t = words[lang].money;
  const { year, money } = facts;
  if (!year) return { id: 'money', title: t.title, panels: [] };
  const of = t.of(fiscalYearName(lang, year.year), nameMonth(lang, facts.month));
  const line = (own: typeof year.programs) => moneyOf(own, money);
  const pillars = [
    ...year.terms.pillar.map(({ code, name }) => ({
      name: contentIn(lang, name),
      line: line(year.programs.filter((program) => program.pillars.includes(code))),
    })),
    { name: t.noPillar, line: line(year.programs.filter((program) => program.pillars.length === 0)) },
  ];
  const programs = year.programs
    .map((program) => ({ name: contentIn(lang, program.name), line: line([program]) }))
    .filter((each) => Object.values(each.line).some((yen) => yen !== 0));
  const panel = (id: 'pillars' | 'total' | 'programs', labels: readonly string[]) => ({
    id,
    title: t[id],
    labels,
    unit: words[lang].yen,
    picture: 'none' as const,
    source: links.year,
  });
  const namesOf = (lines: Lines) => lines.map(({ name }) => name);
  return {
    id: 'money',
    title: t.title,
    panels: [
      {
        ...panel('pillars', namesOf(pillars)),
        definition: `${of}${t.pillarNote}`,
        unit: words[lang].manYen,
        series: moneySeries(asked, pillars, 10_000),
        picture: 'grouped',
      },
      {
        ...panel('total', [t.decided, t.paid]),
        definition: `${of}${t.totalNote}`,
        series: totalSeries(asked, line(year.programs)),
      },
      {
        ...panel('programs', namesOf(programs)),
        definition: `${of}${t.programsNote}`,
        series: moneySeries(asked, programs, 1),
      },
    ],
  };
}

/** In units of so many yen, cut. */
function moneySeries({ lang }: Asked, lines: Lines, unit: number): readonly PanelSeries[] {
  return (['budget', 'decided', 'paid'] as const).map((kind) => ({
    label: words[lang].money[kind],
    values: lines.map(({ line }) => Math.trunc(line[`${kind}Yen`] / unit)),
  }));
}

function totalSeries(asked: Asked, here: MoneyLine): readonly PanelSeries[] {
  const before = (pick: 'decidedYen' | 'paidYen') =>
    asked.facts.moneyBefore.reduce((yen, row) => yen + row[pick], 0);
  return bothMonths(asked, [here.decidedYen, here.paidYen], [before('decidedYen'), before('paidYen')]);
}
