import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import { flatForm, textOf } from '#platform/web/typed.ts';
import type { Visit } from '#platform/web/visit.ts';
import { findOwnCase } from '#areas/cases/index.ts';
import { ownPagePaths } from '#areas/cases/paths.ts';
import { ownWorkPaths } from '../paths.ts';
import { type Done, withdrawConsent } from './actions.ts';
import { agreeTo } from './agreement.ts';
import { asPerson, enter } from './enter.ts';
import { giveVoice, keepDay, reviewTraining, takeVoiceBack } from './keeping.ts';
import { OwnTrainingPage } from './pages/own.tsx';
import { agreeForm, dayForm, marksIn, shown, voiceForm } from './posted.ts';
import { readTraining } from './read.ts';
import { words } from './words.ts';

type OwnVisit = Visit<{ trainingId: string }>;
type Entrance = { readonly by: 'person'; readonly caseId: string };

/** The page is open on this device, or the way leads to its entrance. */
async function here(visit: Visit): Promise<Entrance | undefined> {
  const caseId = await findOwnCase(visit);
  return caseId ? { by: 'person', caseId } : undefined;
}

/** What was done, said there once: the pages are anonymous and read no notice's cookie, so a code stands in the URL. */
const said = ['agreeDone', 'kept', 'reviewDone', 'voiceDone', 'voiceBackDone'] as const;
type Said = (typeof said)[number];

const lost = (visit: Visit) => visit.go(ownPagePaths.enter.to({}));

async function ownPage(visit: OwnVisit, entrance: Entrance, state: FormState): Promise<Response> {
  const { db, now, query, lang } = visit;
  const { trainingId } = visit.params;
  const what = said.find((each) => each === query('done'));
  const view = what ? { ...visit.view, notice: words[lang][what] } : visit.view;
  await enter(db, entrance, trainingId, async () => {}, now);
  const open = await inTransaction(db, asPerson, (tx) => readTraining(tx, visit.tools.vault, trainingId));
  const page = <OwnTrainingPage {...open} {...{ view, state }} today={tokyoDay(now)} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

/** What the person does, and their page again. */
async function does(
  visit: OwnVisit,
  what: Said,
  work: (entrance: Entrance) => Promise<Done | FormState>,
): Promise<Response> {
  const entrance = await here(visit);
  if (!entrance) return lost(visit);
  const done = await work(entrance);
  if ('problems' in done) return ownPage(visit, entrance, done);
  if (!done.ok) return ownPage(visit, entrance, shown(visit, done));
  return visit.go(ownWorkPaths.page.to(done.value, { done: what }));
}

export const ownWorkRoutes = new Routes()
  .anonymousPage(ownWorkPaths.page, async (visit) => {
    const entrance = await here(visit);
    return entrance ? ownPage(visit, entrance, emptyForm) : lost(visit);
  })
  .anonymousPost(ownWorkPaths.agree, (visit) =>
    does(visit, 'agreeDone', async (entrance) => {
      const form = await visit.form(agreeForm);
      if (!form.ok) return form.state;
      const input = { ...visit.params, version: form.values.version, paper: false, vault: visit.tools.vault };
      return agreeTo(visit.db, entrance, input, visit.now);
    }),
  )
  .anonymousPost(ownWorkPaths.day, (visit) =>
    does(visit, 'kept', async (entrance) => {
      const form = await visit.form(dayForm);
      return form.ok
        ? keepDay(visit.db, entrance, { ...visit.params, ...form.values }, visit.now)
        : form.state;
    }),
  )
  .anonymousPost(ownWorkPaths.review, (visit) =>
    does(visit, 'reviewDone', async (entrance) => {
      const form = await visit.form(flatForm);
      if (!form.ok) return form.state;
      const at = visit.params.at as 'midpoint' | 'end';
      const answers = {
        marks: marksIn(form.typed, at),
        words: textOf(form.typed, `${at}.words`).slice(0, 2000),
      };
      const review = { trainingId: visit.params.trainingId, at, ...answers, vault: visit.tools.vault };
      return reviewTraining(visit.db, entrance, review, visit.now);
    }),
  )
  .anonymousPost(ownWorkPaths.voice, (visit) =>
    does(visit, 'voiceDone', async (entrance) => {
      const form = await visit.form(voiceForm);
      return form.ok
        ? giveVoice(visit.db, entrance, { ...visit.params, ...form.values }, visit.now)
        : form.state;
    }),
  )
  .anonymousPost(ownWorkPaths.takeBack, (visit) =>
    does(visit, 'voiceBackDone', (entrance) => takeVoiceBack(visit.db, entrance, visit.params, visit.now)),
  )
  .anonymousPost(ownWorkPaths.withdraw, async (visit) => {
    const entrance = await here(visit);
    if (!entrance) return lost(visit);
    await withdrawConsent(visit.db, entrance, visit.params, visit.now);
    return visit.go(ownPagePaths.page.to({}, { done: 'withdrawn' }));
  }).list;
