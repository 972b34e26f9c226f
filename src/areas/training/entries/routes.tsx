import { z } from 'zod';
import { type Role } from '#platform/access.ts';
import { inTransaction, reading } from '#platform/database/database.ts';
import { endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { type Route, Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { listCertificates } from '../certificates/store.ts';
import { audiences } from '../courses/rules.ts';
import { findCourse, listCourses } from '../courses/store.ts';
import { staffTrainingPaths, trainingPaths } from '../paths.ts';
import { readNeeds } from '../requirements/notices.ts';
import { findSession } from '../sessions/store.ts';
import { askEntry, type Holder } from './actions.ts';
import { OwnTrainingPage } from './pages/own.tsx';
import { CoursePage, EnterPage, SaidPage, TrainingListPage } from './pages/public.tsx';
import { readComing, readPlaces } from './read.ts';
import { enterOwn, entryPage, entryStep } from './steps.tsx';
import { listOwn } from './store.ts';
import { refusals, words } from './words.ts';

const askForm = z.object({
  name: field.text(100),
  mail: field.email(),
  from: field.optionalText(200),
  audience: field.choice(audiences),
});
const enterForm = z.object({ audience: z.enum(audiences).optional() });

export const trainingPublicRoutes: readonly Route[] = new Routes()
  .publicPage(trainingPaths.list, async (visit) => {
    const courses = await reading(visit.db, visit.who, (tx) => listCourses(tx, { open: true }));
    const { coming, places } = await comingOf(visit);
    return visit.page(
      <TrainingListPage
        view={visit.view}
        coming={coming}
        courses={courses}
        places={places}
        now={visit.now}
      />,
    );
  })
  .publicPage(trainingPaths.course, async (visit) => {
    const course = await reading(visit.db, visit.who, (tx) => findCourse(tx, visit.params.courseId));
    const { coming, places } = await comingOf(visit, course.id);
    return visit.page(
      <CoursePage view={visit.view} course={course} coming={coming} places={places} now={visit.now} />,
    );
  })
  .anonymousPage(trainingPaths.enter, (visit) => {
    const t = words[visit.lang];
    return visit.query('sent')
      ? visit.page(<SaidPage view={visit.view} title={t.sentTitle} text={t.sent} />)
      : enterPage(visit, emptyForm);
  })
  .anonymousPost(trainingPaths.enter, async (visit) => {
    const form = await visit.form(askForm);
    if (!form.ok) return enterPage(visit, form.state);
    const { vault, publicUrl } = visit.tools;
    const { sessionId } = visit.params;
    const asking = { vault, publicUrl, sessionId, lang: visit.lang, ...form.values };
    const asked = await askEntry(visit.db, asking, visit.now);
    if (!asked.ok)
      return enterPage(
        visit,
        refusedForm({ words: refusals, lang: visit.lang, refused: asked, typed: form.typed }),
      );
    return visit.go(trainingPaths.enter.to({ sessionId }, { sent: 1 }));
  })
  .anonymousPage(trainingPaths.entry, (visit) =>
    orGone(visit, () => entryPage(visit, { token: visit.params.token })),
  )
  .anonymousPost(
    trainingPaths.entryStep,
    (visit) => orGone(visit, () => entryStep(visit, { token: visit.params.token }, visit.params.step)),
    { secretUrl: true },
  ).list;

/** Kept pages change when a session begins or ends, and with each day. */
async function comingOf(visit: Visit, courseId?: string) {
  const found = await readComing(visit.db, { now: visit.now, ...(courseId ? { courseId } : {}) });
  visit.changesAt(endOfTokyoDay(tokyoDay(visit.now)));
  for (const { session } of found.coming) visit.changesAt(session.endsAt);
  return found;
}

async function enterPage(visit: Visit<{ sessionId: string }>, state: FormState): Promise<Response> {
  const { sessionId } = visit.params;
  const { session, course } = await reading(visit.db, visit.who, async (tx) => {
    const found = await findSession(tx, sessionId);
    return { session: found, course: await findCourse(tx, found.courseId) };
  });
  const places = await readPlaces(visit.db, sessionId);
  const of = { session, course, places };
  return visit.page(
    <EnterPage view={visit.view} state={state} {...of} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** A link that is no more says so; nobody learns whether it ever was one. */
async function orGone(visit: Visit, make: () => Promise<Response>): Promise<Response> {
  const t = words[visit.lang];
  return make().catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    return visit.page(<SaidPage view={visit.view} title={t.goneTitle} text={t.gone} />, 410);
  });
}

/** On the desk of everybody who is signed in: what their roles need, their entries, their certificates. */
export function ownTrainingRoutes(roles: readonly Role[]): readonly Route[] {
  const held = (visit: Visit<{ entryId: string }>): Holder => ({
    who: visit.person,
    entryId: visit.params.entryId,
  });
  return new Routes()
    .get(staffTrainingPaths.own, can.readOwn, async (visit) => {
      const { personId } = visit.person;
      const { coming, places } = await readComing(visit.db, { now: visit.now });
      const needs = await readNeeds(visit, roles);
      const own = await inTransaction(visit.db, visit.person, async (tx) => ({
        entries: await listOwn(tx, personId),
        certificates: await listCertificates(tx, { personId }),
      }));
      return visit.page(
        <OwnTrainingPage
          view={visit.view}
          needs={needs}
          {...own}
          coming={coming}
          places={places}
          now={visit.now}
        />,
      );
    })
    .post(staffTrainingPaths.enter, can.readOwn, async (visit) => {
      const form = await visit.form(enterForm);
      const { sessionId } = visit.params;
      const course = await reading(visit.db, visit.who, async (tx) =>
        findCourse(tx, (await findSession(tx, sessionId)).courseId),
      );
      const [first = 'supporter'] = course.audiences as (typeof audiences)[number][];
      return enterOwn(visit, sessionId, (form.ok && form.values.audience) || first);
    })
    .get(staffTrainingPaths.entry, can.readOwn, (visit) => entryPage(visit, held(visit)))
    .post(staffTrainingPaths.entryStep, can.readOwn, (visit) =>
      entryStep(visit, held(visit), visit.params.step),
    ).list;
}
