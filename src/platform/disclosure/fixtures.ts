import fc from 'fast-check';
import { type Cell, percentageOf, rateOf, type Relation, sumOf, type Table, tellsOf } from './cells.ts';

/** Counts as they are in life: many zeros and few, some large. */
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 80 }));

/** Rows and columns with all their totals. */
export function crossTable(
  name: string,
  counts: readonly (readonly number[])[],
  fixed?: Cell['fixed'],
): Table {
  const cells: Cell[] = [];
  const relations: Relation[] = [];
  const add = (id: string, value: number) => {
    cells.push({ id, value, people: true, ...(fixed ? { fixed } : {}) });
    return id;
  };
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const columns = counts[0]?.map((_, column) => counts.map((row) => row[column] ?? 0)) ?? [];
  const inner = counts.map((row, r) => row.map((value, c) => add(`${name}:${r}:${c}`, value)));
  const rowTotals = counts.map((row, r) => add(`${name}:${r}:`, sum(row)));
  const columnTotals = columns.map((column, c) => add(`${name}::${c}`, sum(column)));
  const total = add(`${name}::`, sum(counts.map(sum)));
  inner.forEach((row, r) => relations.push(sumOf(rowTotals[r] ?? '', row)));
  columns.forEach((_, c) =>
    relations.push(
      sumOf(
        columnTotals[c] ?? '',
        inner.map((row) => row[c] ?? ''),
      ),
    ),
  );
  relations.push(sumOf(total, rowTotals), sumOf(total, columnTotals));
  return { cells, relations };
}

export const crossCounts = ({ rows = 4, columns = 4 } = {}) =>
  fc
    .tuple(fc.integer({ min: 1, max: rows }), fc.integer({ min: 1, max: columns }))
    .chain(([r, c]) =>
      fc.array(fc.array(count, { minLength: c, maxLength: c }), { minLength: r, maxLength: r }),
    );

/** A whole, its areas, and what these consist of. */
export const hierarchies = fc
  .array(fc.array(count, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 })
  .map((areas) => {
    const people = true;
    const cells: Cell[] = [];
    const totals = areas.map((places, a) => {
      const ids = places.map((value, p) => {
        cells.push({ id: `${a}.${p}`, value, people });
        return `${a}.${p}`;
      });
      const value = places.reduce((all, each) => all + each, 0);
      cells.push({ id: `${a}`, value, people });
      return { value, relation: sumOf(`${a}`, ids) };
    });
    cells.push({ id: 'all', value: totals.reduce((all, { value }) => all + value, 0), people });
    const relations = [
      ...totals.map(({ relation }) => relation),
      sumOf(
        'all',
        areas.map((_, a) => `${a}`),
      ),
    ];
    return { cells, relations } satisfies Table;
  });

/** People of whom some are a part, with the rate of it and the amount paid to the part, month by month and over the year. */
export function sharesTable(months: readonly { readonly part: number; readonly rest: number }[]): Table {
  const year = {
    part: months.reduce((sum, { part }) => sum + part, 0),
    rest: months.reduce((sum, { rest }) => sum + rest, 0),
  };
  const sides = [...months, year].map(({ part, rest }, at) => {
    const whole = part + rest;
    const rate = Math.round((1000 * part) / Math.max(whole, 1)) / 10;
    const said = percentageOf(part, whole, rate);
    const cells: Cell[] = [
      { id: `part ${at}`, value: part, people: true },
      { id: `whole ${at}`, value: whole, people: true },
      { id: `rest ${at}`, value: rest, people: true, fixed: 'unprinted' },
      { id: `rate ${at}`, value: rate, people: false },
      { id: `yen ${at}`, value: 30_000 * part, people: false, width: Math.max(10, 6000 * part) },
    ];
    const relations = [
      sumOf(`whole ${at}`, [`part ${at}`, `rest ${at}`]),
      ...(whole > 0 && said ? rateOf(`part ${at}`, [`whole ${at}`], { ...said, by: `rate ${at}` }) : []),
      ...(part > 0 ? [tellsOf(`part ${at}`, part, `yen ${at}`)] : []),
    ];
    return { cells, relations };
  });
  const sums = ['part', 'whole', 'yen'].map((name) =>
    sumOf(
      `${name} ${months.length}`,
      months.map((_, at) => `${name} ${at}`),
    ),
  );
  return {
    cells: sides.flatMap(({ cells }) => cells),
    relations: [...sides.flatMap(({ relations }) => relations), ...sums],
  };
}

/**
 * The narrowest way to read a table: every whole table that agrees with what is told is made, one by one, and the hidden cells are
 * looked at. Shares nothing with the checker; only for few and small cells. Cells from 1 to `most`.
 */
export function everyTable(
  table: Table,
  hidden: ReadonlySet<string>,
  most: number,
): ReadonlyMap<string, readonly [number, number]> {
  const values = new Map(table.cells.filter(({ id }) => !hidden.has(id)).map(({ id, value }) => [id, value]));
  const open = table.cells.filter(({ id }) => hidden.has(id));
  const found = new Map<string, [number, number]>();
  const fits = ({ terms, low, high }: Relation) => {
    if (terms.some(({ cell }) => !values.has(cell))) return true;
    const sum = terms.reduce((all, { cell, times }) => all + times * (values.get(cell) ?? 0), 0);
    return sum >= low && sum <= high;
  };
  const fill = (at: number): void => {
    const cell = open[at];
    if (!cell) {
      for (const { id } of open) {
        const value = values.get(id) ?? 0;
        const [low, high] = found.get(id) ?? [value, value];
        found.set(id, [Math.min(low, value), Math.max(high, value)]);
      }
      return;
    }
    const related = table.relations.filter(
      ({ terms, by }) => !(by && hidden.has(by)) && terms.some((term) => term.cell === cell.id),
    );
    for (let value = cell.fixed === 'unprinted' ? 0 : 1; value <= most; value += 1) {
      values.set(cell.id, value);
      if (related.every(fits)) fill(at + 1);
    }
    values.delete(cell.id);
  };
  fill(0);
  return found;
}
