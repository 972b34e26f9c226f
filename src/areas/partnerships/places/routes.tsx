import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem, type Typed } from '#platform/web/form.ts';
import { refusedForm, type RefusedWith } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { hoursForm, readHolidays, type Service, takeHours, visitHours } from '#areas/directory/index.ts';
import { can } from '../access.ts';
import { placeStaffPaths } from '../paths.ts';
import { addSession, cancelSession, moveSession, type PlaceRefusal, sayToday, setHours } from './actions.ts';
import { PlaceListPage } from './pages/list.tsx';
import { PlacePage } from './pages/place.tsx';
import { PlaceHoursPage, SessionPage, SessionsPage } from './pages/sessions.tsx';
import { partsOf } from './parts.ts';
import { calendarOf, findOwnPlace, listOwnPlaces, readCalendar } from './read.ts';
import { todayState, usualEnd } from './rules.ts';
import { ahead, fromAddress } from './say.ts';
import { findDay, listSaid } from './store.ts';
import { refusals, words } from './words.ts';

const time = () =>
  z
    .string()
    .transform((text) => text.normalize('NFKC').replace(/^(\d):/, '0$1:'))
    .refine(
      (text) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text),
      formProblem({ ja: words.ja.timeWrong, en: words.en.timeWrong }),
    );
const note = field.optionalText(100);
const todayForm = z.object({
  open: field.choice(['yes', 'no']),
  until: time().or(z.literal('')).default(''),
  note,
});
const timesForm = z.object({ opens: time(), closes: time(), title: field.optionalText(60) });
const addForm = timesForm.extend({ day: field.day() });

type PlaceVisit = Visit<{ serviceId: string }>;
type SessionVisit = Visit<{ serviceId: string; day: string; slot: string }>;
const problemFields = {
  'until-before-now': 'until',
  'reason-missing': 'reason',
  overlaps: 'opens',
  'times-equal': 'closes',
  'day-over': 'day',
  'too-far': 'day',
} as const;

/** How far ahead the operator sees. */
const shownDays = 90;

export const placeStaffRoutes = new Routes()
  .get(placeStaffPaths.list, can.operatePlace, listPage)
  .get(placeStaffPaths.place, can.operatePlace, (visit) => placePage(visit, emptyForm))
  .post(placeStaffPaths.today, can.operatePlace, async (visit) => {
    const form = await visit.form(todayForm);
    if (!form.ok) return placePage(visit, form.state);
    const { open, until, note: said } = form.values;
    const { serviceId } = visit.params;
    const input = { serviceId, open: open === 'yes', until: until || usualEnd(minuteOf(visit)), note: said };
    const done = await sayToday(visit.db, visit.who, input, visit.now);
    if (!done.ok) return placePage(visit, refused(visit, done, form.typed));
    return visit.go(placeStaffPaths.place.to(visit.params), words[visit.lang].saved);
  })
  .get(placeStaffPaths.sessions, can.operatePlace, (visit) => sessionsPage(visit, emptyForm))
  .post(placeStaffPaths.sessions, can.operatePlace, async (visit) => {
    const form = await visit.form(addForm);
    if (!form.ok) return sessionsPage(visit, form.state);
    const done = await addSession(visit.db, visit.who, { ...visit.params, ...form.values }, visit.now);
    return done.ok ? toSessions(visit) : sessionsPage(visit, refused(visit, done, form.typed));
  })
  .get(placeStaffPaths.session, can.operatePlace, (visit) => sessionPage(visit, emptyForm))
  .post(placeStaffPaths.session, can.operatePlace, async (visit) => {
    const form = await visit.form(timesForm);
    if (!form.ok) return sessionPage(visit, form.state);
    const done = await moveSession(visit.db, visit.who, { ...sessionOf(visit), ...form.values }, visit.now);
    return done.ok ? toSessions(visit) : sessionPage(visit, refused(visit, done, form.typed));
  })
  .post(placeStaffPaths.cancel, can.operatePlace, async (visit) => {
    const form = await visit.form(z.object({ reason: note }));
    if (!form.ok) return sessionPage(visit, form.state);
    const done = await cancelSession(visit.db, visit.who, { ...sessionOf(visit), ...form.values }, visit.now);
    return done.ok ? toSessions(visit) : sessionPage(visit, refused(visit, done, form.typed));
  })
  .get(placeStaffPaths.hours, can.operatePlace, (visit) => hoursPage(visit, emptyForm))
  .post(placeStaffPaths.hours, can.operatePlace, saveHours).list;

const sessionOf = ({ params }: SessionVisit) => ({ ...params, slot: fromAddress(params.slot) });
const minuteOf = ({ now }: Visit) => tokyoMinute(now).slice(11);
const toSessions = (visit: PlaceVisit) =>
  visit.go(placeStaffPaths.sessions.to(visit.params), words[visit.lang].saved);
const named = ({ lang }: Visit, { id, content }: Service) => ({ id, name: contentIn(lang, content.name) });
const statusOf = (state: FormState) => (state.problems.length > 0 ? 422 : 200);

function refused({ lang }: Visit, refusal: RefusedWith<PlaceRefusal>, typed: Typed): FormState {
  return refusedForm<PlaceRefusal>({ words: refusals, lang, refused: refusal, typed, fields: problemFields });
}

async function saveHours(visit: PlaceVisit): Promise<Response> {
  const form = await visit.form(hoursForm);
  if (!form.ok) return hoursPage(visit, form.state);
  const service = await inTransaction(visit.db, visit.who, (tx) =>
    findOwnPlace(tx, visit.who, visit.params.serviceId),
  );
  const read = takeHours(form.typed, { stored: visitHours(service.content), lang: visit.lang });
  if ('again' in read) return hoursPage(visit, read.again);
  if (!read.hours) {
    const message = words[visit.lang].hoursMissing;
    return hoursPage(visit, { values: form.typed, problems: [{ field: 'hours.known', message }] });
  }
  const input = { ...visit.params, version: Number(form.typed['version']), hours: read.hours };
  const done = await setHours(visit.db, visit.who, input, visit.now);
  return done.ok ? toSessions(visit) : hoursPage(visit, refused(visit, done, form.typed));
}

async function listPage(visit: Visit): Promise<Response> {
  const { db, who, now } = visit;
  const [today, minute] = [tokyoDay(now), minuteOf(visit)];
  const days = { from: today, to: addDays(today, 14) };
  const places = await inTransaction(db, who, async (tx) => {
    const services = await listOwnPlaces(tx, who);
    const holidays = await readHolidays(tx);
    const said = await listSaid(tx, { serviceIds: services.map(({ id }) => id), ...days });
    return services.map((service) => {
      const sessions = calendarOf(service, { ...days, holidays, said });
      const state = todayState({ minute, sessions: sessions.filter(({ day }) => day === today) });
      const lively = state !== 'none' || said.some(({ serviceId }) => serviceId === service.id);
      return { service, state, lively, next: ahead(sessions, { day: today, minute })[0] };
    });
  });
  return visit.page(<PlaceListPage view={visit.view} places={places} />);
}

async function placePage(visit: PlaceVisit, state: FormState): Promise<Response> {
  const { db, who, now, params } = visit;
  const [today, minute] = [tokyoDay(now), minuteOf(visit)];
  const page = await inTransaction(db, who, async (tx) => {
    const service = await findOwnPlace(tx, who, params.serviceId);
    const sessions = await readCalendar(tx, service, { from: today, to: addDays(today, shownDays) });
    return (
      <PlacePage
        view={visit.view}
        state={state}
        place={named(visit, service)}
        today={todayState({ minute, sessions: sessions.filter(({ day }) => day === today) })}
        said={await findDay(tx, { serviceId: service.id, day: today })}
        sessions={ahead(sessions, { day: today, minute })}
        alwaysOpen={visitHours(service.content)?.alwaysOpen === true}
        until={usualEnd(minute)}
        parts={await partsOf(tx, who, service, { lang: visit.lang, today, now })}
      />
    );
  });
  return visit.page(page, statusOf(state));
}

async function sessionsPage(visit: PlaceVisit, state: FormState): Promise<Response> {
  const { db, who, now, params } = visit;
  const today = tokyoDay(now);
  const { service, sessions } = await inTransaction(db, who, async (tx) => {
    const service = await findOwnPlace(tx, who, params.serviceId);
    return {
      service,
      sessions: await readCalendar(tx, service, { from: today, to: addDays(today, shownDays) }),
    };
  });
  const shown = { place: named(visit, service), sessions, today };
  return visit.page(<SessionsPage view={visit.view} state={state} {...shown} />, statusOf(state));
}

async function sessionPage(visit: SessionVisit, state: FormState): Promise<Response> {
  const { db, who, params } = visit;
  const { service, session } = await inTransaction(db, who, async (tx) => {
    const service = await findOwnPlace(tx, who, params.serviceId);
    const sessions = await readCalendar(tx, service, { from: params.day, to: params.day });
    return { service, session: sessions.find(({ slot }) => slot === sessionOf(visit).slot) };
  });
  if (!session) throw new NotFound('session');
  const page = (
    <SessionPage view={visit.view} state={state} place={named(visit, service)} session={session} />
  );
  return visit.page(page, statusOf(state));
}

async function hoursPage(visit: PlaceVisit, state: FormState): Promise<Response> {
  const { db, who, params } = visit;
  const service = await inTransaction(db, who, (tx) => findOwnPlace(tx, who, params.serviceId));
  const page = (
    <PlaceHoursPage view={visit.view} state={state} place={named(visit, service)} service={service} />
  );
  return visit.page(page, statusOf(state));
}
