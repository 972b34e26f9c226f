import { organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { actsFor, can, workplaceAgent } from '../access.ts';
import { workplacePaths } from '../paths.ts';
import { addWorkplace, changeWorkplace } from './actions.ts';
import { readCalls } from './money.ts';
import { WorkplaceEditPage } from './pages/edit.tsx';
import { WorkHomePage } from './pages/home.tsx';
import { WorkplaceList, WorkplacePublicPage } from './pages/public.tsx';
import { offerForm, shown } from './posted.ts';
import { isCertified, kinds, tasks } from './rules.ts';
import { findWorkplace, listCertified, listWaiting, listWorkplacesOf } from './store.ts';
import { workplacePage } from './show.tsx';
import { words } from './words.ts';

const pageSize = 30;
const oneOf = (codes: readonly string[], code: string) => (codes.includes(code) ? code : '');

export const workplaceRoutes = new Routes()
  .publicPage(workplacePaths.list, async (visit) => {
    const { db, view, query, now } = visit;
    const filter = {
      municipality: query('municipality').slice(0, 10),
      task: oneOf(tasks, query('task')),
      kind: oneOf(kinds, query('kind')),
    };
    const page = await inTransaction(db, visit.who, async (tx) => {
      const at = { day: tokyoDay(now), after: query('after').slice(0, 20), limit: pageSize + 1 };
      const found = await listCertified(tx, filter, at);
      const municipalities = await listMunicipalities(tx);
      const workplaces = found.slice(0, pageSize);
      const after = found.length > pageSize ? (workplaces.at(-1)?.number ?? undefined) : undefined;
      return <WorkplaceList {...{ view, filter, workplaces, municipalities, after }} />;
    });
    visit.changesAt(nextDay(now));
    return visit.page(page);
  })
  .publicPage(workplacePaths.public, async (visit) => {
    const { db, view, now } = visit;
    const page = await inTransaction(db, visit.who, async (tx) => {
      const workplace = await findWorkplace(tx, visit.params.workplaceId);
      if (!isCertified(workplace, tokyoDay(now))) throw new NotFound('workplace');
      const municipalities = await listMunicipalities(tx);
      return <WorkplacePublicPage {...{ view, workplace, municipalities }} />;
    });
    visit.changesAt(nextDay(now));
    return visit.page(page);
  })
  .get(workplacePaths.home, can.readWorkplaces, homePage)
  .get(workplacePaths.new, can.editWorkplace, (visit) => editPage(visit, undefined, emptyForm))
  .post(workplacePaths.new, can.editWorkplace, async (visit) => {
    const form = await visit.form(offerForm);
    if (!form.ok) return editPage(visit, undefined, form.state);
    const [only] = organisationsWith(visit.who, workplaceAgent);
    const { organisationId = only ?? '', version: _, ...fields } = form.values;
    const added = await addWorkplace(visit.db, visit.who, { organisationId, ...fields }, visit.now);
    if (!added.ok) return editPage(visit, undefined, shown(visit, added, form.typed));
    return visit.go(workplacePaths.page.to(added.value), words[visit.lang].saved);
  })
  .get(workplacePaths.edit, can.editWorkplace, (visit) =>
    editPage(visit, visit.params.workplaceId, emptyForm),
  )
  .post(workplacePaths.edit, can.editWorkplace, async (visit) => {
    const { workplaceId } = visit.params;
    const form = await visit.form(offerForm);
    if (!form.ok) return editPage(visit, workplaceId, form.state);
    const { organisationId: _, ...fields } = form.values;
    const saved = await changeWorkplace(visit.db, visit.who, { workplaceId, ...fields }, visit.now);
    if (!saved.ok) return editPage(visit, workplaceId, shown(visit, saved, form.typed));
    return visit.go(workplacePaths.page.to({ workplaceId }), words[visit.lang].saved);
  })
  .get(workplacePaths.page, can.readWorkplaces, (visit) =>
    workplacePage(visit, visit.params.workplaceId, emptyForm),
  ).list;

/** A certification ends with its day. */
function nextDay(now: Date): Date {
  return new Date(`${tokyoDay(new Date(now.getTime() + 86_400_000))}T00:00:00+09:00`);
}

async function homePage(visit: Visit): Promise<Response> {
  const { db, who, view, now } = visit;
  const today = tokyoDay(now);
  const page = await inTransaction(db, who, async (tx) => (
    <WorkHomePage
      view={view}
      today={today}
      own={
        can.editWorkplace.allows(who)
          ? await listWorkplacesOf(tx, organisationsWith(who, workplaceAgent))
          : undefined
      }
      waiting={can.confirmWorkplace.allows(who) ? await listWaiting(tx) : undefined}
      certified={await listCertified(tx, {}, { day: today, limit: 500 })}
      calls={can.certifyWorkplace.allows(who) ? await readCalls(tx, today) : undefined}
      municipalities={await listMunicipalities(tx)}
      maySeeTrainings={can.readWorkTrainings.allows(who)}
    />
  ));
  return visit.page(page);
}

async function editPage(visit: Visit, workplaceId: string | undefined, state: FormState): Promise<Response> {
  const { db, who, view } = visit;
  const page = await inTransaction(db, who, async (tx) => {
    const workplace = workplaceId ? await findWorkplace(tx, workplaceId) : undefined;
    if (workplace && !actsFor(who, workplaceAgent, workplace.organisationId)) throw new NotFound('workplace');
    const organisations = visit.person.memberships
      .filter(({ role }) => role === workplaceAgent.name)
      .map(({ organisationId, organisationName }) => ({ value: organisationId, label: organisationName }));
    const municipalities = await listMunicipalities(tx);
    return <WorkplaceEditPage {...{ view, state, workplace, organisations, municipalities }} />;
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
