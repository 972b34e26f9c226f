import {
  type Cell,
  type Percentage,
  percentageOf,
  rateOf,
  type Relation,
  sumOf,
  type Table,
  tellsOf,
} from '#platform/disclosure/cells.ts';

/** A number of a program in a period, as a reader sees it beside the others. */
export interface Counted {
  readonly cell: string;
  readonly measure: string;
  /** `2024`, `2024-04` or `before`. */
  readonly period: string;
  readonly value: number;
  readonly is: 'people' | 'rate' | 'yen' | 'other';
  /** Unit and 延べ or 実: only the same are added and subtracted. */
  readonly family: string;
  readonly label: string;
  /** Two people decided that it is told. */
  readonly isExcepted: boolean;
  /** What last year's report did with it. */
  readonly last?: 'told' | 'withheld';
}

/** Above it nobody tries every sum. */
const most = 10;

/**
 * How the numbers of different measures tell each other, in every period in which they stand side by side: amounts and their
 * recipients, rates and what they are of, what is left of a whole, and what adds up. What nobody prints is a cell as well.
 */
export function tiesOf(counted: readonly Counted[], fewest: number): Table {
  const periods = [...Map.groupBy(counted, ({ period }) => period).values()];
  const tables = [
    ...periods.map(amountTies),
    ...periods.map((side) => rateTies(side, fewest)),
    ...periods.map((side) => restTies(side.flatMap((part) => namedPart(part, side)))),
    { cells: [], relations: totalsOf(periods) },
  ];
  const cells = new Map(tables.flatMap((table) => table.cells).map((cell) => [cell.id, cell]));
  return { cells: [...cells.values()], relations: tables.flatMap(({ relations }) => relations) };
}

/** At a price that is known from elsewhere an amount tells how many it was paid to. */
function amountTies(side: readonly Counted[]): Table {
  const relations = side
    .filter(({ is, value }) => is === 'yen' && value > 0)
    .flatMap((yen) =>
      side.filter(({ is }) => is === 'people').map(({ cell, value }) => tellsOf(cell, value, yen.cell)),
    );
  return { cells: [], relations };
}

/** A number of people, and the number of people that it is a part of. */
interface Pair {
  readonly part: Counted;
  readonly whole: Counted;
}

/** A rate is of two numbers beside it where their share is what it says; otherwise it may be of each, with a number that nobody printed. */
function rateTies(side: readonly Counted[], fewest: number): Table {
  const people = side.filter(({ is, value }) => is === 'people' && value > 0);
  const wholes = side.filter(({ is }) => is === 'people' || is === 'other');
  const tables = side.flatMap((rate) => {
    if (rate.is !== 'rate') return [];
    const tied = people.flatMap((part) =>
      wholes.flatMap((whole) => {
        const said = part !== whole && part.value <= whole.value && percentage(part.value, whole.value, rate);
        return said ? [{ part, whole, said }] : [];
      }),
    );
    if (tied.length === 0) return rate.isExcepted ? [] : people.flatMap((each) => untold(each, rate, fewest));
    const relations = tied.flatMap(({ part, whole, said }) =>
      rateOf(part.cell, [whole.cell], { ...said, by: rate.cell }),
    );
    return [{ cells: [], relations }, restTies(tied)];
  });
  return joined(tables);
}

const percentage = (part: number, whole: number, { value }: Counted): Percentage | undefined =>
  whole > 0 ? percentageOf(part, whole, value) : undefined;

/** Few whom a rate would count, or leave out, if it were of these people, or if they were the part of it. */
function untold(of: Counted, rate: Counted, fewest: number): readonly Table[] {
  const cell = (what: string, value: number): Cell => ({
    id: `${rate.cell} ${what} ${of.measure}`,
    value,
    people: true,
    fixed: 'unprinted',
  });
  const isFew = (count: number) => count > 0 && count < fewest;
  const tie = (few: Cell, whole: readonly string[], said: Percentage): Table => ({
    cells: [few],
    relations: rateOf(few.id, whole, { ...said, by: rate.cell }),
  });
  const tables: Table[] = [];
  const part = Math.round((rate.value * of.value) / 100);
  const ofThese = percentage(part, of.value, rate);
  if (ofThese && isFew(part)) tables.push(tie(cell('in', part), [of.cell], ofThese));
  if (ofThese && isFew(of.value - part))
    tables.push(tie(cell('not-in', of.value - part), [of.cell], others(ofThese)));
  const left = rate.value > 0 ? Math.round((100 * of.value) / rate.value) - of.value : 0;
  const ofMore = percentage(of.value, of.value + left, rate);
  if (ofMore && isFew(left)) {
    const few = cell('beside', left);
    tables.push(tie(few, [of.cell, few.id], others(ofMore)));
  }
  return tables;
}

/** The share of all others. */
const others = ({ percent, within }: Percentage): Percentage => ({
  percent: Number((100 - percent).toFixed(4)),
  within,
});

/** Who is in the whole and not in the part: nobody prints them, and whoever has both numbers has them. */
function restTies(pairs: readonly Pair[]): Table {
  return joined(
    pairs
      .filter(({ part, whole }) => whole.is === 'people' && !(part.isExcepted && whole.isExcepted))
      .map(({ part, whole }) => {
        const id = `${part.cell} of ${whole.measure}`;
        const rest: Cell = { id, value: whole.value - part.value, people: true, fixed: 'unprinted' };
        return { cells: [rest], relations: [sumOf(whole.cell, [part.cell, id])] };
      }),
  );
}

/** «うち就職した方» is of the number before it. */
function namedPart(part: Counted, side: readonly Counted[]): readonly Pair[] {
  const isPart = ({ label }: Counted) => /^[（(]?うち/.test(label);
  if (part.is !== 'people' || !isPart(part)) return [];
  const whole = side
    .slice(0, side.indexOf(part))
    .findLast((each) => each.is === 'people' && each.family === part.family && !isPart(each));
  return whole && whole.value >= part.value ? [{ part, whole }] : [];
}

/** Measures that add up to another in every period in which all of them stand. */
function totalsOf(periods: readonly (readonly Counted[])[]): readonly Relation[] {
  const people = periods.map((side) => side.filter(({ is }) => is === 'people'));
  const families = Map.groupBy(people.flat(), ({ family }) => family);
  return [...families.values()].flatMap((family) => {
    const measures = [...new Set(family.map(({ measure }) => measure))];
    return measures.flatMap((whole) => {
      const rest = measures.filter((measure) => measure !== whole);
      return subsetsOf(rest).flatMap((parts) => totalOver(people, whole, parts));
    });
  });
}

/** Of two and more; of many only all together. */
function subsetsOf(measures: readonly string[]): readonly (readonly string[])[] {
  if (measures.length > most) return [measures];
  return Array.from({ length: 2 ** measures.length }, (_, bits) =>
    measures.filter((__, at) => (bits >> at) % 2 === 1),
  ).filter(({ length }) => length >= 2);
}

function totalOver(
  periods: readonly (readonly Counted[])[],
  whole: string,
  parts: readonly string[],
): readonly Relation[] {
  const sides = periods.flatMap((side) => {
    const all = side.find(({ measure }) => measure === whole);
    const added = side.filter(({ measure }) => parts.includes(measure));
    return all && added.length === parts.length ? [{ all, added }] : [];
  });
  const isTotal = sides.every(
    ({ all, added }) => added.reduce((sum, { value }) => sum + value, 0) === all.value,
  );
  // A part of nobody adds nothing: two that say the same are no total.
  const isSum = sides.some(({ added }) => added.filter(({ value }) => value > 0).length >= 2);
  if (!isTotal || !isSum) return [];
  return sides.map(({ all, added }) =>
    sumOf(
      all.cell,
      added.map(({ cell }) => cell),
    ),
  );
}

function joined(tables: readonly Table[]): Table {
  return {
    cells: tables.flatMap(({ cells }) => cells),
    relations: tables.flatMap(({ relations }) => relations),
  };
}
