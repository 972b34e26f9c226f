import { z } from 'zod';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import type { Visit } from '#platform/web/visit.ts';
import { attendByCode } from '../attendances/actions.ts';
import { staffTrainingPaths, trainingPaths } from '../paths.ts';
import { answerSurvey } from '../surveys/actions.ts';
import { confirmEntry, enterSession, type Holder, leaveSession } from './actions.ts';
import { EntryPage, type EntryStep } from './pages/entry.tsx';
import { readEntry } from './read.ts';
import { refusals, words } from './words.ts';
import type { Audience } from '../courses/rules.ts';

const grade = () => field.choice(['1', '2', '3', '4']);
const stepForm = z.object({ code: field.optionalText(40) });
const surveyForm = z.object({ understood: grade(), useful: grade(), words: field.optionalText(2000) });

const pageOf = (holder: Holder) =>
  'token' in holder
    ? trainingPaths.entry.to({ token: holder.token })
    : staffTrainingPaths.entry.to({ entryId: holder.entryId });

export async function entryPage(visit: Visit, holder: Holder, state: FormState = emptyForm) {
  const { held, url, certificateId } = await readEntry(visit.db, holder);
  const certificate = certificateId && certificateUrl(holder, certificateId);
  const stepUrl = (step: EntryStep) =>
    'token' in holder
      ? trainingPaths.entryStep.to({ token: holder.token, step })
      : step === 'confirm'
        ? staffTrainingPaths.enter.to({ sessionId: held.session.id })
        : staffTrainingPaths.entryStep.to({ entryId: holder.entryId, step });
  return visit.page(
    <EntryPage
      view={visit.view}
      state={state}
      held={held}
      url={url}
      certificate={certificate || undefined}
      stepUrl={stepUrl}
      signedIn={'who' in holder}
      now={visit.now}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

function certificateUrl(holder: Holder, certificateId: string): string {
  return 'token' in holder
    ? trainingPaths.entryCertificate.to({ token: holder.token })
    : staffTrainingPaths.certificate.to({ certificateId });
}

/** What can be done with one's own entry, however one holds it. */
export async function entryStep(visit: Visit, holder: Holder, step: string): Promise<Response> {
  const t = words[visit.lang];
  const { vault, publicUrl } = visit.tools;
  if (step === 'survey') {
    const form = await visit.form(surveyForm);
    if (!form.ok) return entryPage(visit, holder, form.state);
    const { understood, useful, words: said } = form.values;
    const answer = { understood: Number(understood), useful: Number(useful), words: said };
    const answered = await answerSurvey(visit.db, { holder, ...answer }, visit.now);
    if (!answered.ok) return again(visit, holder, answered, form.typed);
    return visit.go(pageOf(holder), t.surveyed);
  }
  const form = await visit.form(stepForm);
  if (!form.ok) return entryPage(visit, holder, form.state);
  if (step === 'attend') {
    const attended = await attendByCode(visit.db, { vault, holder, code: form.values.code }, visit.now);
    if (!attended.ok) return again(visit, holder, attended, form.typed);
    return visit.go(pageOf(holder), attended.value.again ? t.again : t.attended);
  }
  if (step === 'confirm' && 'token' in holder) {
    const entered = await confirmEntry(visit.db, { vault, publicUrl, token: holder.token }, visit.now);
    if (!entered.ok) return again(visit, holder, entered, form.typed);
    return visit.go(pageOf(holder), t.entered);
  }
  const left = await leaveSession(visit.db, { vault, publicUrl, holder }, visit.now);
  if (!left.ok) return again(visit, holder, left, form.typed);
  return visit.go(pageOf(holder), t.left);
}

type Refused = RefusedBy<typeof refusals>;

function again(visit: Visit, holder: Holder, refused: Refused, typed: FormState['values']) {
  const fields = { 'code-wrong': 'code', 'code-not-now': 'code', 'too-many-tries': 'code' };
  const state = refusedForm({ words: refusals, lang: visit.lang, refused, typed, fields });
  return entryPage(visit, holder, state);
}

/** One press of somebody who is signed in. */
export async function enterOwn(visit: Visit, sessionId: string, audience: Audience): Promise<Response> {
  const { vault, publicUrl } = visit.tools;
  const asking = { vault, publicUrl, sessionId, audience, lang: visit.lang };
  const entered = await enterSession(visit.db, visit.person, asking, visit.now);
  const t = words[visit.lang];
  if (!entered.ok) {
    const said = refusals[visit.lang][entered.refusal];
    return visit.go(staffTrainingPaths.own.to({}), typeof said === 'string' ? said : said({}));
  }
  const { entryId, state } = entered.value;
  return visit.go(
    staffTrainingPaths.entry.to({ entryId }),
    state === 'waiting' ? `${t.states.waiting}。${t.waitingLead}` : t.entered,
  );
}
