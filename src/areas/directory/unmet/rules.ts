interface Counted {
  readonly month: string;
  readonly topic: string;
  readonly municipality: string;
  readonly why: string;
  readonly times: number;
}

export interface UnmetRow {
  readonly topic: string;
  readonly municipality: string;
  readonly total: number;
  /** In the order of the months asked for. */
  readonly months: readonly number[];
}

/** One row for each worry and municipality over the months, what is missed most often first; whatever was missing. */
export function rowsOf(counts: readonly Counted[], months: readonly string[]): readonly UnmetRow[] {
  const rows = Map.groupBy(counts, ({ topic, municipality }) => `${topic}|${municipality}`);
  return [...rows.values()]
    .map((ofRow) => {
      const inMonth = (month: string) =>
        ofRow.filter((each) => each.month === month).reduce((sum, { times }) => sum + times, 0);
      const each = months.map(inMonth);
      const { topic = '', municipality = '' } = ofRow[0] ?? {};
      return { topic, municipality, months: each, total: each.reduce((sum, times) => sum + times, 0) };
    })
    .filter(({ total }) => total > 0)
    .sort(
      (a, b) =>
        b.total - a.total ||
        (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : a.municipality < b.municipality ? -1 : 1),
    );
}

/** The month and those before it, the latest first: `2026-01` → 2026-01, 2025-12, … */
export function monthsUntil(month: string, count: number): readonly string[] {
  const last = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, back) => {
    const at = last - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
