import { z } from 'zod';
import { field, type Typed } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import { flatForm, textOf } from '#platform/web/typed.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { workTrainingPaths } from '../paths.ts';
import {
  answerTraining,
  type Done,
  dropTraining,
  proposeTraining,
  saveTold,
  withdrawConsent,
} from './actions.ts';
import { agreeTo, endTraining, saveTerms } from './agreement.ts';
import { giveVoice, keepDay, passVoice, reviewTraining, writeIncident } from './keeping.ts';
import { agreeForm, consentForm, dayForm, marksIn, shown, termsForm, toldForm, voiceForm } from './posted.ts';
import { type TrainingSaid, type TrainingVisit, trainingPage } from './show.tsx';
import { declineReasons, outcomes } from './rules.ts';
import { words } from './words.ts';

async function after(
  visit: TrainingVisit,
  done: Done,
  said: TrainingSaid,
  typed: Typed = {},
): Promise<Response> {
  if (!done.ok) return trainingPage(visit, shown(visit, done, typed));
  return visit.go(workTrainingPaths.page.to(done.value), words[visit.lang][said]);
}

const staff = ({ person }: Visit) => ({ by: 'staff', who: person }) as const;

export const workTrainingMoveRoutes = new Routes()
  .post(workTrainingPaths.told, can.askWorkTraining, async (visit) => {
    const form = await visit.form(toldForm);
    if (!form.ok) return trainingPage(visit, form.state);
    const { alias, considerations, contact, ...terms } = form.values;
    const { vault } = visit.tools;
    const given = {
      vault,
      told: { alias, considerations, contact },
      ...terms,
      allowanceYen: 0,
      insurance: 'none',
    };
    const saved = await saveTold(visit.db, visit.person, { ...visit.params, ...given }, visit.now);
    return after(visit, saved, 'saved', form.typed);
  })
  .post(workTrainingPaths.propose, can.askWorkTraining, async (visit) => {
    const form = await visit.form(consentForm);
    if (!form.ok) return trainingPage(visit, form.state);
    const { consentOn, consentHow } = form.values;
    const consent = { consentOn: consentOn || null, consentHow: consentHow || null };
    const input = { ...visit.params, ...consent, vault: visit.tools.vault };
    return after(
      visit,
      await proposeTraining(visit.db, visit.person, input, visit.now),
      'proposed',
      form.typed,
    );
  })
  .post(workTrainingPaths.drop, can.askWorkTraining, async (visit) => {
    const dropped = await dropTraining(visit.db, visit.person, visit.params, visit.now);
    if (!dropped.ok) return trainingPage(visit, shown(visit, dropped));
    return visit.go(workTrainingPaths.list.to({}), words[visit.lang].dropped);
  })
  .post(workTrainingPaths.accept, can.keepWorkTraining, async (visit) => {
    const answer = { ...visit.params, declineReason: null };
    return after(visit, await answerTraining(visit.db, visit.person, answer, visit.now), 'accepted');
  })
  .post(workTrainingPaths.decline, can.keepWorkTraining, async (visit) => {
    const form = await visit.form(z.object({ reason: field.choice(declineReasons) }));
    if (!form.ok) return trainingPage(visit, form.state);
    const answer = { ...visit.params, declineReason: form.values.reason };
    return after(visit, await answerTraining(visit.db, visit.person, answer, visit.now), 'declined');
  })
  .post(workTrainingPaths.terms, can.keepWorkTraining, async (visit) => {
    const form = await visit.form(termsForm);
    if (!form.ok) return trainingPage(visit, form.state);
    const input = { ...visit.params, ...form.values };
    return after(
      visit,
      await saveTerms(visit.db, visit.person, input, visit.now),
      'termsChanged',
      form.typed,
    );
  })
  .post(workTrainingPaths.agree, can.keepWorkTraining, async (visit) => {
    const form = await visit.form(agreeForm);
    if (!form.ok) return trainingPage(visit, form.state);
    const input = { ...visit.params, ...form.values, vault: visit.tools.vault };
    return after(visit, await agreeTo(visit.db, staff(visit), input, visit.now), 'agreeDone');
  })
  .post(workTrainingPaths.day, can.keepWorkTraining, async (visit) => {
    const form = await visit.form(dayForm);
    if (!form.ok) return trainingPage(visit, form.state);
    const input = { ...visit.params, ...form.values };
    return after(visit, await keepDay(visit.db, staff(visit), input, visit.now), 'kept', form.typed);
  })
  .post(workTrainingPaths.incident, can.keepWorkTraining, async (visit) => {
    const form = await visit.form(
      z.object({
        incidentOn: field.day(),
        incidentKind: field.optionalText(20),
        incidentWords: field.text(2000),
      }),
    );
    if (!form.ok) return trainingPage(visit, form.state);
    const { incidentOn: on, incidentKind: kind, incidentWords } = form.values;
    const input = { ...visit.params, on, kind, words: incidentWords, vault: visit.tools.vault };
    return after(
      visit,
      await writeIncident(visit.db, visit.person, input, visit.now),
      'incidentDone',
      form.typed,
    );
  })
  .post(workTrainingPaths.review, can.keepWorkTraining, async (visit) => {
    const form = await visit.form(flatForm);
    if (!form.ok) return trainingPage(visit, form.state);
    const { trainingId } = visit.params;
    const at = visit.params.at as 'midpoint' | 'end';
    const said = { marks: marksIn(form.typed, at), words: textOf(form.typed, `${at}.words`).slice(0, 2000) };
    const review = { trainingId, at, ...said, vault: visit.tools.vault };
    return after(
      visit,
      await reviewTraining(visit.db, staff(visit), review, visit.now),
      'reviewDone',
      form.typed,
    );
  })
  .post(workTrainingPaths.voice, can.keepWorkTraining, async (visit) => {
    const form = await visit.form(voiceForm);
    if (!form.ok) return trainingPage(visit, form.state);
    const input = { ...visit.params, ...form.values };
    return after(visit, await giveVoice(visit.db, staff(visit), input, visit.now), 'voiceDone', form.typed);
  })
  .post(workTrainingPaths.pass, can.passVoice, async (visit) => {
    const form = await visit.form(z.object({ programId: z.uuid(), speaker: field.text(40) }));
    if (!form.ok) return trainingPage(visit, form.state);
    const { voiceConsentHow: consentWords } = words[visit.lang];
    const input = { ...visit.params, ...form.values, consentWords };
    return after(visit, await passVoice(visit.db, visit.person, input, visit.now), 'passed', form.typed);
  })
  .post(workTrainingPaths.end, can.askWorkTraining, async (visit) => {
    const form = await visit.form(z.object({ outcome: field.choice(outcomes), on: field.day() }));
    if (!form.ok) return trainingPage(visit, form.state);
    const input = { ...visit.params, ...form.values, vault: visit.tools.vault };
    return after(visit, await endTraining(visit.db, visit.person, input, visit.now), 'ended', form.typed);
  })
  .post(workTrainingPaths.withdraw, can.askWorkTraining, async (visit) =>
    after(visit, await withdrawConsent(visit.db, staff(visit), visit.params, visit.now), 'withdrawn'),
  ).list;
