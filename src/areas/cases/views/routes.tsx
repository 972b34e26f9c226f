import { z } from 'zod';
import { addDays, endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { readUrgencies } from '../bases/actions.ts';
import { ToldUrgencies } from '../bases/pages/urgency.tsx';
import { viewPaths } from '../paths.ts';
import { relationKinds } from '../relations/rules.ts';
import { answerAlert, readAlert, readAlerts, readGlass, readViews } from './actions.ts';
import { AlertPage, AlertsPage } from './pages/alerts.tsx';
import { GlassPage } from './pages/glass.tsx';
import { type Chosen, ViewsPage } from './pages/views.tsx';
import { type Period, periods } from './rules.ts';
import { refusals, words } from './words.ts';

type AlertVisit = Visit<{ alertId: string }>;

export const viewRoutes = new Routes()
  .get(viewPaths.views, can.readViews, viewsPage)
  .get(viewPaths.alerts, can.readViews, alertsPage)
  .get(viewPaths.answer, can.readViews, (visit) => alertPage(visit, emptyForm))
  .post(viewPaths.answer, can.answerAlerts, async (visit) => {
    const form = await visit.form(
      z.object({ result: z.string().max(40).default(''), answer: field.optionalText(4000) }),
    );
    if (!form.ok) return alertPage(visit, form.state);
    const input = { vault: visit.tools.vault, ...visit.params, ...form.values };
    const answered = await answerAlert(visit.db, visit.person, input, visit.now);
    if (answered.ok) return visit.go(viewPaths.alerts.to({}), words[visit.lang].saved);
    const fields = { 'result-missing': 'result', 'answer-missing': 'answer' } as const;
    const { lang } = visit;
    return alertPage(
      visit,
      refusedForm({ words: refusals, lang, refused: answered, typed: form.typed, fields }),
    );
  })
  .get(viewPaths.glass, can.readViews, glassPage).list;

const isUuid = (text: string) => z.uuid().safeParse(text).success;

/** What was chosen by a link; anything else counts as not chosen. */
function chosenOf(visit: Visit): Chosen {
  const [period, as, personId, caseId] = ['period', 'as', 'reader', 'case'].map((name) =>
    visit.query(name),
  ) as [string, string, string, string];
  return {
    period: period in periods ? (period as Period) : 'week',
    as: [...relationKinds, 'none'].includes(as) ? as : '',
    personId: isUuid(personId) ? personId : '',
    caseId: isUuid(caseId) ? caseId : '',
  };
}

async function viewsPage(visit: Visit): Promise<Response> {
  const chosen = chosenOf(visit);
  const { period, as, personId, caseId } = chosen;
  const page = Math.min(1000, Math.max(1, Math.trunc(Number(visit.query('page'))) || 1));
  const filter = {
    since: endOfTokyoDay(addDays(tokyoDay(visit.now), -periods[period])),
    ...(as ? { as } : {}),
    ...(personId ? { personId } : {}),
    ...(caseId ? { caseId } : {}),
  };
  const shown = await readViews(visit.db, visit.person, filter, page);
  return visit.page(
    <ViewsPage view={visit.view} chosen={chosen} {...shown} nextPage={shown.more ? page + 1 : undefined} />,
  );
}

async function alertsPage(visit: Visit): Promise<Response> {
  const waiting = await readAlerts(visit.db, visit.person, { open: true });
  const answered = await readAlerts(visit.db, visit.person, { open: false });
  const either = (one: string, other: string) => one || other;
  return visit.page(
    <AlertsPage
      view={visit.view}
      waiting={waiting.alerts}
      answered={answered.alerts}
      nameOf={(id) => either(waiting.nameOf(id), answered.nameOf(id))}
      numberOf={(id) => either(waiting.numberOf(id), answered.numberOf(id))}
    />,
  );
}

async function alertPage(visit: AlertVisit, state: FormState): Promise<Response> {
  const { db, person, tools, params, view } = visit;
  const shown = await readAlert(db, person, { vault: tools.vault, alertId: params.alertId });
  const { alert } = shown;
  const since = endOfTokyoDay(addDays(alert.day, -1));
  const around = await readViews(
    db,
    person,
    { since, personId: alert.personId, ...(alert.caseId ? { caseId: alert.caseId } : {}) },
    1,
  );
  return visit.page(
    <AlertPage
      view={view}
      state={state}
      alert={alert}
      answer={shown.answer}
      looks={around.rows}
      mayAnswer={can.answerAlerts.allows(visit.who) && alert.personId !== person.personId}
      nameOf={(id) => shown.nameOf(id) || around.nameOf(id)}
      numberOf={(id) => shown.numberOf(id) || around.numberOf(id)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function glassPage(visit: Visit): Promise<Response> {
  const { db, person, tools, view } = visit;
  const shown = await readGlass(db, person);
  const told = await readUrgencies(db, person, tools.vault);
  return visit.page(
    <GlassPage view={view} {...shown} told={<ToldUrgencies view={view} urgencies={told} />} />,
  );
}
