import { expect, test } from 'vitest';
import { decideSurvey, type SurveyAnswers } from './rules.ts';

const given: SurveyAnswers = { again: 'yes' };
const asked = { asks: true, state: 'ended', answered: false, answers: given };

test.each([
  ['one answer is enough', asked, 'count'],
  ['a desk that does not ask', { ...asked, asks: false }, 'survey-not-asked'],
  ['a talk that goes on', { ...asked, state: 'open' }, 'survey-not-yet'],
  ['a second time', { ...asked, answered: true }, 'survey-answered'],
  ['nothing chosen', { ...asked, answers: {} }, 'survey-empty'],
])('%s: %s', (_, facts, decided) => {
  const decision = decideSurvey(facts);
  expect(decision.ok ? decision.value : decision.refusal).toBe(decided);
});
