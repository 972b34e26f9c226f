import { z } from 'zod';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { talkPaths } from '../paths.ts';
import { conversationPage, here, lost } from '../talks/shown.tsx';
import { answerSurvey } from './actions.ts';
import { answers, questions, type SurveyAnswers } from './rules.ts';
import { refusals } from './words.ts';

const answer = z.union([z.enum(answers), z.literal('')]).default('');
const surveyForm = z.object({ easy: answer, lighter: answer, again: answer });

export const surveyRoutes = new Routes().anonymousPost(talkPaths.survey, async (visit) => {
  const contact = await here(visit);
  if (!contact) return lost(visit);
  const form = await visit.form(surveyForm);
  if (!form.ok) return conversationPage(visit, form.state);
  const given = Object.fromEntries(
    questions.flatMap((name) => (form.values[name] ? [[name, form.values[name]]] : [])),
  );
  const done = await answerSurvey(
    visit.db,
    { contactId: contact.id, answers: given as SurveyAnswers },
    visit.now,
  );
  if (done.ok) return visit.go(talkPaths.conversation.to({}));
  const refused = { words: refusals, lang: visit.lang, refused: done, typed: form.typed };
  return conversationPage(visit, refusedForm(refused));
}).list;
