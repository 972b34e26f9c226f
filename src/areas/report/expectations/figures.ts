import type { Text } from '#platform/i18n.ts';
import type { ProgramContent } from '../editions/content.ts';
import {
  type BudgetStage,
  budgetFigure,
  expectedBudgetFigure,
  measureFigure,
  targetFigure,
} from '../figures/named.ts';
import type { FigureMeaning } from '../figures/path.ts';
import { pathWords } from '../figures/path-words.ts';
import type { Expectation } from './rules.ts';

interface Kept {
  readonly fiscalYear: number;
  readonly thread: string;
  readonly content: Expectation;
}

/** Every number of an expectation: its first budget and each target. They are as final as the expectation itself. Pure. */
export function figuresOf({ fiscalYear, thread, content }: Kept): readonly FigureMeaning[] {
  const known = {
    kind: 'expectation',
    fiscalYear,
    period: String(fiscalYear),
    program: { name: content.name },
    bureau: content.bureau ?? null,
    formula: { of: 'kept' },
    previousValue: null,
    target: null,
  } as const;
  const budget: FigureMeaning = {
    ...known,
    id: expectedBudgetFigure(fiscalYear, thread),
    subject: { of: 'expected-budget', thread },
    label: { ja: pathWords.ja.expectedBudget, en: pathWords.en.expectedBudget },
    unit: yen,
    counting: null,
    definition: '',
    value: content.budget,
  };
  const targets = content.targets.map(
    ({ thread: measure, label, unit, counting = null, definition = '', target }): FigureMeaning => ({
      ...known,
      id: targetFigure(fiscalYear, measure),
      subject: { of: 'target', thread: measure },
      label: { ja: pathWords.ja.targetOf(label.ja), en: pathWords.en.targetOf(label.en || label.ja) },
      unit,
      counting,
      definition,
      value: target,
    }),
  );
  return [budget, ...targets].filter(({ value }) => value !== null);
}

const yen: Text = { ja: '円', en: 'yen' };

/** What a year's report says of the same thing, by its own name. */
export interface Later {
  readonly what: BudgetStage | 'value' | 'target';
  /** Null: withheld, or not reported. */
  readonly value: number | null;
  readonly withheld?: true;
  readonly id: string;
}

/** What came of an expected number; empty where the report says nothing of it. */
export function cameOf({ subject, value }: FigureMeaning, result: ProgramContent): readonly Later[] {
  if (subject.of === 'expected-budget')
    return (['initial', 'revised', 'settled'] as const)
      .map((what) => ({
        what,
        value: result.budget[what],
        id: budgetFigure(result.fiscalYear, subject.thread, what),
      }))
      .filter((later) => later.value !== null);
  if (subject.of !== 'target') return [];
  const measure = result.measures.find(({ thread }) => thread === subject.thread);
  if (!measure) return [];
  const id = measureFigure(result.fiscalYear, subject.thread);
  const saysOther = measure.target !== null && measure.target !== value;
  return [
    { what: 'value', value: measure.value, ...(measure.withheld ? { withheld: true } : {}), id },
    ...(saysOther ? [{ what: 'target' as const, value: measure.target, id }] : []),
  ];
}
