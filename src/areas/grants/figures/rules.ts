import type { Answer } from '../applications/rules.ts';
import type { CallTerms, Figure, QuestionKind } from '../calls/terms.ts';

/** Questions of an application whose answers are numbers, or yes and no. */
export const countable: readonly QuestionKind[] = ['number', 'yen', 'yes-no'];

/** What a figure asks, as the group read it; undefined where the terms have no such question. */
export function questionOf(
  { questions, report }: Pick<CallTerms, 'questions' | 'report'>,
  { from, question }: Pick<Figure, 'from' | 'question'>,
): string | undefined {
  if (from === 'report') return report?.questions?.find(({ code }) => code === question)?.label.ja;
  return questions.find(({ code, kind }) => code === question && countable.includes(kind))?.label.ja;
}

/** A number as it was typed, yes as 1 and no as 0; null where nothing was answered that counts. */
export function valueOf(answer: Answer | number | null | undefined): number | null {
  if (typeof answer === 'number') return answer;
  if (answer === 'yes' || answer === 'no') return answer === 'yes' ? 1 : 0;
  return typeof answer === 'string' && /^\d{1,11}$/.test(answer) ? Number(answer) : null;
}

export interface CountedRow {
  readonly measureId: string;
  readonly how: string;
  readonly question: string;
  readonly value: number | null;
  /** Public name and number of the group's application, and the names of its call. */
  readonly group: string;
  readonly number: string;
  readonly call: { readonly ja: string; readonly en: string };
}

export interface Sum {
  readonly measureId: string;
  readonly value: number;
  /** Groups that answered. */
  readonly sources: number;
  readonly rows: readonly CountedRow[];
}

/** One sum for each measure; a measure to which nobody answered has none. What does not count stays in the rows, to be seen. */
export function sumsOf(rows: readonly CountedRow[]): readonly Sum[] {
  const byMeasure = Object.groupBy(rows, ({ measureId }) => measureId);
  return Object.entries(byMeasure).flatMap(([measureId, own = []]) => {
    const answered = own.filter(({ value }) => value !== null);
    if (answered.length === 0) return [];
    const value = answered.reduce((sum, row) => sum + countOf(row), 0);
    return [{ measureId, value, sources: answered.length, rows: own }];
  });
}

/** What a row adds to its sum. */
export function countOf({ how, value }: Pick<CountedRow, 'how' | 'value'>): number {
  return how === 'count' ? Number((value ?? 0) > 0) : (value ?? 0);
}
