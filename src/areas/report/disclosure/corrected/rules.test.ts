import { expect, test } from 'vitest';
import type { MeasureContent } from '../../editions/content.ts';
import { withCorrections } from '../../errata/rules.ts';
import { aMeasure, wings } from '../../manuscripts/fixtures.ts';
import { decideCorrected } from './rules.ts';

const people = (id: string, value: number, months: readonly number[] = []) =>
  aMeasure(id, {
    kind: 'people',
    counting: 'total',
    value,
    months: months.map((each, at) => ({ period: `2024-0${at + 4}`, value: each })),
  });
const rate = (id: string, value: number) =>
  aMeasure(id, { kind: 'rate', unit: { ja: '％', en: '%' }, value });
const cases = (id: string, value: number) => aMeasure(id, { kind: 'count', counting: null, value });

test.each<[string, readonly MeasureContent[], readonly string[], [string, number], string]>([
  ['what stands apart from everything withheld', [people('a', 40), cases('c', 9)], [], ['c', 4], 'told'],
  ['a number of many', [people('a', 40)], [], ['a', 44], 'told'],
  ['a number of few', [people('a', 40)], [], ['a', 4], 'few-people'],
  [
    'a year of which a month is withheld',
    [people('a', 60, [4, 56])],
    ['a 2024-04', 'a 2024-05'],
    ['a', 61],
    'beside-withheld',
  ],
  [
    'a whole of which the part is withheld',
    [people('a', 3), people('b', 40), rate('r', 7.5)],
    ['a 2024', 'r 2024'],
    ['b', 41],
    'beside-withheld',
  ],
  [
    'a rate that would be of the withheld',
    [people('a', 3), people('b', 40), rate('r', 58.7)],
    ['a 2024'],
    ['r', 7.5],
    'beside-withheld',
  ],
  ['a rate that would tell few by itself', [people('b', 46), rate('r', 58.7)], [], ['r', 6.5], 'few-people'],
  [
    'a whole that would leave few',
    [people('a', 46), people('b', 60), rate('r', 97.9)],
    [],
    ['b', 47],
    'few-people',
  ],
  [
    'a sum of which a part is withheld',
    [people('s', 60), people('x', 36), people('y', 20), people('z', 4)],
    ['y 2024', 'z 2024'],
    ['x', 37],
    'beside-withheld',
  ],
])(
  'a correction of %s is weighed with all that hangs together with it',
  (_, measures, kept, [id, value], expected) => {
    const before = wings({ measures });
    const target = { kind: 'figure', measureId: id, period: '2024' } as const;
    const after = withCorrections(before, [
      { target, oldValue: '', newValue: String(value), reason: '', on: '' },
    ]);
    const given = { cell: `${id} 2024`, before, after, withheld: new Set(kept) };
    const facts = { fewest: 10, exceptions: [], lastYear: () => undefined };
    expect(decideCorrected(given, facts) ?? 'told').toBe(expected);
  },
);
