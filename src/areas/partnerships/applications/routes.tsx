import { z } from 'zod';
import { reading } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { clientOf, RateLimit } from '#platform/web/security.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { listGroups } from '../groups/store.ts';
import { profileFields } from '../members/profile-form.ts';
import { labelsOf, nameIn, placeOptions, topicOptions } from '../members/shown.ts';
import { memberPaths } from '../paths.ts';
import { applyForMembership, openApplication, stepByLink } from './actions.ts';
import { ApplicationLinkPage, JoinPage, JoinSentPage } from './pages/join.tsx';
import { refusals, words } from './words.ts';

const joinForm = z.object({
  ...profileFields,
  organisationName: field.text(120),
  groupIds: field.choices(),
  name: field.text(100),
  mail: field.email(),
  phone: field.optionalText(30),
});
const answerForm = z.object({ words: field.text(4000) });
/** Applications in an hour and client: each sends a mail to an address that somebody typed. */
const applications = new RateLimit(10, { minutes: 60 });

type LinkVisit = Visit<{ token: string }>;
type LinkStep = 'confirm' | 'answer' | 'withdraw';
const secretUrl = { secretUrl: true };

/** Whoever applies has no account: their link is kept by no cache and in no log. */
export const applicationRoutes = new Routes()
  .anonymousPage(memberPaths.join, (visit) =>
    visit.query('sent') ? visit.page(<JoinSentPage view={visit.view} />) : joinPage(visit, emptyForm),
  )
  .anonymousPost(memberPaths.join, join)
  .anonymousPage(memberPaths.application, (visit) => linkPage(visit, emptyForm))
  .anonymousPost(memberPaths.confirm, (visit) => step(visit, 'confirm'), secretUrl)
  .anonymousPost(memberPaths.withdraw, (visit) => step(visit, 'withdraw'), secretUrl)
  .anonymousPost(
    memberPaths.answer,
    async (visit) => {
      const form = await visit.form(answerForm);
      return form.ok ? step(visit, 'answer', form.values.words) : linkPage(visit, form.state);
    },
    secretUrl,
  ).list;

async function joinPage(visit: Visit, state: FormState, status: 200 | 422 | 429 = 200): Promise<Response> {
  const { lang, view } = visit;
  const page = await reading(visit.db, visit.who, async (tx) => (
    <JoinPage
      view={view}
      state={state}
      places={placeOptions(lang, await listMunicipalities(tx))}
      groups={(await listGroups(tx)).map((group) => ({ value: group.id, label: nameIn(lang, group) }))}
    />
  ));
  return visit.page(page, status);
}

async function join(visit: Visit): Promise<Response> {
  const { db, lang, tools, now } = visit;
  const form = await visit.form(joinForm);
  if (!form.ok) return joinPage(visit, form.state, 422);
  if (!applications.allows(clientOf(visit.c, tools.config.TRUSTED_PROXIES), now)) {
    const problems = [{ field: '', message: words[lang].tooMany }];
    return joinPage(visit, { values: form.typed, problems }, 429);
  }
  const { name, mail, phone, groupIds, ...asked } = form.values;
  const known = (await reading(db, visit.who, listGroups)).map(({ id }) => id);
  const groups = groupIds.filter((id) => known.includes(id));
  const applicant = { name, mail, phone };
  await applyForMembership(db, tools, { ...asked, groupIds: groups, applicant, lang }, now);
  return visit.go(memberPaths.join.to({}, { sent: 1 }));
}

async function linkPage(visit: LinkVisit, state: FormState): Promise<Response> {
  const { lang, view, params } = visit;
  const application = await openApplication(visit.db, params.token);
  const places = placeOptions(lang, await reading(visit.db, visit.who, listMunicipalities));
  return visit.page(
    <ApplicationLinkPage
      view={view}
      state={state}
      token={params.token}
      application={application}
      topics={labelsOf(topicOptions(lang), application.topics)}
      places={labelsOf(places, application.municipalities)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function step(visit: LinkVisit, taken: LinkStep, said = ''): Promise<Response> {
  const { db, params, lang, now } = visit;
  const done = await stepByLink(db, { token: params.token, step: taken, words: said }, now);
  if (done.ok) return visit.go(memberPaths.application.to(params), words[lang].done[taken]);
  const typed = { words: said };
  return linkPage(visit, refusedForm({ words: refusals, lang, refused: done, typed }));
}
