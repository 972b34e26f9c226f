import { describe, expect, test } from 'vitest';
import type { MeasureContent, ProgramContent } from '../editions/content.ts';
import { aProgram } from '../editions/fixtures.ts';
import { budgetFigure, expectedBudgetFigure, measureFigure, targetFigure } from '../figures/named.ts';
import { cameOf, figuresOf } from './figures.ts';
import type { Expectation } from './rules.ts';

const text = (ja: string) => ({ ja, en: '' });
const thread = '22222222-2222-4222-8222-222222222222';
const calls = '11111111-1111-4111-8111-111111111111';
const target = {
  thread: calls,
  label: text('電話の相談'),
  unit: text('件'),
  target: 100,
  definition: '受けた電話',
  counting: null,
};
const content: Expectation = {
  name: text('夜の相談'),
  bureau: text('局'),
  continuity: 'new',
  purpose: '',
  targetPeople: '',
  logic: { inputs: '', activities: '', outputs: '', outcomes: '' },
  budget: 1_000_000,
  targets: [target],
};
const figures = (change: Partial<Expectation> = {}) =>
  figuresOf({ fiscalYear: 2024, thread, content: { ...content, ...change } });

describe('the numbers of an expectation', () => {
  test('are its first budget and its targets, each with what it means and whose it is', () => {
    expect(figures()).toMatchObject([
      {
        id: expectedBudgetFigure(2024, thread),
        label: { ja: '当初予算（結果の前に残した額）', en: 'First budget, as kept before the results' },
        unit: { ja: '円' },
        value: 1_000_000,
        bureau: text('局'),
      },
      {
        id: targetFigure(2024, calls),
        label: { ja: '電話の相談の目標', en: 'Target of “電話の相談”' },
        unit: text('件'),
        value: 100,
        definition: '受けた電話',
        period: '2024',
      },
    ]);
  });

  test('are only those that somebody stated, and one of the time before definitions were kept is told without', () => {
    const { definition: _, counting: __, ...old } = target;
    expect(figures({ budget: null, targets: [{ ...target, target: null }] })).toEqual([]);
    expect(figures({ budget: null, targets: [old] })).toMatchObject([{ definition: '', counting: null }]);
  });

  test('are called otherwise than what the report says of the same year', () => {
    expect(expectedBudgetFigure(2024, thread)).not.toBe(budgetFigure(2024, thread, 'initial'));
    expect(targetFigure(2024, calls)).not.toBe(measureFigure(2024, calls));
    expect(targetFigure(2024, calls)).not.toBe(targetFigure(2025, calls));
  });
});

describe('what came of an expected number', () => {
  const [budget, aim] = figures() as [ReturnType<typeof figures>[number], ReturnType<typeof figures>[number]];
  const printed = (change: Partial<MeasureContent>): ProgramContent => ({
    ...aProgram(),
    thread,
    measures: [{ ...aProgram().measures[0]!, ...change }],
  });
  const id = measureFigure(2024, calls);

  test('of money is each stage that the report states', () => {
    const result = { ...aProgram(), budget: { initial: 900_000, revised: null, settled: 800_000 } };
    expect(cameOf(budget, result)).toEqual([
      { what: 'initial', value: 900_000, id: budgetFigure(2024, thread, 'initial') },
      { what: 'settled', value: 800_000, id: budgetFigure(2024, thread, 'settled') },
    ]);
    expect(cameOf(budget, aProgram())).toEqual([]);
  });

  test.each<[string, Partial<MeasureContent>, readonly unknown[]]>([
    ['the value', { value: 120 }, [{ what: 'value', value: 120, id }]],
    [
      'that it is withheld',
      { value: null, withheld: true },
      [{ what: 'value', value: null, withheld: true, id }],
    ],
    ['that nobody reported it', { value: null }, [{ what: 'value', value: null, id }]],
    [
      'another target, where the report names one',
      { value: 120, target: 80 },
      [
        { what: 'value', value: 120, id },
        { what: 'target', value: 80, id },
      ],
    ],
    [
      'no other target, where it is the same',
      { value: 120, target: 100 },
      [{ what: 'value', value: 120, id }],
    ],
  ])('of a target is %s', (_, change, later) => {
    expect(cameOf(aim, printed(change))).toEqual(later);
  });

  test('of a target whose measure the report does not have is nothing', () => {
    expect(cameOf(aim, { ...aProgram(), measures: [] })).toEqual([]);
  });
});
