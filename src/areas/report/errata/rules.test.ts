import { describe, expect, test } from 'vitest';
import { aProgram } from '../editions/fixtures.ts';
import {
  type Correction,
  decideErratum,
  decideErratumApproval,
  shownAt,
  type Target,
  targetFromText,
  targetText,
  undoneCorrections,
  withCorrections,
} from './rules.ts';

const program = aProgram();
const measureId = program.measures[0]?.id ?? '';
const year: Target = { kind: 'figure', measureId, period: '2024' };
const may: Target = { kind: 'figure', measureId, period: '2024-05' };
const evaluation: Target = { kind: 'text', field: 'evaluation' };
const correction = (target: Target, oldValue: string, newValue: string): Correction => ({
  target,
  oldValue,
  newValue,
  reason: '写し間違い',
  on: '2025-10-01',
});

describe('an erratum is proposed', () => {
  const facts = {
    editionStatus: 'published',
    numbers: { open: [], unknown: [], withheld: [] } as Parameters<typeof decideErratum>[0]['numbers'],
    target: year,
    shown: '1398',
    newValue: '１，３８９',
    open: [] as readonly Target[],
    untellable: (value: number) => (value === 3 ? ('few-people' as const) : undefined),
  };
  test.each([
    [
      'not of what stands beside a withheld number',
      { ...facts, untellable: () => 'beside-withheld' as const },
      'beside-withheld',
    ],
    ['not with a number of few people', { ...facts, newValue: '3' }, 'few-people'],
    ['with a number typed as people type it, kept as a plain one', facts, '1389'],
    [
      'not with words that say a withheld number',
      {
        ...facts,
        target: evaluation,
        shown: '旧',
        newValue: '3人',
        numbers: { ...facts.numbers, withheld: [{ sentence: '3人', place: '', number: '3人' }] },
      },
      'number-withheld',
    ],
    ['of a text with any words', { ...facts, target: evaluation, shown: '旧', newValue: '新' }, '新'],
    ['never of a draft', { ...facts, editionStatus: 'draft' }, 'edition-not-published'],
    ['never of a figure that was not published', { ...facts, shown: null }, 'target-unknown'],
    ['never without saying of what', { ...facts, target: null }, 'target-unknown'],
    ['not with words where a number belongs', { ...facts, newValue: '約千' }, 'not-a-number'],
    ['not with a number below zero', { ...facts, newValue: '-5' }, 'not-a-number'],
    ['not when nothing changes', { ...facts, newValue: '1,398' }, 'nothing-changes'],
    ['not while the same is decided on', { ...facts, open: [year] }, 'erratum-open'],
    ['while another one is decided on', { ...facts, open: [may] }, '1389'],
  ] as const)('%s', (_, given, expected) => {
    const result = decideErratum(given);
    expect(result.ok ? result.value : result.refusal).toBe(expected);
  });
});

test.each([
  ['published by a second person', 'proposed', 'b', true],
  ['not by who proposed it', 'proposed', 'a', 'own-erratum'],
  ['not twice', 'published', 'b', 'erratum-decided'],
  ['not after it was refused', 'refused', 'b', 'erratum-decided'],
])('an erratum is %s', (_, status, person, expected) => {
  const result = decideErratumApproval({ status, proposedBy: 'a', person, untellable: undefined });
  expect(result.ok || result.refusal).toBe(expected);
});

test('an erratum is not published once it would tell few, with what was corrected since', () => {
  const facts = { status: 'proposed', proposedBy: 'a', person: 'b' };
  expect(decideErratumApproval({ ...facts, untellable: 'few-people' })).toMatchObject({
    refusal: 'few-people',
  });
});

describe('the public reads', () => {
  const corrections = [
    correction(year, '120', '121'),
    correction(year, '121', '122'),
    correction(may, '70', '72'),
    correction(evaluation, program.evaluation, '直した評価'),
  ];

  test('what the last erratum says', () => {
    expect(shownAt(program, corrections, year)).toBe('122');
    expect(shownAt(program, corrections, may)).toBe('72');
    expect(shownAt(program, [], evaluation)).toBe('続けて来る人が増えた');
  });

  test('nothing where nothing was published', () => {
    expect(shownAt(program, [], { kind: 'figure', measureId, period: '2023' })).toBeNull();
    expect(shownAt(program, [], { kind: 'figure', measureId, period: '2024-09' })).toBeNull();
    expect(shownAt(program, [], { kind: 'figure', measureId: 'other', period: '2024' })).toBeNull();
  });

  test('corrected figures and texts in the place of the printed ones, and all else untouched', () => {
    const shown = withCorrections(program, corrections);
    expect(shown.measures[0]).toMatchObject({
      value: 122,
      months: [
        { period: '2024-04', value: 50 },
        { period: '2024-05', value: 72 },
      ],
    });
    expect(shown.evaluation).toBe('直した評価');
    expect(shown.summary).toBe(program.summary);
    expect(withCorrections(program, [])).toBe(program);
  });
});

describe('a new edition takes a correction back', () => {
  const [first, second] = [correction(year, '120', '121'), correction(year, '121', '122')];
  test.each([
    ['when it says again what was wrong', [correction(year, '120', '122')], 1],
    [
      'when it says what an earlier correction mended wrongly',
      [correction(year, '119', '120'), correction(year, '120', '122')],
      1,
    ],
    ['not when it says what is right', [correction(year, '119', '120')], 0],
    ['not when it knows better than both', [correction(year, '117', '118')], 0],
    ['once, however often the same was corrected', [first, second], 1],
    ['not when the last correction went back to it', [first, correction(year, '121', '120')], 0],
  ] as const)('%s', (_, corrections, expected) => {
    expect(undoneCorrections(program, corrections)).toHaveLength(expected);
  });
});

test.each([[year], [may], [evaluation]])(
  'a target is the same after its way through a form: %o',
  (target) => {
    expect(targetFromText(targetText(target))).toEqual(target);
  },
);

test.each(['', 'figure', 'figure x 2024', 'text name', 'text', `figure ${measureId} 24`])(
  'a target that no form of ours has is none: %s',
  (text) => {
    expect(targetFromText(text)).toBeNull();
  },
);
