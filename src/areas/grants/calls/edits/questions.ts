import type { CallTerms, FillFrom, Question } from '../terms.ts';

type At = number | 'new';

/** From what a question may be filled in: a report is asked for, or there is nothing of it. */
export function fillsOf({ report }: Pick<CallTerms, 'report'>): readonly FillFrom[] {
  const counted = (report?.questions ?? []).map(({ code }) => `last-report:${code}` as const);
  return ['applicant', 'last-year', ...(report ? (['last-report', ...counted] as const) : [])];
}

/** The terms with a question in the place of another, or as the last. */
export function withQuestion(terms: CallTerms, at: At, question: Question): CallTerms {
  const { questions } = terms;
  if (at === 'new') return { ...terms, questions: [...questions, question] };
  return { ...terms, questions: questions.map((each, index) => (index === at ? question : each)) };
}

export function withoutQuestion(terms: CallTerms, at: number): CallTerms {
  return { ...terms, questions: terms.questions.filter((_, index) => index !== at) };
}

/** The terms with a question and the one before it changed round. */
export function withQuestionUp(terms: CallTerms, at: number): CallTerms {
  const [question, before] = [terms.questions[at], terms.questions[at - 1]];
  if (!question || !before) return terms;
  return { ...terms, questions: terms.questions.with(at - 1, question).with(at, before) };
}
