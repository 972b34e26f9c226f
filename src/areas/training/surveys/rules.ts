/** Below so many answers nothing of a survey is shown: few answers tell who gave them. */
export const fewestAnswers = 5;

export interface SurveyAnswer {
  readonly understood: number;
  readonly useful: number;
  readonly words: string;
}

export interface SurveySummary {
  readonly answers: number;
  /** To one decimal, of four; null while there are too few. */
  readonly understood: number | null;
  readonly useful: number | null;
  readonly words: readonly string[];
}

export function summaryOf(answers: readonly SurveyAnswer[]): SurveySummary {
  const enough = answers.length >= fewestAnswers;
  const mean = (pick: (answer: SurveyAnswer) => number) =>
    enough
      ? Math.round((answers.reduce((sum, answer) => sum + pick(answer), 0) / answers.length) * 10) / 10
      : null;
  return {
    answers: answers.length,
    understood: mean((answer) => answer.understood),
    useful: mean((answer) => answer.useful),
    words: enough ? answers.map(({ words }) => words).filter((words) => words !== '') : [],
  };
}
