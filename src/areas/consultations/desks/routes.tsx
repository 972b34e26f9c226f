import { z } from 'zod';
import { administrator, hasRole, organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { hoursForm, takeHours } from '#areas/directory/index.ts';
import type { Option } from '#ui/choices.tsx';
import { can, counsellor, deskSupervisor, supervises, worksAt } from '../access.ts';
import { words as boardWords } from '../boards/words.ts';
import { deskPaths } from '../paths.ts';
import { openDesk, settleDesk } from './actions.ts';
import { settingsForm, settled } from './form.ts';
import { HoursPage } from './pages/hours.tsx';
import { NewDeskPage } from './pages/new.tsx';
import { SettingsPage } from './pages/settings.tsx';
import { closedDoor, type Door, firstSettings } from './settings.ts';
import { findDesk, listAllDesks } from './store.ts';
import { refusals, words } from './words.ts';

type DeskVisit = Visit<{ deskId: string }>;
type HoursVisit = Visit<{ deskId: string; door: string }>;

const newForm = z.object({
  organisationId: z.uuid(),
  code: z
    .string()
    .refine(
      (code) => /^[a-z][a-z0-9-]{1,39}$/.test(code),
      formProblem({ ja: words.ja.codeWrong, en: words.en.codeWrong }),
    ),
  nameJa: field.text(60),
  nameEn: field.text(100),
});

const fieldsOf = {
  'readers-missing': 'readersJa',
  'code-taken': 'code',
  'code-kept': 'code',
  'desk-there': 'organisationId',
} as const;

export const deskRoutes = new Routes()
  .get(deskPaths.newDesk, can.openDesk, (visit) => newPage(visit, emptyForm))
  .post(deskPaths.newDesk, can.openDesk, make)
  .get(deskPaths.settings, can.readDesk, (visit) => settingsPage(visit, emptyForm))
  .post(deskPaths.settings, can.runDesk, settle)
  .get(deskPaths.hours, can.runDesk, (visit) => hoursPage(visit, emptyForm))
  .post(deskPaths.hours, can.runDesk, settleHours).list;

async function settle(visit: DeskVisit): Promise<Response> {
  const form = await visit.form(settingsForm);
  if (!form.ok) return settingsPage(visit, form.state);
  const { version, nameJa, nameEn } = form.values;
  const { lang } = visit;
  const { deskId } = visit.params;
  const done = await settleDesk(
    visit.db,
    visit.person,
    { deskId, version, nameJa, nameEn, change: (before) => settled(before, form.values) },
    visit.now,
  );
  if (!done.ok)
    return settingsPage(
      visit,
      refusedForm({ words: refusals, lang, refused: done, typed: form.typed, fields: fieldsOf }),
    );
  const t = words[lang];
  const told = done.value.promises.map(({ door, from, to }) =>
    t.shorter(boardWords[lang].door[door], from, to),
  );
  return visit.go(deskPaths.settings.to({ deskId }), [t.saved, ...told].join(''));
}

async function settingsPage(visit: DeskVisit, state: FormState): Promise<Response> {
  const { deskId } = visit.params;
  if (!worksAt(visit.who, deskId)) throw new NotFound('desk');
  const desk = await inTransaction(visit.db, visit.who, (tx) => findDesk(tx, deskId));
  const mayChange = supervises(visit.who, deskId);
  return visit.page(
    <SettingsPage view={visit.view} desk={desk} state={state} mayChange={mayChange} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function settleHours(visit: HoursVisit): Promise<Response> {
  const form = await visit.form(hoursForm);
  const { deskId } = visit.params;
  const door = visit.params.door as Door;
  const { lang } = visit;
  if (!form.ok) return hoursPage(visit, form.state);
  const { settings } = await inTransaction(visit.db, visit.who, (tx) => findDesk(tx, deskId));
  const stored = (settings.doors[door] ?? closedDoor).hours;
  const read = takeHours(form.typed, { stored, lang });
  if ('again' in read) return hoursPage(visit, read.again);
  const { hours } = read;
  if (!hours) {
    const message = words[lang].hoursMissing;
    return hoursPage(visit, { values: form.typed, problems: [{ field: 'hours.known', message }] });
  }
  const done = await settleDesk(
    visit.db,
    visit.person,
    {
      deskId,
      version: Number(form.typed['version']),
      change: (before) => ({
        ...before,
        doors: { ...before.doors, [door]: { ...(before.doors[door] ?? closedDoor), hours } },
      }),
    },
    visit.now,
  );
  if (!done.ok)
    return hoursPage(visit, refusedForm({ words: refusals, lang, refused: done, typed: form.typed }));
  return visit.go(deskPaths.settings.to({ deskId }), words[lang].saved);
}

async function hoursPage(visit: HoursVisit, state: FormState): Promise<Response> {
  const { deskId, door } = visit.params;
  if (!supervises(visit.who, deskId)) throw new NotFound('desk');
  const desk = await inTransaction(visit.db, visit.who, (tx) => findDesk(tx, deskId));
  return visit.page(
    <HoursPage view={visit.view} desk={desk} door={door as Door} state={state} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function make(visit: Visit): Promise<Response> {
  const form = await visit.form(newForm);
  if (!form.ok) return newPage(visit, form.state);
  const { lang } = visit;
  const made = await openDesk(visit.db, visit.who, { ...form.values, settings: firstSettings }, visit.now);
  if (!made.ok)
    return newPage(
      visit,
      refusedForm({ words: refusals, lang, refused: made, typed: form.typed, fields: fieldsOf }),
    );
  const deskId = form.values.organisationId;
  const next = supervises(visit.who, deskId) ? deskPaths.settings.to({ deskId }) : deskPaths.home.to({});
  return visit.go(next, words[lang].made);
}

async function newPage(visit: Visit, state: FormState): Promise<Response> {
  const organisations = await deskless(visit);
  return visit.page(
    <NewDeskPage view={visit.view} organisations={organisations} state={state} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** Organisations without a desk, for which this person may open one. */
async function deskless(visit: Visit): Promise<readonly Option[]> {
  const own = organisationsWith(visit.who, deskSupervisor);
  const all = hasRole(visit.who, administrator);
  return inTransaction(visit.db, visit.who, async (tx) => {
    const with_ = new Set((await listAllDesks(tx)).map(({ id }) => id));
    return (await listOrganisations(tx, counsellor.at))
      .filter(({ id, closedAt }) => !closedAt && !with_.has(id) && (all || own.includes(id)))
      .map(({ id, nameJa, nameEn }) => ({
        value: id,
        label: contentIn(visit.lang, { ja: nameJa, en: nameEn }),
      }));
  });
}
