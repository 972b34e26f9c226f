import { ok, type Result, refuse } from '#platform/result.ts';

export type SurveyRefusal = 'survey-not-yet' | 'survey-answered' | 'survey-empty' | 'survey-not-asked';

export const questions = ['easy', 'lighter', 'again'] as const;
export type Question = (typeof questions)[number];
export const answers = ['yes', 'somewhat', 'no'] as const;
export type SurveyAnswers = Readonly<Partial<Record<Question, (typeof answers)[number]>>>;

/** Once for each contact, after its end, as many of the three as the person likes, where the desk asks at all. */
export function decideSurvey(facts: {
  asks: boolean;
  state: string;
  answered: boolean;
  answers: SurveyAnswers;
}): Result<'count', SurveyRefusal> {
  if (!facts.asks) return refuse('survey-not-asked');
  if (facts.state !== 'ended') return refuse('survey-not-yet');
  if (facts.answered) return refuse('survey-answered');
  return questions.some((question) => facts.answers[question]) ? ok('count') : refuse('survey-empty');
}
