import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cell,
  distinctOver,
  percentageOf,
  rateOf,
  sameAs,
  sumOf,
  type Table,
  tellsOf,
} from './cells.ts';
import { crossCounts, crossTable, everyTable, hierarchies, sharesTable } from './fixtures.ts';
import { findLeaks } from './leaks.ts';
import { toldCount } from './parts.ts';
import { withhold } from './withhold.ts';

const k = 10;
const people = (id: string, value: number, fixed?: Cell['fixed']): Cell => ({
  id,
  value,
  people: true,
  ...(fixed ? { fixed } : {}),
});
const told = (table: Table, fewest = k) => {
  const { cells, leaks } = withhold(table, fewest);
  return { withheld: Object.fromEntries(cells), leaks: leaks.map(({ cell }) => cell.id) };
};
const onlyFew = (table: Table, fewest = k) =>
  new Set(
    table.cells
      .filter(({ value, fixed }) => fixed === undefined && value >= 1 && value < fewest)
      .map(({ id }) => id),
  );
const runs = { numRuns: 60 };

test.each([
  [0, 0],
  [1, null],
  [9, null],
  [10, 10],
  [250, 250],
])('a count of %i that stands by itself is given on as %s', (count, told) => {
  expect(toldCount(count)).toBe(told);
});

describe('what is not told', () => {
  test.each<[string, Table, Record<string, string>]>([
    ['0 and 10 are told', { cells: [people('a', 0), people('b', 10)], relations: [] }, {}],
    ['1 and 9 are not', { cells: [people('a', 1), people('b', 9)], relations: [] }, { a: 'few', b: 'few' }],
    ['contacts are no people', { cells: [{ id: 'a', value: 3, people: false }], relations: [] }, {}],
    [
      'money of few recipients is not, whatever its amount',
      { cells: [{ id: 'a', value: 90_000, people: false, sensitive: true }], relations: [] },
      { a: 'few' },
    ],
    [
      'the smallest beside it goes, too; a zero never',
      {
        cells: [people('all', 60), people('a', 4), people('b', 0), people('c', 25), people('d', 31)],
        relations: [sumOf('all', ['a', 'b', 'c', 'd'])],
      },
      { a: 'few', c: 'beside' },
    ],
    [
      'two small ones whose sum is small take a third with them',
      {
        cells: [people('all', 60), people('a', 2), people('b', 3), people('c', 25), people('d', 30)],
        relations: [sumOf('all', ['a', 'b', 'c', 'd'])],
      },
      { a: 'few', b: 'few', c: 'beside' },
    ],
    [
      'of two equal ones always the same goes',
      {
        cells: [people('all', 54), people('a', 4), people('c', 25), people('b', 25)],
        relations: [sumOf('all', ['a', 'b', 'c'])],
      },
      { a: 'few', b: 'beside' },
    ],
    [
      'those whom a rate does not count are people as well',
      {
        cells: [people('of', 40), people('in', 37), people('out', 3, 'unprinted')],
        relations: [sumOf('of', ['in', 'out'])],
      },
      { in: 'beside' },
    ],
    [
      'a distinct year is at least its greatest month: the months together say no more',
      {
        cells: [people('year', 30), people('4', 12), people('5', 25)],
        relations: distinctOver('year', ['4', '5']),
      },
      {},
    ],
  ])('%s', (_, table, expected) => {
    expect(told(table)).toEqual({ withheld: expected, leaks: [] });
  });

  const said = { percent: 7.5, within: 0.05 } as const;
  const rate: Cell = { id: 'rate', value: 7.5, people: false };
  test.each<[string, readonly Cell[], Table['relations'], Record<string, string>]>([
    [
      'a rate that tells its part goes before any count; the whole stays',
      [people('in', 3), people('of', 40), rate],
      rateOf('in', ['of'], { ...said, by: 'rate' }),
      { in: 'few', rate: 'beside' },
    ],
    [
      'a rate of nothing as well, where a few are behind it',
      [people('in', 3), people('of', 9000), { ...rate, value: 0 }],
      rateOf('in', ['of'], { percent: 0, within: 0.05, by: 'rate' }),
      { in: 'few', rate: 'beside' },
    ],
    [
      'a rate of many stays',
      [people('in', 30), people('of', 400), rate],
      rateOf('in', ['of'], { ...said, by: 'rate' }),
      {},
    ],
    [
      'of a part and a whole that leave few one is told alone, and no rate',
      [people('in', 46), people('of', 47), people('out', 1, 'unprinted'), { ...rate, value: 97.9 }],
      [sumOf('of', ['in', 'out']), ...rateOf('in', ['of'], { percent: 97.9, within: 0.05, by: 'rate' })],
      { in: 'beside', rate: 'beside' },
    ],
    [
      'an amount goes with whom it was paid to, and no other amount with it',
      [
        people('in', 3),
        { id: 'yen', value: 90_000, people: false },
        { id: 'other', value: 10, people: false },
      ],
      [tellsOf('in', 3, 'yen')],
      { in: 'few', yen: 'beside' },
    ],
  ])('%s', (_, cells, relations, expected) => {
    expect(told({ cells, relations })).toEqual({ withheld: expected, leaks: [] });
  });

  test.each([
    [3, 40, 7.5, 0.05],
    [2, 300, 0.6, 0.1],
    [27, 46, 59, 0.5],
    [27, 46, 58, 1],
    [3, 40, 58.7, undefined],
  ])('%i of %i is read in %f percent to within %s', (part, whole, percent, within) => {
    expect(percentageOf(part, whole, percent)?.within).toBe(within);
  });

  test('another threshold, another table', () => {
    const table: Table = { cells: [people('a', 5), people('b', 4)], relations: [] };
    expect(told(table, 5).withheld).toEqual({ b: 'few' });
  });
});

describe('what was told before', () => {
  const year = (fixed?: Cell['fixed']) => [
    people('all', 60, fixed),
    people('a', 4),
    people('b', 26),
    people('c', 30),
  ];

  test('stays told, and something else goes', () => {
    const cells = year().map((cell) => (cell.id === 'b' ? { ...cell, fixed: 'told' as const } : cell));
    expect(told({ cells, relations: [sumOf('all', ['a', 'b', 'c'])] }).withheld).toEqual({
      a: 'few',
      c: 'beside',
    });
  });

  test('where everything else is known the small number cannot be kept, and that is said', () => {
    const cells = year('told').map((cell) => (cell.id === 'a' ? cell : { ...cell, fixed: 'told' as const }));
    expect(told({ cells, relations: [sumOf('all', ['a', 'b', 'c'])] })).toEqual({
      withheld: { a: 'few' },
      leaks: ['a'],
    });
  });

  test('a later edition does not tell what an earlier one withheld beside a small one', () => {
    const earlier = [
      people('old all', 40, 'told'),
      people('old a', 7, 'withheld'),
      people('old b', 12, 'withheld'),
      people('old c', 21, 'told'),
    ];
    const later = [people('all', 45), people('a', 12), people('b', 12), people('c', 21)];
    const table = {
      cells: [...earlier, ...later],
      relations: [
        sumOf('old all', ['old a', 'old b', 'old c']),
        sumOf('all', ['a', 'b', 'c']),
        sameAs('old b', 'b'),
        sameAs('old c', 'c'),
      ],
    };
    const { cells, leaks } = withhold(table, k);
    expect(cells.get('b')).toBe('beside');
    expect(leaks).toEqual([]);
    expect(findLeaks(table, new Set(), k).map(({ cell }) => cell.id)).toContain('old a');
  });

  test('a rate that was printed gives its numerator away: the check sees it', () => {
    const table = {
      cells: [people('of', 120, 'told'), people('in', 8)],
      relations: rateOf('in', ['of'], { percent: 6.7, within: 0.05 }),
    };
    expect(told(table).leaks).toEqual(['in']);
  });
});

describe('nobody can work out what is withheld', () => {
  test('of tables with rows, columns and totals', () => {
    fc.assert(
      fc.property(crossCounts(), (counts) => {
        const table = crossTable('t', counts);
        const { cells, leaks } = withhold(table, k);
        expect(leaks).toEqual([]);
        expect(findLeaks(table, new Set(cells.keys()), k)).toEqual([]);
        for (const { id, value } of table.cells)
          if (value >= 1 && value < k) expect(cells.get(id)).toBe('few');
          else if (value === 0) expect(cells.has(id)).toBe(false);
      }),
      runs,
    );
  });

  test('of areas, sub-areas and all together', () => {
    fc.assert(
      fc.property(hierarchies, (table) => {
        const { cells, leaks } = withhold(table, k);
        expect(leaks).toEqual([]);
        expect(findLeaks(table, new Set(cells.keys()), k)).toEqual([]);
      }),
      runs,
    );
  });

  test('of one edition after the other, though some numbers stay and some change', () => {
    fc.assert(
      fc.property(
        crossCounts({ rows: 3, columns: 3 }),
        fc.array(fc.nat(6), { minLength: 9, maxLength: 9 }),
        (counts, more) => {
          const first = crossTable('1', counts);
          const kept = withhold(first, k).cells;
          const later = counts.map((row, r) =>
            row.map((value, c) => value + Math.max(0, (more[r * 3 + c] ?? 0) - 4)),
          );
          const second = crossTable('2', later);
          const old = first.cells.map((cell) => ({
            ...cell,
            fixed: kept.has(cell.id) ? ('withheld' as const) : ('told' as const),
          }));
          const same = second.cells.flatMap(({ id, value }, at) => {
            const before = first.cells[at];
            return before?.value === value ? [sameAs(id, before.id)] : [];
          });
          const both = {
            // What stands unchanged was told, and stays told.
            cells: [
              ...old,
              ...second.cells.map((cell, at) =>
                old[at]?.fixed === 'told' && old[at]?.value === cell.value
                  ? { ...cell, fixed: 'told' as const }
                  : cell,
              ),
            ],
            relations: [...first.relations, ...second.relations, ...same],
          };
          const { cells, leaks } = withhold(both, k);
          const found = findLeaks(both, new Set(cells.keys()), k).map(({ cell }) => cell.id);
          expect(found).toEqual(found.filter((id) => leaks.some(({ cell }) => cell.id === id)));
          // What an earlier edition kept is never lost to a later one that is free to be silent.
          expect(leaks.filter(({ cell }) => cell.fixed === 'withheld')).toEqual([]);
        },
      ),
      runs,
    );
  });

  const months = (most: number) =>
    fc.array(fc.record({ part: fc.nat(most), rest: fc.nat(most) }), { minLength: 1, maxLength: 4 });

  test('of rates, of those whom they leave out and of amounts, by month and over the year', () => {
    fc.assert(
      fc.property(months(40), (counts) => {
        const table = sharesTable(counts);
        const { cells, leaks } = withhold(table, k);
        expect(leaks).toEqual([]);
        expect(findLeaks(table, new Set(cells.keys()), k)).toEqual([]);
        const isTold = (id: string) => !cells.has(id);
        // As a reader does it, with a pencil.
        for (const [at, { part, rest }] of [...counts].entries()) {
          const [a, b, r, y] = ['part', 'whole', 'rate', 'yen'].map((name) => isTold(`${name} ${at}`));
          const fewIn = part > 0 && part < k;
          const fewOut = rest > 0 && rest < k;
          if (fewIn) expect([a, y && part > 0, b && r]).toEqual([false, false, false]);
          if (fewOut && part > 0) expect([a && b, a && r, b && r]).toEqual([false, false, false]);
        }
      }),
      runs,
    );
  });

  test('of them, as trying every table there is shows', () => {
    fc.assert(
      fc.property(
        months(5).filter(({ length }) => length <= 2),
        (counts) => {
          const fewest = 3;
          const table = sharesTable(counts);
          const { cells, leaks } = withhold(table, fewest);
          expect(leaks).toEqual([]);
          const counted = (id: string) => !/^(?:rate|yen)/.test(id);
          const only = {
            cells: table.cells.filter(({ id }) => counted(id)),
            relations: table.relations.filter(({ terms }) => terms.every(({ cell }) => counted(cell))),
          };
          const hidden = new Set([
            ...cells.keys(),
            ...only.cells.filter(({ fixed }) => fixed === 'unprinted').map(({ id }) => id),
          ]);
          const ranges = everyTable(only, hidden, 24);
          for (const { id, value, fixed } of only.cells) {
            const [low, high] = ranges.get(id) ?? [0, fewest];
            if (fixed !== 'unprinted' || (value > 0 && value < fewest))
              expect([id, high - low + 1 >= fewest]).toEqual([id, true]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('the same table gives the same answer, in whatever order it is told', () => {
    fc.assert(
      fc.property(crossCounts(), (counts) => {
        const table = crossTable('t', counts);
        const turned = { cells: table.cells.toReversed(), relations: table.relations };
        expect(withhold(turned, k).cells).toEqual(withhold(table, k).cells);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the check', () => {
  test('finds it when only the small ones are withheld and a total tells the rest', () => {
    fc.assert(
      fc.property(crossCounts(), (counts) => {
        const table = crossTable('t', counts);
        const few = onlyFew(table);
        const alone = table.relations.some(
          ({ terms }) => terms.filter(({ cell }) => few.has(cell)).length === 1,
        );
        fc.pre(alone);
        expect(findLeaks(table, few, k)).not.toEqual([]);
      }),
      runs,
    );
  });

  test('finds what no single relation shows: 2 × 2 withheld cells and the bounds of their rows', () => {
    const table = crossTable('t', [
      [3, 40, 11],
      [30, 2, 14],
      [12, 15, 16],
    ]);
    const corner = new Set(['t:0:0', 't:0:1', 't:1:0', 't:1:1']);
    // Rows of 43 and 32, columns of 33 and 42: t:0:0 lies from 1 to 32, wide enough.
    expect(findLeaks(table, corner, k)).toEqual([]);
    // With the first two of the third row withheld as well and 5 people in two cells, it does not.
    const tight = crossTable('t', [
      [2, 3, 11],
      [30, 20, 14],
    ]);
    expect(findLeaks(tight, corner, k).map(({ cell, low, high }) => [cell.id, low, high])).toContainEqual([
      't:0:0',
      1,
      4,
    ]);
  });

  test('agrees with trying every table there is, on small ones', () => {
    const small = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    });
    fc.assert(
      fc.property(small, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (counts, chosen) => {
        const table = crossTable('t', counts);
        const hidden = new Set(
          table.cells
            .filter(({ value }, at) => value > 0 && at < 9 && chosen[at] && at < counts.length * 3)
            .map(({ id }) => id),
        );
        const fewest = 3;
        const leaks = new Set(findLeaks(table, hidden, fewest).map(({ cell }) => cell.id));
        const quick = new Set(findLeaks(table, hidden, fewest, { proven: false }).map(({ cell }) => cell.id));
        const ranges = everyTable(table, hidden, 16);
        const narrow = [...ranges].filter(([, [low, high]]) => high - low + 1 < fewest).map(([id]) => id);
        // Quick bounds may stop the exact ones of a piece, but what is narrow is never called safe, and what is safe never narrow.
        for (const id of leaks) expect(narrow).toContain(id);
        if (narrow.length > 0) expect(leaks.size).toBeGreaterThan(0);
        if (quick.size === 0) expect([...leaks].sort()).toEqual(narrow.sort());
      }),
      { numRuns: 80 },
    );
  });
});
