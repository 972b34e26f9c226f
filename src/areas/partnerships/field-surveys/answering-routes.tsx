import { randomUUID } from 'node:crypto';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { refusedForm, sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { contentPolicy } from '#platform/web/security.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { buildAssets } from '#ui/assets.ts';
import { can, surveyor } from '../access.ts';
import { fieldSurveyPaths as paths } from '../paths.ts';
import { AnswerPage } from './pages/answer.tsx';
import { sentForm, typedAnswer } from './posted.ts';
import { findSurvey, listTeams, listVersions } from './store.ts';
import { takeAnswers } from './taking.ts';
import { refusals, words } from './words.ts';

type At = Visit<{ surveyId: string }>;

/** What a surveyor's telephone asks for. */
export const answeringRoutes = new Routes()
  .get(paths.worker, can.answerSurvey, async (visit) => {
    const { assets, files } = await buildAssets();
    const text = Buffer.from(files.get(assets.script('survey-offline'))?.bytes ?? []).toString();
    // Its place decides what it may keep: nothing but what lies beside it.
    return visit.c.body(text, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
    });
  })
  .get(paths.answer, can.answerSurvey, (visit) => answerPage(visit, emptyForm))
  .post(paths.answer, can.answerSurvey, async (visit) => {
    const { surveyId } = visit.params;
    const asked = await readAsked(visit);
    const form = await typedAnswer(visit, asked.questions);
    if (!form.ok) return answerPage(visit, form.state, 422);
    const edit = { ...form.values, version: asked.version, sequence: 1, removed: false, wroteAt: visit.now };
    const taken = await takeAnswers(
      visit.db,
      visit.who,
      { surveyId, sentAt: visit.now, edits: [edit] },
      visit.now,
    );
    const [refused] = taken.refused;
    if (!refused) return visit.go(paths.answer.to({ surveyId }), words[visit.lang].keptOne);
    return answerPage(
      visit,
      refusedForm({ words: refusals, lang: visit.lang, refused, typed: form.typed }),
      422,
    );
  })
  .post(paths.sync, can.answerSurvey, async (visit) => {
    const form = await visit.form(sentForm);
    if (!form.ok) return visit.c.json({ error: 'unreadable' }, 422);
    const { surveyId } = visit.params;
    const taken = await takeAnswers(visit.db, visit.who, { surveyId, ...form.values }, visit.now);
    const refused = taken.refused.map(({ id, ...each }) => ({
      id,
      why: sayRefusal(refusals, visit.lang, each),
    }));
    return visit.c.json({ saved: taken.saved, refused });
  }).list;

/** The questions as they are asked now, and where this person's organisation goes. */
async function readAsked(visit: At) {
  const { surveyId } = visit.params;
  return inTransaction(visit.db, visit.who, async (tx) => {
    const survey = await findSurvey(tx, surveyId);
    const questions = (await listVersions(tx, surveyId)).get(survey.version);
    const own = organisationsWith(visit.who, surveyor);
    const team = (await listTeams(tx, surveyId)).find(({ organisationId }) => own.includes(organisationId));
    if (!questions || !team) throw new NotFound('field survey');
    const places = (await listMunicipalities(tx)).filter(
      ({ code }) => team.municipalities.length === 0 || team.municipalities.includes(code),
    );
    return { survey, version: survey.version, questions, municipalities: places };
  });
}

async function answerPage(visit: At, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const asked = await readAsked(visit);
  const ids = { id: randomUUID(), answerId: randomUUID() };
  const response = await visit.page(
    <AnswerPage view={visit.view} state={state} {...asked} {...ids} />,
    status,
  );
  response.headers.set('content-security-policy', contentPolicy({ trustedTypes: 'field-survey' }));
  return response;
}
