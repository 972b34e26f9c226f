import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { flatForm, textOf } from '#platform/web/typed.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { findTrainingCase, listTrainingCases } from '#areas/cases/index.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { can } from '../access.ts';
import { workTrainingPaths } from '../paths.ts';
import { kinds, tasks, weekdays } from '../workplaces/rules.ts';
import { findWorkplace, listCertified } from '../workplaces/store.ts';
import { beginTraining } from './actions.ts';
import { AgreementSheet } from './pages/agreement.tsx';
import { ChoosePage } from './pages/choose.tsx';
import { TrainingListPage } from './pages/list.tsx';
import { shown } from './posted.ts';
import { readProps, trainingPage } from './show.tsx';
import { countHeld, listTrainings } from './store.ts';
import { suggestWorkplaces, type Wanted } from './suggest.ts';

type CaseVisit = Visit<{ caseId: string }>;

export const workTrainingRoutes = new Routes()
  .get(workTrainingPaths.list, can.readWorkTrainings, async (visit) => {
    const { db, who, view, query } = visit;
    const asked = new Date(query('before'));
    const page = await inTransaction(db, who, async (tx) => {
      const { rows, more } = await listTrainings(tx, Number.isNaN(asked.getTime()) ? undefined : asked);
      const waiting = can.askWorkTraining.allows(who) ? await listTrainingCases(tx) : undefined;
      const before = more ? rows.at(-1)?.createdAt.toISOString() : undefined;
      return <TrainingListPage {...{ view, waiting, before }} trainings={rows} />;
    });
    return visit.page(page);
  })
  .get(workTrainingPaths.choose, can.askWorkTraining, (visit) =>
    choosePage(visit, wantedIn(visit), emptyForm),
  )
  .post(workTrainingPaths.begin, can.askWorkTraining, async (visit) => {
    const form = await visit.form(flatForm);
    const { caseId, workplaceId } = visit.params;
    const workplace = await inTransaction(visit.db, visit.who, (tx) => findWorkplace(tx, workplaceId));
    const asked = form.ok ? textOf(form.typed, 'days').split(' ') : [];
    const days = asked.filter((day) => workplace.days.includes(day));
    const kind = form.ok ? textOf(form.typed, 'kind') : '';
    const today = tokyoDay(visit.now);
    const input = {
      caseId,
      workplaceId,
      vault: visit.tools.vault,
      told: { alias: '', considerations: '', contact: visit.person.name },
      kind: workplace.kinds.includes(kind) ? kind : (workplace.kinds[0] ?? ''),
      days: days.length > 0 ? days : workplace.days.slice(0, 2),
      startsOn: addDays(today, 14),
      endsOn: addDays(today, 104),
      minutesADay: Math.max(workplace.leastMinutes, 120),
      allowanceYen: 0,
      insurance: 'none',
    };
    const begun = await beginTraining(visit.db, visit.person, input, visit.now);
    if (!begun.ok) return choosePage(visit, wantedIn(visit), shown(visit, begun));
    return visit.go(workTrainingPaths.page.to(begun.value));
  })
  .get(workTrainingPaths.page, can.readWorkTrainings, (visit) => trainingPage(visit, emptyForm))
  .get(workTrainingPaths.agreement, can.keepWorkTraining, async (visit) =>
    visit.page(<AgreementSheet {...(await readProps(visit, emptyForm))} />),
  ).list;

function wantedIn({ c, query }: CaseVisit): Wanted {
  const many = (name: string, known: readonly string[]) =>
    [...(c.req.queries(`${name}[]`) ?? []), ...(c.req.queries(name) ?? [])].filter((each) =>
      known.includes(each),
    );
  return {
    days: many('days', weekdays),
    tasks: many('tasks', tasks),
    kind: (kinds as readonly string[]).includes(query('kind')) ? query('kind') : '',
    municipality: query('municipality').slice(0, 10),
  };
}

async function choosePage(visit: CaseVisit, wanted: Wanted, state: FormState): Promise<Response> {
  const { db, who, view, now } = visit;
  const { caseId } = visit.params;
  const today = tokyoDay(now);
  const page = await inTransaction(db, who, async (tx) => {
    const { number, municipality } = await findTrainingCase(tx, { who, caseId }, now);
    const certified = await listCertified(tx, {}, { day: today, limit: 1_000 });
    const held = await countHeld(
      tx,
      certified.map(({ id }) => id),
    );
    const places = certified.map((place) => ({ ...place, held: held.get(place.id) ?? 0 }));
    const near = { ...wanted, municipality: wanted.municipality || (municipality ?? '') };
    const suggestions = suggestWorkplaces(near, places, today);
    const municipalities = await listMunicipalities(tx);
    return <ChoosePage {...{ view, state, caseId, number, suggestions, municipalities }} wanted={near} />;
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
