import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import type { Result } from '#platform/result.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can } from '../access.ts';
import {
  type ApplicationRefusal,
  type ApplicationState,
  applicationSteps,
  type EntryRefusal,
} from '../members/rules.ts';
import { labelsOf, nameIn, placeOptions, topicOptions } from '../members/shown.ts';
import { listMembers } from '../members/store.ts';
import { memberStaffPaths } from '../paths.ts';
import { acceptApplication, answerApplication, applicantOf } from './actions.ts';
import { admit } from './admissions.ts';
import { ApplicationOfficePage, ApplicationsPage, type OfficeStep } from './pages/office.tsx';
import { listApplications, lockApplication } from './store.ts';
import { refusals, words } from './words.ts';

const askForm = z.object({ askWords: field.text(4000) });
const refuseForm = z.object({ refuseWords: field.text(4000) });
const acceptForm = z.object({ organisationId: z.union([z.uuid(), z.literal('')]).default('') });

type OfficeVisit = Visit<{ applicationId: string }>;
type Answer = Result<ApplicationState, ApplicationRefusal | EntryRefusal>;
const officeSteps: readonly OfficeStep[] = ['accept', 'ask', 'refuse'];
const pageSize = 60;
const waiting = ['asked', 'returned'];
const decided = ['accepted', 'refused', 'withdrawn'];

export const applicationOfficeRoutes = new Routes()
  .get(memberStaffPaths.applications, can.vetMember, async (visit) => {
    const isDecided = visit.query('decided') !== '';
    const asked = z.uuid().safeParse(visit.query('after'));
    const part = { newestFirst: isDecided, after: asked.data, limit: pageSize + 1 };
    const found = await inTransaction(visit.db, visit.who, (tx) =>
      listApplications(tx, isDecided ? decided : waiting, part),
    );
    const applications = found.slice(0, pageSize);
    const after = found.length > pageSize ? applications.at(-1)?.id : undefined;
    const more = { after, ...(isDecided && { decided: 1 }) };
    const next = after && memberStaffPaths.applications.to({}, more);
    return visit.page(
      <ApplicationsPage view={visit.view} applications={applications} next={next} decided={isDecided} />,
    );
  })
  .get(memberStaffPaths.application, can.vetMember, (visit) => officePage(visit, emptyForm))
  .post(memberStaffPaths.ask, can.vetMember, async (visit) => {
    const form = await visit.form(askForm);
    if (!form.ok) return officePage(visit, form.state, 'ask');
    return answered(visit, 'ask', await say(visit, 'ask', form.values.askWords), form.typed);
  })
  .post(memberStaffPaths.refuse, can.vetMember, async (visit) => {
    const form = await visit.form(refuseForm);
    if (!form.ok) return officePage(visit, form.state, 'refuse');
    return answered(visit, 'refuse', await say(visit, 'refuse', form.values.refuseWords), form.typed);
  })
  .post(memberStaffPaths.accept, can.vetMember, accept).list;

function say({ db, who, params, tools, now }: OfficeVisit, step: 'ask' | 'refuse', said: string) {
  const { vault, publicUrl } = tools;
  return answerApplication(db, who, { id: params.applicationId, step, words: said, vault, publicUrl }, now);
}

/** The decision is the office's; what it brings about is the product's, and comes at once. */
async function accept(visit: OfficeVisit): Promise<Response> {
  const { db, who, params, tools, now } = visit;
  const form = await visit.form(acceptForm);
  if (!form.ok) return officePage(visit, form.state, 'accept');
  const id = params.applicationId;
  const organisationId = form.values.organisationId || null;
  const done = await acceptApplication(db, who, { id, organisationId }, now);
  if (done.ok) await admit(db, { id, vault: tools.vault, publicUrl: tools.publicUrl }, now);
  return answered(visit, 'accept', done, form.typed);
}

function answered(
  visit: OfficeVisit,
  step: OfficeStep,
  answer: Answer,
  typed: Typed,
): Promise<Response> | Response {
  const { lang } = visit;
  const t = words[lang];
  const notice = { ask: t.asked, accept: t.accepted, refuse: t.refused }[step];
  if (answer.ok) return visit.go(memberStaffPaths.application.to(visit.params), notice);
  const at = { ask: 'askWords', accept: 'organisationId', refuse: 'refuseWords' }[step];
  const fields = { 'words-missing': at, 'member-already': at, 'organisation-closed': at };
  return officePage(visit, refusedForm({ words: refusals, lang, refused: answer, typed, fields }), step);
}

async function officePage(visit: OfficeVisit, state: FormState, tried?: OfficeStep): Promise<Response> {
  const { db, who, view, lang, params, tools } = visit;
  const page = await inTransaction(db, who, async (tx) => {
    const application = await lockApplication(tx, params.applicationId);
    const members = (await listMembers(tx)).map(({ organisationId }) => organisationId);
    const places = placeOptions(lang, await listMunicipalities(tx));
    return (
      <ApplicationOfficePage
        view={view}
        state={state}
        tried={tried}
        application={application}
        applicant={applicantOf(tools.vault, application)}
        topics={labelsOf(topicOptions(lang), application.topics)}
        places={labelsOf(places, application.municipalities)}
        organisations={(await listOrganisations(tx))
          .filter(({ id, closedAt }) => !closedAt && !members.includes(id))
          .map((each) => ({ value: each.id, label: nameIn(lang, each) }))}
        steps={officeSteps.filter((step) =>
          (applicationSteps[step].from as readonly string[]).includes(application.state),
        )}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
