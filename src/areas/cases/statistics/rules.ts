/** What was added up: `month` '' is the whole span, in which each person counts once. */
export interface FigureRow {
  readonly month: string;
  readonly figure: string;
  readonly code: string;
  /** Times. */
  readonly n: number;
  /** Different people. */
  readonly people: number;
}

/** A line of the monthly statistics: facts of one figure, of all its codes or of one, counted as times or as people. */
export interface Line {
  readonly key: string;
  readonly figure: string;
  readonly code?: string;
  readonly by: 'n' | 'people';
  /** うち: a part of the line before it. */
  readonly part?: true;
}

/** 支援状況調査, in its order. */
export const lines: readonly Line[] = [
  { key: 'received', figure: 'received', by: 'n' },
  { key: 'planned', figure: 'planned', by: 'n' },
  { key: 'again', figure: 'planned', code: 'again', by: 'n', part: true },
  { key: 'target', figure: 'target', by: 'people' },
  { key: 'employed', figure: 'employed', by: 'people' },
  { key: 'employedTarget', figure: 'employed', code: 'target', by: 'people', part: true },
  { key: 'raised', figure: 'raised', by: 'people' },
  { key: 'raisedTarget', figure: 'raised', code: 'target', by: 'people', part: true },
  { key: 'reviewed', figure: 'reviewed', by: 'n' },
  { key: 'improved', figure: 'improved', by: 'n', part: true },
  { key: 'closed', figure: 'closed', by: 'n' },
  { key: 'brokenOff', figure: 'closed', code: 'broken-off', by: 'n', part: true },
];

/** Breakdowns by code. Programs and results are what an organisation does; changes are what people are like. */
export const breakdowns = ['screened', 'program', 'change', 'service', 'closed'] as const;
export type Breakdown = (typeof breakdowns)[number];
export const personal: readonly string[] = ['change'];

/** Every line by its key, for one month or ('') for the whole span. */
export function valueOf(rows: readonly FigureRow[], { figure, code, by }: Line, month: string): number {
  return rows
    .filter(
      (row) => row.month === month && row.figure === figure && (code === undefined || row.code === code),
    )
    .reduce((sum, row) => sum + row[by], 0);
}

/**
 * People of a figure without a code add up over codes only where somebody has one code in a span. Employed and raised may hold
 * somebody twice in a year (two plans, one of which aimed at work): then they count once for each, as in the national statistics.
 */
export function codesOf(rows: readonly FigureRow[], figure: string, month = ''): readonly FigureRow[] {
  return rows
    .filter((row) => row.figure === figure && row.month === month)
    .toSorted((a, b) => b.n - a.n || a.code.localeCompare(b.code));
}

export const targetFigures = ['received', 'planned', 'target', 'rate', 'improved'] as const;
export type TargetFigure = (typeof targetFigures)[number];
/** In percent; the others are a month for 100,000 people. */
export const rates: readonly TargetFigure[] = ['rate', 'improved'];

/** 就労・増収率: of those whose plan aims at work, who began work or earns more, in percent with one decimal; null without any. */
export function workRate(rows: readonly FigureRow[], month = ''): number | null {
  const of = (key: string) => valueOf(rows, lineOf(key), month);
  return share(of('employedTarget') + of('raisedTarget'), of('target'));
}

/** Of the plans that were reviewed, those with any change for the better. */
export function improvedRate(rows: readonly FigureRow[], month = ''): number | null {
  return share(valueOf(rows, lineOf('improved'), month), valueOf(rows, lineOf('reviewed'), month));
}

function lineOf(key: string): Line {
  const found = lines.find((line) => line.key === key);
  if (!found) throw new Error(`no line ${key}`);
  return found;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** A month for 100,000 people, with one decimal; null while nobody has said for whom the organisation answers. */
export function perMonthAnd100k(
  n: number,
  { months, population }: { months: number; population: number },
): number | null {
  return population <= 0 || months <= 0 ? null : Math.round((n / months / population) * 1_000_000) / 10;
}

/** How a span stands against a 目安値: what it is compared with, in the same unit. */
export function reachedOf(
  rows: readonly FigureRow[],
  figure: TargetFigure,
  span: { months: number; population: number },
): number | null {
  if (figure === 'rate') return workRate(rows);
  if (figure === 'improved') return improvedRate(rows);
  return perMonthAnd100k(valueOf(rows, lineOf(figure), ''), span);
}

/** Months of a fiscal year that have begun: an unfinished year is divided by these. */
export function monthsBegun(months: readonly string[], today: string): number {
  return months.filter((month) => month <= today.slice(0, 7)).length;
}

export interface FlowRow {
  readonly domain: string;
  readonly before: number;
  readonly after: number;
  readonly n: number;
}

/** Stages before × stages after; `null`: too few to be told. `told` decides that, and is the same for every page and file. */
export function flowMatrix(
  flows: readonly FlowRow[],
  domain: string,
  told: (n: number) => number | null,
): readonly (readonly (number | null)[])[] {
  const stages = [1, 2, 3, 4, 5];
  return stages.map((before) =>
    stages.map((after) =>
      told(
        flows
          .filter((flow) => flow.domain === domain && flow.before === before && flow.after === after)
          .reduce((sum, flow) => sum + flow.n, 0),
      ),
    ),
  );
}

/** Better, the same, worse: how many went which way in a domain. */
export function directions(flows: readonly FlowRow[], domain: string) {
  const of = (is: (flow: FlowRow) => boolean) =>
    flows.filter((flow) => flow.domain === domain && is(flow)).reduce((sum, flow) => sum + flow.n, 0);
  return {
    better: of(({ before, after }) => after > before),
    same: of(({ before, after }) => after === before),
    worse: of(({ before, after }) => after < before),
  };
}
