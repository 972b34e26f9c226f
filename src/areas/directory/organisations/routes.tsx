import { z } from 'zod';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, directoryEditor, isKeeper, mustWriteService } from '../access.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { saveProfile, setConfirmationAddress } from './actions.ts';
import { OrganisationsPage } from './pages/list.tsx';
import { OrganisationPage } from './pages/organisation.tsx';
import type { ProfileRefusal } from './rules.ts';
import { findConfirmationAddress, findProfile, listKeptOrganisations } from './store.ts';
import { refusals, words } from './words.ts';

type OrganisationVisit = Visit<{ id: string }>;

const narrow = (max: number) => field.optionalText(max).transform((text) => text.normalize('NFKC').trim());
const profileForm = z.object({
  nameKana: field.optionalText(200),
  descriptionJa: field.optionalText(2000),
  descriptionEn: field.optionalText(2000),
  website: narrow(500),
  legalNumber: narrow(30).transform((text) => text.replace(/[-\s]/g, '')),
});
const addressForm = z.object({ email: narrow(254) });

export const organisationRoutes = new Routes()
  .get(staffDirectoryPaths.organisations, can.readEntries, listPage)
  .get(staffDirectoryPaths.organisation, can.writeEntry, (visit) => organisationPage(visit, emptyForm))
  .post(staffDirectoryPaths.organisation, can.writeEntry, async (visit) => {
    const form = await visit.form(profileForm);
    if (!form.ok) return organisationPage(visit, form.state);
    const organisationId = visit.params.id;
    const saved = await saveProfile(visit.db, visit.who, { organisationId, ...form.values }, visit.now);
    if (saved.ok) return visit.go(staffDirectoryPaths.organisation.to(visit.params), words[visit.lang].saved);
    const at = String(saved.facts?.['field'] ?? '');
    const fields: Record<ProfileRefusal, string> = {
      'website-malformed': 'website',
      'legal-number-wrong': 'legalNumber',
      'mail-malformed': 'email',
      formula: at,
      'too-long': at,
    };
    const state = refusedForm({
      words: refusals,
      lang: visit.lang,
      refused: saved,
      typed: form.typed,
      fields,
    });
    return organisationPage(visit, state);
  })
  .post(staffDirectoryPaths.confirmationAddress, can.writeEntry, async (visit) => {
    const form = await visit.form(addressForm);
    if (!form.ok) return organisationPage(visit, form.state);
    const input = { organisationId: visit.params.id, email: form.values.email };
    const saved = await setConfirmationAddress(visit.db, visit.who, input, visit.now);
    if (saved.ok)
      return visit.go(staffDirectoryPaths.organisation.to(visit.params), words[visit.lang].addressSaved);
    const fields = { 'mail-malformed': 'email' } as const;
    const state = refusedForm({
      words: refusals,
      lang: visit.lang,
      refused: saved,
      typed: form.typed,
      fields,
    });
    return organisationPage(visit, state);
  }).list;

/** Keepers see all, editors their own. */
async function listPage(visit: Visit): Promise<Response> {
  const own = organisationsWith(visit.who, directoryEditor);
  const all = await inTransaction(visit.db, visit.who, listKeptOrganisations);
  const organisations = all.filter(({ id }) => isKeeper(visit.who) || own.includes(id));
  return visit.page(
    <OrganisationsPage view={visit.view} organisations={organisations} isKeeper={isKeeper(visit.who)} />,
  );
}

async function organisationPage(visit: OrganisationVisit, state: FormState): Promise<Response> {
  const { id } = visit.params;
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const organisation = await findOrganisation(tx, id);
    mustWriteService(visit.who, { organisationId: id });
    return (
      <OrganisationPage
        view={visit.view}
        state={state}
        organisation={organisation}
        profile={await findProfile(tx, id)}
        email={await findConfirmationAddress(tx, id)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
