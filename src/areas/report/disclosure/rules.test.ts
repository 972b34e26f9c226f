import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasureContent } from '../editions/content.ts';
import { aContent, aMeasure, wings } from '../manuscripts/fixtures.ts';
import type { Exception } from './measures/rules.ts';
import { control, type ControlFacts, type Controlled, recoverable } from './rules.ts';

type Change = Partial<MeasureContent>;
const people = (thread: string, value: number | null, change: Change = {}) =>
  aMeasure(thread, { kind: 'people', counting: 'distinct', value, ...change });
const yen = (thread: string, value: number | null, change: Change = {}) =>
  aMeasure(thread, { kind: 'yen', unit: { ja: '円', en: 'yen' }, value, ...change });
const rate = (thread: string, value: number | null, change: Change = {}) =>
  aMeasure(thread, { kind: 'rate', unit: { ja: '％', en: '%' }, value, ...change });
const months = (...values: readonly number[]) => ({
  months: values.map((value, at) => ({ period: `2024-0${at + 4}`, value })),
});
const total = (thread: string, ...values: readonly number[]) =>
  people(
    thread,
    values.reduce((sum, value) => sum + value, 0),
    { counting: 'total', ...months(...values) },
  );
const before = (previousValue: number) => ({ previousValue });
const excepted = (thread: string, value: number): Exception => ({ cell: `${thread} 2024`, value });

/** What could be worked out nevertheless, by the proof. */
function leaksOf({ programs }: Controlled['content'], withheld: Controlled['withheld'], facts: ControlFacts) {
  const kept = new Map(withheld.map(({ cell, value }) => [cell, value]));
  return recoverable(programs, kept, facts).map(({ measure, period }) => `${measure.id} ${period}`);
}

test.each<[string, readonly MeasureContent[], readonly Exception[], readonly string[]]>([
  ['few people, with what was paid to them', [people('a', 7), yen('y', 90_000)], [], ['a', 'y']],
  ['nothing where there are many', [people('a', 12), yen('y', 90_000)], [], []],
  [
    'no money beside few whom two people decided to tell',
    [people('a', 7), yen('y', 90_000)],
    [excepted('a', 7)],
    [],
  ],
  [
    'the money of one or two even then: it is theirs',
    [people('a', 2), yen('y', 90_000)],
    [excepted('a', 2)],
    ['y'],
  ],
  [
    'money neither, once that was decided too',
    [people('a', 2), yen('y', 90_000)],
    [excepted('a', 2), excepted('y', 90_000)],
    [],
  ],
  ['a rate by which few are found', [people('a', 3), people('b', 40), rate('r', 7.5)], [], ['a', 'r']],
  ['one that was cut as well', [people('a', 2), people('b', 300), rate('r', 0.6)], [], ['a', 'r']],
  ['no rate of many', [people('a', 12), people('b', 40), rate('r', 30)], [], []],
  ['no rate of something else', [people('a', 3), people('b', 40), rate('r', 58.7)], [], ['a']],
  ['a rate that alone tells few of a number', [people('b', 46), rate('r', 6.5)], [], ['r']],
  ['and one that tells few whom it leaves out', [people('b', 46), rate('r', 97.8)], [], ['r']],
  ['also where the number is the part of it', [people('a', 46), rate('r', 97.9)], [], ['r']],
  ['not once two people saw to it', [people('b', 46), rate('r', 6.5)], [excepted('r', 6.5)], []],
  ['no rate that tells many of a number', [people('b', 46), rate('r', 58.7)], [], []],
  [
    'a part that leaves few of its whole',
    [people('a', 46), people('b', 47), rate('r', 97.9)],
    [],
    ['a', 'r'],
  ],
  [
    'the whole where two people decided to tell the part, until they did so of both',
    [people('a', 46), people('b', 47), rate('r', 97.9)],
    [excepted('a', 46)],
    ['b', 'r'],
  ],
  [
    'neither once they did',
    [people('a', 46), people('b', 47), rate('r', 97.9)],
    [excepted('a', 46), excepted('b', 47)],
    [],
  ],
  ['nothing where all are in the part', [people('a', 47), people('b', 47), rate('r', 100)], [], []],
  [
    'a part by its name',
    [people('b', 40), people('a', 37, { label: { ja: 'うち修了した方', en: '' } })],
    [],
    ['a'],
  ],
  [
    'beside few the smallest of those that add up with them',
    [people('all', 60), people('w', 36), people('m', 20), people('x', 4)],
    [],
    ['m', 'x'],
  ],
  ['nothing where nothing adds up', [people('all', 61), people('w', 36), people('x', 4)], [], ['x']],
  ['no rate of few who are told', [people('a', 3), people('b', 40), rate('r', 7.5)], [excepted('a', 3)], []],
])('of a program is withheld: %s', (_, measures, exceptions, expected) => {
  const facts = { fewest: 10, exceptions, earlier: [], lastYear: () => undefined };
  const { content, withheld } = control(aContent([wings({ measures })]), facts);
  expect(leaksOf(content, withheld, facts)).toEqual([]);
  const blank = content.programs.flatMap((program) =>
    program.measures.filter(({ value }) => value === null).map(({ id }) => id),
  );
  expect(blank.toSorted()).toEqual(expected);
  expect(withheld.map(({ cell }) => cell).toSorted()).toEqual(expected.map((id) => `${id} 2024`));
});

test.each<[string, readonly MeasureContent[], readonly string[]]>([
  [
    'the rate of a month with few',
    [total('a', 3, 30, 40), total('b', 40, 60, 80), rate('r', 40.6, months(7.5, 50, 50))],
    ['a 2024-04', 'a 2024-05', 'r 2024-04', 'r 2024-05'],
  ],
  [
    'the rate of a month of which no other tells the part',
    [total('b', 40, 60, 80), rate('r', null, months(7.5, 50, 50))],
    ['r 2024-04'],
  ],
  [
    'last year’s rate beside last year’s few',
    [people('a', 20, before(3)), people('b', 40, before(40)), rate('r', 50, before(7.5))],
    ['a before', 'r before'],
  ],
  [
    'last year’s part that leaves few of its whole',
    [people('a', 20, before(38)), people('b', 40, before(40)), rate('r', 50, before(95))],
    ['a before', 'r before'],
  ],
  [
    'what was paid in a month to few, and in the month beside it',
    [total('a', 2, 30, 40), yen('y', 2_160_000, months(60_000, 900_000, 1_200_000))],
    ['a 2024-04', 'a 2024-05', 'y 2024-04', 'y 2024-05'],
  ],
  [
    'every month of what was paid to few in the year',
    [people('a', 7), yen('y', 210_000, months(30_000, 60_000, 120_000))],
    ['a 2024', 'y 2024', 'y 2024-04', 'y 2024-05', 'y 2024-06'],
  ],
  [
    'last year’s money of few',
    [people('a', 40, before(2)), yen('y', 1_200_000, before(60_000))],
    ['a before', 'y before'],
  ],
])('of months and of the year before is withheld: %s', (_, measures, expected) => {
  const facts = { fewest: 10, exceptions: [], earlier: [], lastYear: () => undefined };
  const { content, withheld } = control(aContent([wings({ measures })]), facts);
  expect(withheld.map(({ cell }) => cell).toSorted()).toEqual(expected);
  expect(leaksOf(content, withheld, facts)).toEqual([]);
});

describe('what last year’s report kept', () => {
  const lastYear = (thread: string) =>
    new Map([
      ['a', { value: 3, told: false }],
      ['b', { value: 40, told: true }],
    ]).get(thread);
  const facts = { fewest: 10, exceptions: [], earlier: [], lastYear };
  const measures = [
    people('a', 20, { previousValue: null, previousWithheld: true }),
    people('b', 40, before(40)),
    rate('r', 50, before(7.5)),
  ];

  test('is not told by a rate of that year that is new beside it', () => {
    const { withheld } = control(aContent([wings({ measures })]), facts);
    expect(withheld.map(({ cell }) => cell)).toEqual(['r before']);
  });

  test('is found in a draft that tells it by such a rate', () => {
    const [program] = aContent([wings({ measures })]).programs;
    const found = recoverable(program ? [program] : [], new Map(), facts);
    expect(found.map(({ measure, period }) => `${measure.id} ${period}`)).toEqual(['a 2023']);
  });
});

describe('what an earlier edition kept', () => {
  const measures = [total('a', 4, 22, 30)];
  const facts = { fewest: 10, exceptions: [], earlier: [], lastYear: () => undefined };
  const one = control(aContent([wings({ measures })]), facts);
  const earlier = [
    {
      number: 1,
      programs: one.content.programs,
      corrected: new Map<string, number>(),
      withheld: new Map(one.withheld.map(({ cell, value }) => [cell, value])),
    },
  ];
  const again = (change: Partial<ControlFacts>) => {
    const given = { ...facts, earlier, ...change };
    const { content, withheld } = control(aContent([wings({ measures })]), given);
    return { withheld: withheld.map(({ cell }) => cell), leaks: leaksOf(content, withheld, given) };
  };

  test('is kept by the next one', () => {
    expect(one.withheld.map(({ cell }) => cell)).toEqual(['a 2024-04', 'a 2024-05']);
    expect(again({})).toEqual({ withheld: ['a 2024-04', 'a 2024-05'], leaks: [] });
  });

  test('is told once two people decided so, and with it what was kept beside it alone', () => {
    expect(again({ exceptions: [{ cell: 'a 2024-04', value: 4 }] })).toEqual({ withheld: [], leaks: [] });
  });

  test('is told where it is not few any more by the threshold that holds, and only then', () => {
    expect(again({ fewest: 5 }).withheld).toEqual(['a 2024-04', 'a 2024-05']);
    expect(again({ fewest: 4 })).toEqual({ withheld: [], leaks: [] });
  });
});

describe('whatever is counted', () => {
  const month = fc.record({ part: fc.nat(30), rest: fc.nat(30) });
  const programs = fc.record({
    counts: fc.array(month, { minLength: 1, maxLength: 4 }),
    last: month,
    cut: fc.boolean(),
    withPart: fc.boolean(),
  });
  const percent = (part: number, whole: number, cut: boolean) =>
    whole === 0 ? 0 : (cut ? Math.floor : Math.round)((1000 * part) / whole) / 10;

  function measuresOf({
    counts,
    last,
    cut,
    withPart,
  }: typeof programs extends fc.Arbitrary<infer P> ? P : never) {
    const part = counts.map((each) => each.part);
    const whole = counts.map((each) => each.part + each.rest);
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    const rates = part.map((each, at) => percent(each, whole[at] ?? 0, cut));
    const all = last.part + last.rest;
    return [
      { ...total('b', ...whole), ...before(all) },
      ...(withPart
        ? [
            { ...total('a', ...part), ...before(last.part) },
            yen('y', 30_000 * sum(part), {
              ...months(...part.map((each) => 30_000 * each)),
              ...before(30_000 * last.part),
            }),
          ]
        : []),
      rate('r', percent(sum(part), sum(whole), cut), {
        ...months(...rates),
        ...before(percent(last.part, all, cut)),
      }),
    ];
  }

  test('a reader with a pencil finds no few by a rate, by what it leaves out or by what was paid', () => {
    fc.assert(
      fc.property(programs, (given) => {
        const facts = { fewest: 10, exceptions: [], earlier: [], lastYear: () => undefined };
        const { content, withheld } = control(aContent([wings({ measures: measuresOf(given) })]), facts);
        expect(leaksOf(content, withheld, facts)).toEqual([]);
        const [program] = content.programs;
        const said = (id: string, at: number | 'before') => {
          const measure = program?.measures.find((each) => each.id === id);
          const value = at === 'before' ? measure?.previousValue : measure?.months[at]?.value;
          return value ?? undefined;
        };
        for (const [at, { part, rest }] of [...given.counts.entries(), ['before', given.last] as const]) {
          const few = [part, rest].filter((count) => count > 0 && count < 10);
          const [a, b, r, y] = ['a', 'b', 'r', 'y'].map((id) => said(id, at));
          const found = [
            a,
            y && y / 30_000,
            a !== undefined && b !== undefined ? b - a : undefined,
            ...(b !== undefined && r !== undefined ? nearest((b * r) / 100, b) : []),
            ...(a && r ? nearest((100 * a) / r - a, b ?? 1000) : []),
          ];
          expect(found.filter((count) => few.includes(count ?? 0))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  /** A share of fewer than a thousand is one number of people, and so are all others. */
  const nearest = (count: number, whole: number) =>
    whole < 300 ? [Math.round(count), whole - Math.round(count)] : [];

  test('a later edition tells no more than the one before kept', () => {
    fc.assert(
      fc.property(programs, fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }), (given, more) => {
        const first = aContent([wings({ measures: measuresOf(given) })]);
        const facts = { fewest: 10, exceptions: [], earlier: [], lastYear: () => undefined };
        const one = control(first, facts);
        const earlier = {
          number: 1,
          programs: one.content.programs,
          corrected: new Map<string, number>(),
          withheld: new Map(one.withheld.map(({ cell, value }) => [cell, value])),
        };
        const counts = given.counts.map(({ part, rest }, at) => ({
          part: part + Math.max(0, (more[at] ?? 0) - 2),
          rest,
        }));
        const later = aContent([wings({ measures: measuresOf({ ...given, counts }) })]);
        const both = { ...facts, earlier: [earlier] };
        const two = control(later, both);
        const kept = leaksOf(two.content, two.withheld, both);
        // What changed may itself be few and told by what was told before: then the draft is refused, and only then.
        expect(
          kept.filter((name) => one.withheld.some(({ cell, value }) => `${cell} ${value}` === name)),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
