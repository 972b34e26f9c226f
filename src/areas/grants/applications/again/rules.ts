import type { CallTerms, Question } from '../../calls/terms.ts';
import { type Answer, type Answers, costsOf, type CostRow } from '../rules.ts';

/** What is known of last year: what was answered then, and what was reported at its end; null: nothing was. */
export interface LastYear {
  readonly answers: Answers;
  readonly report: LastReport | null;
}

export interface LastReport {
  /** What was spent. */
  readonly costs: readonly { readonly what: string; readonly yen: number }[];
  /** By code of the report's question. */
  readonly numbers: Readonly<Record<string, number | null>>;
  /** What the amount went by, where it went by a number. */
  readonly done: number | null;
}

/** By its code in `fillFrom`. */
const reportPrefix = 'last-report:';

/** What of last year stands in a new application from the first moment: what was reported, and where nothing was, what was answered. */
export function takenOver(
  { questions }: Pick<CallTerms, 'questions'>,
  last: LastYear,
): readonly { readonly code: string; readonly said: Answer }[] {
  return questions.flatMap((question) => {
    const said = saidOf(question, last);
    return said === undefined ? [] : [{ code: question.code, said }];
  });
}

function saidOf({ code, kind, fillFrom }: Question, { answers, report }: LastYear): Answer | undefined {
  const answered = answers.get(code);
  if (fillFrom === 'last-year') return answered;
  if (!fillFrom?.startsWith('last-report')) return undefined;
  if (kind === 'costs') return report ? costsSpent(report, costsOf(answered)) : answered;
  const counted = fillFrom.startsWith(reportPrefix)
    ? report?.numbers[fillFrom.slice(reportPrefix.length)]
    : report?.done;
  return counted === null || counted === undefined ? answered : String(counted);
}

/** What was spent, and whether the same cost counted towards the grant then; what was not planned counts until somebody says otherwise. */
function costsSpent({ costs }: LastReport, planned: readonly CostRow[]): readonly CostRow[] {
  return costs
    .filter(({ yen }) => yen > 0)
    .map(({ what, yen }) => ({
      what,
      yen: String(yen),
      eligible: planned.find((row) => row.what === what)?.eligible ?? true,
    }));
}
