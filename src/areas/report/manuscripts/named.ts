import type { PlanLine } from '../editions/content.ts';
import { figureId } from '../figures/identity.ts';

export function measureFigure(fiscalYear: number, thread: string, period = String(fiscalYear)): string {
  return figureId({ kind: 'results', fiscalYear, subject: { of: 'measure', thread }, period });
}

export function budgetFigure(
  fiscalYear: number,
  thread: string,
  stage: 'initial' | 'revised' | 'settled',
): string {
  const subject = { of: 'budget', thread, stage } as const;
  return figureId({ kind: 'results', fiscalYear, subject, period: String(fiscalYear) });
}

export function planRowFigure(fiscalYear: number, line: PlanLine): string {
  const subject = { of: 'plan', row: line.name.ja } as const;
  return figureId({ kind: 'plan', fiscalYear, subject, period: String(fiscalYear) });
}

export function planTotalFigure(fiscalYear: number, pillar: string | null): string {
  const subject = { of: 'plan-total', pillar } as const;
  return figureId({ kind: 'plan', fiscalYear, subject, period: String(fiscalYear) });
}

export function programsFigure(fiscalYear: number, category: string | null): string {
  const subject = { of: 'programs', category } as const;
  return figureId({ kind: 'results', fiscalYear, subject, period: String(fiscalYear) });
}
