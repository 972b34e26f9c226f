import { z } from 'zod';
import { organisationKinds } from '../../access.ts';
import { inTransaction } from '../../database/database.ts';
import { emptyForm, type FormState } from '../../web/form-state.ts';
import { field, formProblem } from '../../web/form.ts';
import { Routes } from '../../web/routes.ts';
import type { Visit } from '../../web/visit.ts';
import { managePeople } from '../access.ts';
import { findOrganisation, listOrganisations } from '../organisations.ts';
import { paths } from '../paths.ts';
import { asSite, siteFields } from '../site-form.ts';
import {
  addOrganisation,
  closeOrganisation,
  renameOrganisation,
  renameSite,
  reopenOrganisation,
} from './actions.ts';
import { NewOrganisationPage, OrganisationPage } from './pages/organisation.tsx';
import { OrganisationsPage } from './pages/organisations.tsx';
import { SitePage } from './pages/site.tsx';
import { isLocalGovernmentCode } from './rules.ts';
import { refusals, words } from './words.ts';

const problem = (name: 'codeForm' | 'localGovernmentForm') =>
  formProblem({ ja: words.ja[name], en: words.en[name] });
const names = { nameJa: field.text(100), nameEn: field.optionalText(100) };
const renameForm = z.object(names);
const newForm = z.object({
  ...names,
  kind: field.choice(organisationKinds),
  code: field.text(40).refine((code) => /^[a-z0-9][a-z0-9-]*$/.test(code), problem('codeForm')),
  localGovernmentCode: field
    .optionalText(6)
    .refine((code) => code === '' || isLocalGovernmentCode(code), problem('localGovernmentForm')),
});
const siteForm = z.object(siteFields);

/** Organisations and the names of the site, for administrators. */
export const routes = new Routes()
  .get(paths.organisations, managePeople, async (visit) => {
    const organisations = await inTransaction(visit.db, visit.person, (tx) => listOrganisations(tx));
    return visit.page(<OrganisationsPage view={visit.view} organisations={organisations} />);
  })
  .get(paths.newOrganisation, managePeople, ({ view, page }) =>
    page(<NewOrganisationPage view={view} state={emptyForm} />),
  )
  .post(paths.newOrganisation, managePeople, async (visit) => {
    const form = await visit.form(newForm);
    if (!form.ok) return visit.page(<NewOrganisationPage view={visit.view} state={form.state} />, 422);
    const outcome = await addOrganisation(visit.db, visit.person, form.values, visit.now);
    if (outcome.ok) return visit.go(paths.organisations.to({}), words[visit.lang].added);
    const problems = [{ field: 'code', message: refusals[visit.lang][outcome.refusal] }];
    return visit.page(
      <NewOrganisationPage view={visit.view} state={{ values: form.typed, problems }} />,
      422,
    );
  })
  .get(paths.organisation, managePeople, (visit) => organisationPage(visit, emptyForm))
  .post(paths.organisation, managePeople, async (visit) => {
    const form = await visit.form(renameForm);
    if (!form.ok) return organisationPage(visit, form.state);
    await renameOrganisation(visit.db, visit.person, { id: visit.params.id, ...form.values }, visit.now);
    return visit.go(paths.organisation.to(visit.params), words[visit.lang].saved);
  })
  .post(paths.closeOrganisation, managePeople, async (visit) => {
    const outcome = await closeOrganisation(visit.db, visit.person, visit.params.id, visit.now);
    if (outcome.ok) return visit.go(paths.organisation.to(visit.params), words[visit.lang].closedNow);
    const problems = [{ field: '', message: refusals[visit.lang][outcome.refusal] }];
    return organisationPage(visit, { values: {}, problems });
  })
  .post(paths.reopenOrganisation, managePeople, async (visit) => {
    await reopenOrganisation(visit.db, visit.person, visit.params.id, visit.now);
    return visit.go(paths.organisation.to(visit.params), words[visit.lang].reopened);
  })
  .get(paths.site, managePeople, ({ view, page }) => page(<SitePage view={view} state={emptyForm} />))
  .post(paths.site, managePeople, async (visit) => {
    const form = await visit.form(siteForm);
    if (!form.ok) return visit.page(<SitePage view={visit.view} state={form.state} />, 422);
    await renameSite(visit.db, visit.person, asSite(form.values), visit.now);
    return visit.go(paths.site.to({}), words[visit.lang].saved);
  }).list;

async function organisationPage(visit: Visit<{ id: string }>, state: FormState): Promise<Response> {
  const organisation = await inTransaction(visit.db, visit.person, (tx) =>
    findOrganisation(tx, visit.params.id),
  );
  const page = <OrganisationPage view={visit.view} state={state} organisation={organisation} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
