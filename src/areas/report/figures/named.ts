import type { EditionHead, PlanLine } from '../editions/content.ts';
import type { StateFlow, StateKey } from '../states/content/rules.ts';
import { type Counted, type FigureKind, type FigureSubject, figureId } from './identity.ts';

/** The year and kind that its numbers are named in. */
export interface NamedIn {
  readonly kind: FigureKind;
  readonly fiscalYear: number;
}

/** In the place of a pillar's code: rows of the plan that belong to none. */
export const outside = '-';

export type BudgetStage = 'initial' | 'revised' | 'settled';

/** The name of a number of the year itself. */
function nameOf({ kind, fiscalYear }: NamedIn, subject: FigureSubject): string {
  return figureId({ kind, fiscalYear, subject, period: String(fiscalYear) });
}

/** A measure in the year (`2024`) or in a month (`2024-04`), by its thread. */
export function measureFigure(fiscalYear: number, thread: string, period = String(fiscalYear)): string {
  return figureId({ kind: 'results', fiscalYear, subject: { of: 'measure', thread }, period });
}

export function budgetFigure(fiscalYear: number, thread: string, stage: BudgetStage): string {
  return nameOf({ kind: 'results', fiscalYear }, { of: 'budget', thread, stage });
}

/** The first budget of a program as it was kept before the results. */
export function expectedBudgetFigure(fiscalYear: number, thread: string): string {
  return nameOf({ kind: 'expectation', fiscalYear }, { of: 'expected-budget', thread });
}

/** The target of a measure as it was kept before the results, by the measure's thread. */
export function targetFigure(fiscalYear: number, thread: string): string {
  return nameOf({ kind: 'expectation', fiscalYear }, { of: 'target', thread });
}

export function planRowFigure(fiscalYear: number, line: PlanLine): string {
  return nameOf({ kind: 'plan', fiscalYear }, { of: 'plan', row: rowKey(line) });
}

/** The sum of a pillar of the plan; null the whole, `outside` what stands outside the pillars. */
export function planTotalFigure(fiscalYear: number, pillar: string | null): string {
  return nameOf({ kind: 'plan', fiscalYear }, { of: 'plan-total', pillar });
}

/** How many programs are in a category; null: in all. */
export function programsFigure(fiscalYear: number, category: string | null): string {
  return nameOf({ kind: 'results', fiscalYear }, { of: 'programs', category });
}

export function countFigure(
  { kind, fiscalYear }: Pick<EditionHead, 'kind' | 'fiscalYear'>,
  what: Counted,
  code: string | null = null,
): string {
  return nameOf({ kind, fiscalYear }, { of: 'count', what, code });
}

export function stateFigure(fiscalYear: number, { program, domain }: StateFlow, key: StateKey): string {
  const subject = { of: 'state', thread: program?.thread ?? null, domain, key } as const;
  return nameOf({ kind: 'results', fiscalYear }, subject);
}

/** Rows of plans made before they had ids are known by their names. */
export function rowKey({ id, name }: PlanLine): string {
  return id ?? name.ja;
}
