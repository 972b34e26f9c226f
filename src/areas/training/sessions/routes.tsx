import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem } from '#platform/web/form.ts';
import { formatNumber } from '#platform/i18n.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { type Route, Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, mustKeepAt } from '../access.ts';
import { attendByList, codesAt } from '../attendances/actions.ts';
import { findCourse } from '../courses/store.ts';
import { openEntrant } from '../entries/sealed.ts';
import { countPlaces, listEntries } from '../entries/store.ts';
import { refusals as entryRefusals } from '../entries/words.ts';
import { staffTrainingPaths } from '../paths.ts';
import { summaryOf } from '../surveys/rules.ts';
import { listAnswers } from '../surveys/store.ts';
import { addSession, cancelSession, changeSession, type SessionInput } from './actions.ts';
import { SessionFormPage } from './pages/form.tsx';
import { CodePage, SessionPage } from './pages/session.tsx';
import { ways } from './rules.ts';
import { findLink, findSession } from './store.ts';
import { refusals, words } from './words.ts';

const time = () =>
  z
    .string()
    .transform((typed) => typed.normalize('NFKC').padStart(5, '0'))
    .refine((typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), formProblem(timeWrong));
const timeWrong = { ja: words.ja.timeWrong, en: words.en.timeWrong };
const sessionForm = z.object({
  way: field.choice(ways),
  day: field.day(),
  from: time(),
  until: time(),
  lastDay: z.union([z.literal(''), field.day()]).default(''),
  venue: field.optionalText(200),
  url: field.optionalText(500),
  quota: field.wholeOrNull({ min: 1, max: 10_000 }),
  entryFrom: field.day(),
  entryUntil: field.day(),
});
const cancelForm = z.object({ reason: field.optionalText(500) });
const attendanceForm = z.object({ entries: field.choices() });
type SessionVisit = Visit<{ sessionId: string }>;

/** Days and hours are of Tokyo. */
function inputOf(values: z.output<typeof sessionForm>): SessionInput {
  const { day, from, until, lastDay, ...input } = values;
  const at = (date: string, clock: string) => new Date(`${date}T${clock}:00+09:00`);
  return { ...input, startsAt: at(day, from), endsAt: at(lastDay || day, until) };
}

const fields = {
  'ends-before-start': 'until',
  'venue-missing': 'venue',
  'link-missing': 'url',
  'link-not-https': 'url',
  'window-wrong': 'entryUntil',
  'quota-below': 'quota',
  'reason-missing': 'reason',
} as const;

export const sessionRoutes: readonly Route[] = new Routes()
  .get(staffTrainingPaths.newSession, can.keepCourses, (visit) =>
    formPage(visit, { courseId: visit.params.courseId }, emptyForm),
  )
  .post(staffTrainingPaths.newSession, can.keepCourses, async (visit) => {
    const { courseId } = visit.params;
    const form = await visit.form(sessionForm);
    if (!form.ok) return formPage(visit, { courseId }, form.state);
    const input = { courseId, ...inputOf(form.values) };
    const added = await addSession(visit.db, visit.who, input, visit.now);
    if (!added.ok) {
      const refused = { words: refusals, lang: visit.lang, refused: added, typed: form.typed, fields };
      return formPage(visit, { courseId }, refusedForm(refused));
    }
    return visit.go(staffTrainingPaths.session.to(added.value), words[visit.lang].saved);
  })
  .get(staffTrainingPaths.session, can.keepCourses, (visit) => sessionPage(visit, emptyForm))
  .get(staffTrainingPaths.editSession, can.keepCourses, (visit) => formPage(visit, visit.params, emptyForm))
  .post(staffTrainingPaths.editSession, can.keepCourses, async (visit) => {
    const form = await visit.form(sessionForm);
    if (!form.ok) return formPage(visit, visit.params, form.state);
    const input = { ...visit.params, ...inputOf(form.values), outside: visit.tools };
    const changed = await changeSession(visit.db, visit.who, input, visit.now);
    if (!changed.ok) {
      const refused = { words: refusals, lang: visit.lang, refused: changed, typed: form.typed, fields };
      return formPage(visit, visit.params, refusedForm(refused));
    }
    return visit.go(staffTrainingPaths.session.to(visit.params), words[visit.lang].saved);
  })
  .post(staffTrainingPaths.cancelSession, can.keepCourses, async (visit) => {
    const form = await visit.form(cancelForm);
    if (!form.ok) return sessionPage(visit, form.state);
    const input = { ...visit.params, ...form.values, outside: visit.tools };
    const cancelled = await cancelSession(visit.db, visit.who, input, visit.now);
    if (!cancelled.ok) {
      const refused = { words: refusals, lang: visit.lang, refused: cancelled, typed: form.typed, fields };
      return sessionPage(visit, refusedForm(refused));
    }
    return visit.go(staffTrainingPaths.session.to(visit.params), words[visit.lang].cancelled);
  })
  .post(staffTrainingPaths.attendance, can.keepCourses, async (visit) => {
    const form = await visit.form(attendanceForm);
    if (!form.ok) return sessionPage(visit, form.state);
    const { vault } = visit.tools;
    const list = { vault, ...visit.params, entryIds: form.values.entries };
    const attended = await attendByList(visit.db, visit.who, list, visit.now);
    if (!attended.ok) {
      const refused = { words: entryRefusals, lang: visit.lang, refused: attended, typed: form.typed };
      return sessionPage(visit, refusedForm(refused));
    }
    const count = formatNumber(visit.lang, attended.value.attended);
    return visit.go(staffTrainingPaths.session.to(visit.params), words[visit.lang].marked(count));
  })
  .get(staffTrainingPaths.code, can.keepCourses, async (visit) => {
    const { session, course } = await findKept(visit);
    const [code] = codesAt(visit.tools.vault, session, visit.now);
    return visit.page(<CodePage view={visit.view} course={course} session={session} code={code} />);
  }).list;

function findKept(visit: SessionVisit) {
  return inTransaction(visit.db, visit.who, async (tx) => {
    const session = await findSession(tx, visit.params.sessionId);
    mustKeepAt(visit.who, session.organisationId);
    return { session, course: await findCourse(tx, session.courseId) };
  });
}

async function sessionPage(visit: SessionVisit, state: FormState): Promise<Response> {
  const { vault } = visit.tools;
  const { session, course } = await findKept(visit);
  const found = await inTransaction(visit.db, visit.who, async (tx) => ({
    places: (await countPlaces(tx, [session.id])).get(session.id),
    entries: await listEntries(tx, session.id),
    survey: summaryOf(await listAnswers(tx, session.id)),
  }));
  const entries = found.entries.map((entry) => ({ entry, entrant: openEntrant(vault, entry) }));
  return visit.page(
    <SessionPage
      view={visit.view}
      state={state}
      course={course}
      session={session}
      {...found}
      entries={entries}
      now={visit.now}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function formPage(
  visit: Visit,
  of: { courseId: string } | { sessionId: string },
  state: FormState,
): Promise<Response> {
  const found = await inTransaction(visit.db, visit.who, async (tx) => {
    const session = 'sessionId' in of ? await findSession(tx, of.sessionId) : undefined;
    const courseId = 'courseId' in of ? of.courseId : (session?.courseId ?? '');
    const course = await findCourse(tx, courseId);
    mustKeepAt(visit.who, course.organisationId);
    return { session, course, url: session && (await findLink(tx, session.id)) };
  });
  const action =
    'sessionId' in of ? staffTrainingPaths.editSession.to(of) : staffTrainingPaths.newSession.to(of);
  return visit.page(
    <SessionFormPage view={visit.view} state={state} action={action} {...found} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
