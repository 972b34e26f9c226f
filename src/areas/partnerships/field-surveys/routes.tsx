import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { RefusalFacts } from '#platform/result.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can } from '../access.ts';
import { fieldSurveyPaths as paths } from '../paths.ts';
import { changeSurvey, closeSurvey, createSurvey, endTeam, publishSurvey, setTeam } from './actions.ts';
import { SurveysPage } from './pages/list.tsx';
import { NewSurveyPage } from './pages/new.tsx';
import { QuestionPage } from './pages/question.tsx';
import { SurveyPage } from './pages/survey.tsx';
import { ResultsPage } from './pages/results.tsx';
import { readQuestion } from './posted.ts';
import type { SurveyQuestion } from './questions.ts';
import type { SurveyRefusal } from './rules.ts';
import { readResults, resultsCsv } from './results.ts';
import { countAnswers, findSurvey, listSurveys, listTeams } from './store.ts';
import { refusals, words } from './words.ts';

const factsForm = z.object({
  title: field.text(120),
  purpose: field.text(1000),
  opensOn: field.day(),
  closesOn: field.day(),
});
const teamForm = z.object({ organisationId: z.uuid(), municipalities: field.choices() });

type At = Visit<{ surveyId: string }>;

export const fieldSurveyRoutes = new Routes()
  .get(paths.list, can.readSurveys, async (visit) => {
    const found = await inTransaction(visit.db, visit.who, async (tx) => ({
      surveys: await listSurveys(tx),
      counts: await countAnswers(tx),
    }));
    const { view, who } = visit;
    return visit.page(
      <SurveysPage
        view={view}
        {...found}
        keeps={can.keepSurvey.allows(who)}
        answers={can.answerSurvey.allows(who)}
      />,
    );
  })
  .get(paths.new, can.keepSurvey, (visit) => {
    const today = tokyoDay(visit.now);
    const values = { opensOn: today, closesOn: addDays(today, 60) };
    return visit.page(<NewSurveyPage view={visit.view} state={{ values, problems: [] }} />);
  })
  .post(paths.new, can.keepSurvey, async (visit) => {
    const form = await visit.form(factsForm);
    if (!form.ok) return visit.page(<NewSurveyPage view={visit.view} state={form.state} />, 422);
    const { db, who, now } = visit;
    const surveyId = await createSurvey(db, who, { ...form.values, questions: [] }, now);
    return visit.go(paths.survey.to({ surveyId }), words[visit.lang].saved);
  })
  .get(paths.survey, can.readSurveys, (visit) => surveyPage(visit, emptyForm))
  .post(paths.facts, can.keepSurvey, async (visit) => {
    const form = await visit.form(factsForm);
    if (!form.ok) return surveyPage(visit, form.state, 422);
    const { surveyId } = visit.params;
    const done = await changeSurvey(visit.db, visit.who, { surveyId, change: () => form.values }, visit.now);
    if (done.ok) return saved(visit);
    const fields = { 'survey-days': 'closesOn' } as const;
    return surveyPage(
      visit,
      refusedForm({ words: refusals, lang: visit.lang, refused: done, typed: form.typed, fields }),
      422,
    );
  })
  .post(paths.publish, can.keepSurvey, async (visit) => {
    const done = await publishSurvey(visit.db, visit.who, visit.params.surveyId, visit.now);
    return done.ok ? saved(visit, words[visit.lang].published) : refusedAt(visit, done);
  })
  .post(paths.close, can.keepSurvey, async (visit) => {
    const done = await closeSurvey(visit.db, visit.who, visit.params.surveyId, visit.now);
    return done.ok ? saved(visit, words[visit.lang].closed) : refusedAt(visit, done);
  })
  .post(paths.team, can.keepSurvey, async (visit) => {
    const form = await visit.form(teamForm);
    if (!form.ok) return surveyPage(visit, form.state, 422);
    await setTeam(visit.db, visit.who, { surveyId: visit.params.surveyId, ...form.values }, visit.now);
    return saved(visit);
  })
  .post(paths.endTeam, can.keepSurvey, async (visit) => {
    const form = await visit.form(teamForm.pick({ organisationId: true }));
    if (!form.ok) return surveyPage(visit, form.state, 422);
    await endTeam(visit.db, visit.who, { surveyId: visit.params.surveyId, ...form.values }, visit.now);
    return saved(visit);
  })
  .get(paths.question, can.keepSurvey, async (visit) => {
    const { surveyId, at } = visit.params;
    const survey = await inTransaction(visit.db, visit.who, (tx) => findSurvey(tx, surveyId));
    const question = at === 'new' ? undefined : survey.questions[Number(at)];
    if (at !== 'new' && !question) throw new NotFound('question');
    return visit.page(
      <QuestionPage view={visit.view} survey={survey} at={at} question={question} state={emptyForm} />,
    );
  })
  .post(paths.question, can.keepSurvey, async (visit) => {
    const { surveyId, at } = visit.params;
    const form = await readQuestion(visit);
    if (!form.ok) {
      const survey = await inTransaction(visit.db, visit.who, (tx) => findSurvey(tx, surveyId));
      return visit.page(
        <QuestionPage view={visit.view} survey={survey} at={at} question={undefined} state={form.state} />,
        422,
      );
    }
    return changeQuestions(visit, (questions) => {
      const index = at === 'new' ? questions.length : Number(at);
      const question = form.questionOf(questions[index], questions);
      return at === 'new' ? [...questions, question] : questions.with(index, question);
    });
  })
  .post(paths.questionUp, can.keepSurvey, (visit) => {
    const at = Number(visit.params.at);
    return changeQuestions(visit, (questions) => {
      const [question, before] = [questions[at], questions[at - 1]];
      return question && before ? questions.with(at - 1, question).with(at, before) : questions;
    });
  })
  .post(paths.questionRemove, can.keepSurvey, (visit) =>
    changeQuestions(visit, (questions) => questions.filter((_, index) => index !== Number(visit.params.at))),
  )
  .get(paths.results, can.keepSurvey, async (visit) => {
    const { surveyId } = visit.params;
    const found = await inTransaction(visit.db, visit.who, async (tx) => ({
      survey: await findSurvey(tx, surveyId),
      results: await readResults(tx, surveyId),
    }));
    return visit.page(<ResultsPage view={visit.view} {...found} />);
  })
  .get(paths.resultsCsv, can.keepSurvey, async (visit) => {
    const { surveyId } = visit.params;
    const results = await inTransaction(visit.db, visit.who, (tx) => readResults(tx, surveyId));
    return visit.c.body(resultsCsv(visit.lang, results), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="field-survey.csv"',
    });
  }).list;

function saved(visit: At, notice = words[visit.lang].saved): Response {
  return visit.go(paths.survey.to({ surveyId: visit.params.surveyId }), notice);
}

function refusedAt(visit: At, refused: { refusal: SurveyRefusal; facts?: RefusalFacts }) {
  return surveyPage(visit, refusedForm({ words: refusals, lang: visit.lang, refused, typed: {} }), 422);
}

async function changeQuestions(
  visit: At,
  change: (questions: readonly SurveyQuestion[]) => readonly SurveyQuestion[],
): Promise<Response> {
  const { surveyId } = visit.params;
  const done = await changeSurvey(
    visit.db,
    visit.who,
    { surveyId, change: ({ questions }) => ({ questions: change(questions) }) },
    visit.now,
  );
  return done.ok ? saved(visit) : refusedAt(visit, done);
}

async function surveyPage(visit: At, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { surveyId } = visit.params;
  const keeps = can.keepSurvey.allows(visit.who);
  const found = await inTransaction(visit.db, visit.who, async (tx) => ({
    survey: await findSurvey(tx, surveyId),
    teams: await listTeams(tx, surveyId),
    municipalities: await listMunicipalities(tx),
    answers: (await countAnswers(tx)).get(surveyId) ?? 0,
    organisations: keeps ? await listOrganisations(tx) : [],
  }));
  return visit.page(
    <SurveyPage
      view={visit.view}
      state={state}
      {...found}
      keeps={keeps}
      goesOut={can.answerSurvey.allows(visit.who)}
    />,
    status,
  );
}
