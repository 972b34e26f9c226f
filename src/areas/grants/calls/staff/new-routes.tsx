import { z } from 'zod';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listYears } from '#areas/programs/index.ts';
import { can, grantOfficer, worksAt } from '../../access.ts';
import { deskTabs } from '../../desk.ts';
import { callStaffPaths as paths } from '../../paths.ts';
import { makeCall } from '../actions.ts';
import { standingOf } from '../rules.ts';
import { listBudgetChanges, listCalls } from '../store.ts';
import { emptyTerms } from './empty-terms.ts';
import { GrantsHomePage } from './pages/home.tsx';
import { NewCallPage } from './pages/new.tsx';
import { programOptions } from './programs.ts';
import { refused } from './refused.ts';
import { waitingFor } from './waiting.ts';
import { words } from './words.ts';

const newForm = z.object({
  nameJa: field.text(120),
  nameEn: field.optionalText(120),
  slug: field.text(80),
  fiscalYear: field.whole(),
  bureauId: z.uuid(),
  programId: z.union([z.uuid(), z.literal('')]).default(''),
  budgetLine: field.optionalText(200),
  shape: field.choice(['subsidy', 'one-shot']),
  audience: field.choice(['groups', 'persons']),
});

export const newCallRoutes = new Routes()
  .get(paths.home, can.seeGrants, homePage)
  .get(paths.new, can.editCall, (visit) => newPage(visit, emptyForm))
  .post(paths.new, can.editCall, make).list;

async function homePage(visit: Visit): Promise<Response> {
  const { view, who, lang } = visit;
  const seesCalls = can.readCalls.allows(who);
  const page = await inTransaction(visit.db, who, async (tx) => {
    const today = tokyoDay(visit.now);
    const calls = (seesCalls ? await listCalls(tx) : []).filter(
      ({ bureauId, state }) => state !== 'draft' || worksAt(who, bureauId),
    );
    const shown = calls.map((call) => ({ ...call, standing: standingOf({ ...call, ...call.terms }, today) }));
    const changes = can.decideBudget.allows(who) ? await listBudgetChanges(tx, { state: 'asked' }) : [];
    return (
      <GrantsHomePage
        view={view}
        tabs={deskTabs(view, who, paths.home.to({}))}
        calls={shown}
        waiting={waitingFor({ who, lang, calls, changes })}
        mayMake={can.editCall.allows(who)}
        seesCalls={seesCalls}
      />
    );
  });
  return visit.page(page);
}

async function newPage(visit: Visit, state: FormState): Promise<Response> {
  const { lang, who } = visit;
  const page = await inTransaction(visit.db, who, async (tx) => {
    const mine = organisationsWith(who, grantOfficer);
    const bureaus = (await listOrganisations(tx)).filter(({ id }) => mine.includes(id));
    return (
      <NewCallPage
        view={visit.view}
        state={state}
        years={(await listYears(tx)).map(({ year }) => year)}
        bureaus={bureaus.map(({ id, nameJa, nameEn }) => ({
          value: id,
          label: contentIn(lang, { ja: nameJa, en: nameEn }),
        }))}
        programs={await programOptions(tx, lang)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function make(visit: Visit): Promise<Response> {
  const form = await visit.form(newForm);
  if (!form.ok) return newPage(visit, form.state);
  const { nameJa, nameEn, programId, ...call } = form.values;
  const terms = emptyTerms({ ja: nameJa, en: nameEn }, call.shape, call.audience);
  const made = await makeCall(
    visit.db,
    visit.who,
    { ...call, programId: programId || null, terms },
    visit.now,
  );
  if (!made.ok) return newPage(visit, refused(visit, made, form.typed));
  return visit.go(paths.call.to(made.value), words[visit.lang].made);
}
