import { z } from 'zod';
import type { Role } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import type { Result } from '../result.ts';
import { emptyForm, type FormState } from '../web/form-state.ts';
import { field } from '../web/form.ts';
import { type Route, Routes } from '../web/routes.ts';
import type { Visit } from '../web/visit.ts';
import { managePeople } from './access.ts';
import {
  addMembership,
  changePerson,
  disablePerson,
  enablePerson,
  endMembership,
  type PeopleRefusal,
  resetSecondFactor,
  sendPasswordLink,
} from './actions.ts';
import { listOrganisations } from './organisations.ts';
import { PeoplePage } from './pages/people.tsx';
import { PersonPage } from './pages/person.tsx';
import { paths } from './paths.ts';
import { findFactors, findPerson, listHeld, listPeople } from './store.ts';
import { refusals, words } from './words.ts';

const pageSize = 50;
const membershipForm = z.object({ organisationId: z.guid(), role: field.text(60) });
const profileForm = z.object({ name: field.text(100), email: field.email() });
type PersonVisit = Visit<{ id: string }>;

/** People and their roles, for administrators. */
export function peopleRoutes(roles: readonly Role[]): readonly Route[] {
  const show = personPage(roles);
  /** Back to the person's page: with a notice when it is done, with the words of the refusal when it is not. */
  const after = (visit: PersonVisit, outcome: Result<unknown, PeopleRefusal>, notice: string) =>
    outcome.ok
      ? visit.go(paths.person.to({ id: visit.params.id }), notice)
      : show(visit, refused(visit, outcome.refusal));
  return new Routes()
    .get(paths.people, managePeople, (visit) => peoplePage(visit, roles))
    .get(paths.person, managePeople, (visit) => show(visit, emptyForm))
    .post(paths.personName, managePeople, async (visit) => {
      const form = await visit.form(profileForm);
      if (!form.ok) return show(visit, form.state);
      const change = { personId: visit.params.id, ...form.values };
      const outcome = await changePerson(visit.db, visit.person, change, visit.now);
      if (!outcome.ok) return show(visit, refused(visit, outcome.refusal, form.typed));
      return after(visit, outcome, words[visit.lang].saved);
    })
    .post(paths.addMembership, managePeople, async (visit) => {
      const form = await visit.form(membershipForm);
      if (!form.ok) return show(visit, form.state);
      const held = { personId: visit.params.id, ...form.values, roles };
      const outcome = await addMembership(visit.db, visit.person, held, visit.now);
      if (!outcome.ok) return show(visit, refused(visit, outcome.refusal, form.typed));
      return after(visit, outcome, words[visit.lang].membershipAdded);
    })
    .post(paths.endMembership, managePeople, async (visit) => {
      const held = { id: visit.params.membershipId, personId: visit.params.id };
      const outcome = await endMembership(visit.db, visit.person, held, visit.now);
      return after(visit, outcome, words[visit.lang].membershipEnded);
    })
    .post(paths.disable, managePeople, async (visit) => {
      const outcome = await disablePerson(visit.db, visit.person, visit.params.id, visit.now);
      return after(visit, outcome, words[visit.lang].disabledNow);
    })
    .post(paths.enable, managePeople, async (visit) => {
      await enablePerson(visit.db, visit.person, visit.params.id, visit.now);
      return visit.go(paths.person.to(visit.params), words[visit.lang].enabledNow);
    })
    .post(paths.resetSecondFactor, managePeople, async (visit) => {
      await resetSecondFactor(visit.db, visit.person, visit.params.id, visit.now);
      return visit.go(paths.person.to(visit.params), words[visit.lang].resetDone);
    })
    .post(paths.passwordLink, managePeople, async (visit) => {
      const { publicUrl } = visit.tools;
      const link = { personId: visit.params.id, publicUrl };
      const outcome = await sendPasswordLink(visit.db, visit.person, link, visit.now);
      return after(visit, outcome, words[visit.lang].passwordLinkSent);
    }).list;
}

const fieldOf: Partial<Record<PeopleRefusal, string>> = {
  'role-unknown': 'role',
  'role-unfit': 'role',
  'organisation-closed': 'organisationId',
  'email-taken': 'email',
};

function refused(
  { lang }: { lang: Visit['lang'] },
  refusal: PeopleRefusal,
  values: FormState['values'] = {},
): FormState {
  return { values, problems: [{ field: fieldOf[refusal] ?? '', message: refusals[lang][refusal] }] };
}

async function peoplePage(visit: Visit, roles: readonly Role[]): Promise<Response> {
  const search = visit.query('q').trim().slice(0, 100);
  const page = Math.max(1, Math.trunc(Number(visit.query('page'))) || 1);
  const { view } = visit;
  const body = await inTransaction(visit.db, visit.person, async (tx) => {
    const { people, total } = await listPeople(tx, { search, page, pageSize });
    const held = await listHeld(
      tx,
      people.map((person) => person.id),
    );
    const shown = { people, held, roles, search, page, pageSize, total };
    return <PeoplePage view={view} {...shown} now={visit.now} />;
  });
  return visit.page(body);
}

const personPage = (roles: readonly Role[]) => async (visit: PersonVisit, state: FormState) => {
  const { id } = visit.params;
  const page = await inTransaction(visit.db, visit.person, async (tx) => (
    <PersonPage
      view={visit.view}
      state={state}
      person={await findPerson(tx, id)}
      factors={await findFactors(tx, id)}
      held={await listHeld(tx, [id])}
      roles={roles}
      organisations={await listOrganisations(tx)}
      now={visit.now}
    />
  ));
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
};
