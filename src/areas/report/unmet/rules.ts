/** How a need shows that it was not met, in the order of the columns. */
export const sources = ['not-found', 'unanswered', 'outside', 'declined', 'not-received'] as const;
export type Source = (typeof sources)[number];

/** Whatever the worry: each event once, while one with two worries counts at both. */
export const anyWorry = '*';

export interface Lack {
  readonly source: Source;
  /** `YYYY-MM` */
  readonly month: string;
  /** Five digits; empty: not known. */
  readonly place: string;
  /** A worry; empty: not known; `anyWorry`. */
  readonly worry: string;
  readonly times: number;
}

/** Where and of what: undefined asks for all, empty for what is not known. */
export interface Cell {
  readonly place?: string | undefined;
  readonly worry?: string | undefined;
}

/** 0 is none, null fewer than may be told. */
export type Shown = number | null;
type Protect = (n: number) => Shown;

export interface CellCounts {
  readonly bySource: Readonly<Record<Source, Shown>>;
  /** Rounded by itself: it may differ from the sum of what stands beside it. */
  readonly all: Shown;
}

export interface Line extends CellCounts {
  /** Code of the place or of the worry. */
  readonly code: string;
}

/** What is told of a cell: exact sums first, each protected by itself. */
export function countCell(lacks: readonly Lack[], { place, worry }: Cell, protect: Protect): CellCounts {
  const own = lacks.filter(
    (lack) => lack.worry === (worry ?? anyWorry) && (place === undefined || lack.place === place),
  );
  const sumOf = (some: readonly Lack[]) => protect(some.reduce((sum, { times }) => sum + times, 0));
  const bySource = Object.fromEntries(
    sources.map((source) => [source, sumOf(own.filter((lack) => lack.source === source))]),
  ) as Record<Source, Shown>;
  return { bySource, all: sumOf(own) };
}

/** One line for each place (of a worry, or of all) or each worry (of a place, or of all), the most first, what is not known last. */
export function linesBy(
  lacks: readonly Lack[],
  { by, asked, protect }: { by: 'place' | 'worry'; asked: Cell; protect: Protect },
): readonly Line[] {
  const asFar = lacks.filter((lack) => by === 'place' || lack.worry !== anyWorry);
  const byCode = Map.groupBy(asFar, (lack) => lack[by]);
  return [...byCode]
    .map(([code, own]) => ({ code, ...countCell(own, { ...asked, [by]: code }, protect) }))
    .filter(({ all }) => all !== 0)
    .toSorted(
      (a, b) =>
        Number(a.code === '') - Number(b.code === '') ||
        weightOf(b.all) - weightOf(a.all) ||
        (a.code < b.code ? -1 : 1),
    );
}

/** For order and depth of colour: of what is not told, all are alike. */
export function weightOf(shown: Shown): number {
  return shown ?? 5;
}

/** What a problem says of the cell in which it was seen: `unmet:14201:debt`, `*` for all, `-` for what is not known. */
export function originOf({ place, worry }: Cell): string {
  return `${originPrefix}${part(place)}:${part(worry)}`;
}

export const originPrefix = 'unmet:';

function part(code: string | undefined): string {
  return code === undefined ? '*' : code || '-';
}

export interface Period {
  /** In the address: `recent`, `2025`. */
  readonly key: string;
  /** Months, both inclusive. */
  readonly from: string;
  readonly to: string;
}

const yearsShown = 4;

/** The last twelve months with the one that is going on, and the fiscal years, the latest first. */
export function periodsOf(today: string): readonly Period[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const current = month >= 4 ? year : year - 1;
  const first = new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 7);
  return [
    { key: 'recent', from: first, to: today.slice(0, 7) },
    ...Array.from({ length: yearsShown }, (_, back) => current - back).map((fiscal) => ({
      key: String(fiscal),
      from: `${fiscal}-04`,
      to: `${fiscal + 1}-03`,
    })),
  ];
}

export interface PillarLine {
  /** Null: programs that stand in no pillar. */
  readonly code: string | null;
  readonly programs: number;
  /** Yen; what is not stated counts nothing. */
  readonly yen: number;
}

/** Programs and their budgets by pillar; a program that stands in two counts in both. */
export function byPillar(
  programs: readonly { readonly pillars: readonly string[]; readonly yen: number | null }[],
  pillars: readonly string[],
): readonly PillarLine[] {
  return [...pillars, null]
    .map((code) => {
      const own = programs.filter((program) =>
        code === null ? program.pillars.length === 0 : program.pillars.includes(code),
      );
      return { code, programs: own.length, yen: own.reduce((sum, { yen }) => sum + (yen ?? 0), 0) };
    })
    .filter(({ code, programs: count }) => code !== null || count > 0);
}
