import { describe, expect, test } from 'vitest';
import { aProgram } from '../editions/fixtures.ts';
import type { ProgramContent } from '../editions/content.ts';
import { changedSince, decideFreeze, type Expectation, expectationOf, storyOf } from './rules.ts';

type Source = Parameters<typeof decideFreeze>[0]['programs'][number];

const text = (ja: string) => ({ ja, en: '' });
const calls = '11111111-1111-4111-8111-111111111111';

const expected: Expectation = {
  name: text('夜の相談'),
  continuity: 'new',
  purpose: '夜に話せる人がいる',
  targetPeople: '夜に困っている人',
  logic: { inputs: '職員', activities: '電話', outputs: '相談', outcomes: '眠れる' },
  budget: 1_000_000,
  targets: [{ thread: calls, label: text('電話の相談'), unit: text('件'), target: 100 }],
};

const program = (id: string) => ({ ...aProgram(), id }) as unknown as Source;

test('an expectation says what the program says, its first money and every target', () => {
  const source = {
    ...program('a'),
    budget: { initial: 5, revised: 6, settled: 7 },
    bureau: { organisationId: 'bureau', name: text('局') },
    measures: [{ ...aProgram().measures[0]!, unitName: text('件'), target: 9, definition: '受けた電話' }],
  } as unknown as Source;
  expect(expectationOf(source)).toMatchObject({
    name: text('夜の相談'),
    bureau: text('局'),
    budget: 5,
    targets: [
      {
        thread: calls,
        label: text('電話の相談'),
        unit: text('件'),
        target: 9,
        definition: '受けた電話',
        counting: null,
      },
    ],
  });
});

describe('an expectation is kept', () => {
  test('of every program that has none yet', () => {
    const programs = [program('a'), program('b')];
    expect(decideFreeze({ programs, frozen: new Set(['a']), resultsPublished: false })).toMatchObject({
      ok: true,
      value: [{ id: 'b' }],
    });
  });

  test.each([
    [
      'once its results are out',
      { programs: [program('a')], frozen: [], resultsPublished: true },
      'results-published',
    ],
    ['where there is no program', { programs: [], frozen: [], resultsPublished: false }, 'no-programs'],
    [
      'where all are kept',
      { programs: [program('a')], frozen: ['a'], resultsPublished: false },
      'all-frozen',
    ],
  ])('never %s', (_, { frozen, ...facts }, refusal) => {
    expect(decideFreeze({ ...facts, frozen: new Set(frozen) })).toMatchObject({ ok: false, refusal });
  });
});

test.each<[string, Partial<Expectation>, readonly string[]]>([
  ['nothing', {}, []],
  ['the name alone', { name: text('別の名') }, []],
  ['its purpose', { purpose: '別の目的' }, ['purpose']],
  ['its people', { targetPeople: '別の人' }, ['targetPeople']],
  ['a step of the logic model', { logic: { ...expected.logic, outcomes: '別の変化' } }, ['logic']],
  ['its money', { budget: null }, ['budget']],
  ['a target', { targets: [{ ...expected.targets[0]!, target: 80 }] }, ['targets']],
  ['a target that is gone', { targets: [] }, ['targets']],
  [
    'a measure that came later',
    { targets: [...expected.targets, { ...expected.targets[0]!, thread: 'new', target: 5 }] },
    [],
  ],
])('what changed since it was kept: %s', (_, change, parts) => {
  expect(changedSince(expected, { ...expected, ...change })).toEqual(parts);
});

describe('a program over its years', () => {
  const printed = (fiscalYear: number, change: Partial<ProgramContent> = {}): ProgramContent => ({
    ...aProgram(),
    fiscalYear,
    continuity: 'continued',
    budget: { initial: 2_000_000, revised: null, settled: null },
    ...change,
  });
  const kept = (fiscalYear: number, change: Partial<Expectation> = {}) => ({
    fiscalYear,
    frozenOn: `${fiscalYear}-04-10`,
    content: { ...expected, ...change },
  });

  test('shows the frozen target beside the value, also where the report names another target', () => {
    const [year] = storyOf({
      expected: [kept(2024)],
      results: [printed(2024, { measures: [{ ...aProgram().measures[0]!, target: 80 }] })],
      years: new Set([2024]),
    });
    expect(year?.measures).toEqual([
      {
        thread: calls,
        label: text('電話の相談'),
        unit: text('件'),
        target: 100,
        targetSaidLater: 80,
        value: 120,
        withheld: false,
        isPrinted: true,
      },
    ]);
    expect(year?.expected?.frozenOn).toBe('2024-04-10');
  });

  test('a target of which nothing was reported stays in sight', () => {
    const [year] = storyOf({
      expected: [kept(2024)],
      results: [printed(2024, { measures: [] })],
      years: new Set([2024]),
    });
    expect(year?.measures).toMatchObject([{ thread: calls, target: 100, value: null, isPrinted: false }]);
  });

  test('a year without an expectation says so, and its report’s target is not called the first', () => {
    const [year] = storyOf({
      expected: [],
      results: [printed(2024, { measures: [{ ...aProgram().measures[0]!, target: 80 }] })],
      years: new Set([2024]),
    });
    expect(year?.expected).toBeNull();
    expect(year?.measures).toMatchObject([{ target: null, targetSaidLater: 80 }]);
  });

  test('leads to what the next year says of it, by its results or by what is expected', () => {
    const story = storyOf({
      expected: [kept(2024), kept(2026, { continuity: 'expanded', budget: 5_000_000 })],
      results: [printed(2024), printed(2025)],
      years: new Set([2024, 2025, 2026]),
    });
    expect(story.map(({ fiscalYear, decision }) => [fiscalYear, decision])).toEqual([
      [
        2024,
        {
          fiscalYear: 2025,
          continuity: 'continued',
          before: { fiscalYear: 2024, amount: 2_000_000, of: 'results' },
          after: { fiscalYear: 2025, amount: 2_000_000, of: 'results' },
        },
      ],
      [
        2025,
        {
          fiscalYear: 2026,
          continuity: 'expanded',
          before: { fiscalYear: 2025, amount: 2_000_000, of: 'results' },
          after: { fiscalYear: 2026, amount: 5_000_000, of: 'expectation' },
        },
      ],
      [2026, null],
    ]);
  });

  test('that the next year does not have, has ended', () => {
    const [year] = storyOf({ expected: [], results: [printed(2024)], years: new Set([2024, 2025]) });
    expect(year?.decision).toEqual({
      fiscalYear: 2025,
      continuity: 'not-there',
      before: { fiscalYear: 2024, amount: 2_000_000, of: 'results' },
      after: null,
    });
  });
});
