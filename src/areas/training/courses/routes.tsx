import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { type Route, Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, keptBy, mustKeepAt } from '../access.ts';
import { giveCertificate, holderOf } from '../certificates/actions.ts';
import { listCertificates } from '../certificates/store.ts';
import { refusals as certificateRefusals } from '../certificates/words.ts';
import { countPlaces } from '../entries/store.ts';
import { staffTrainingPaths } from '../paths.ts';
import { listSessions } from '../sessions/store.ts';
import { words } from '../sessions/words.ts';
import { addCourse, changeCourse } from './actions.ts';
import { KeptCoursePage } from './pages/course.tsx';
import { CourseFormPage, CoursesPage } from './pages/keep.tsx';
import { type Audience, audiences } from './rules.ts';
import { findCourse, listCourses } from './store.ts';

const courseForm = z.object({
  titleJa: field.text(100),
  titleEn: field.optionalText(100),
  purpose: field.text(1000),
  content: field.text(5000),
  audiences: z.preprocess(
    (value) => (Array.isArray(value) ? value : value ? [value] : []),
    z.array(z.enum(audiences)).min(1),
  ),
  validMonths: field.wholeOrNull({ min: 1, max: 120 }),
  closed: field.checkbox(),
});
const newCourseForm = courseForm.extend({ organisationId: z.guid() });
const giveForm = z.object({
  name: field.text(100),
  mail: z.union([z.literal(''), field.email()]).default(''),
  on: field.day(),
});
type CourseVisit = Visit<{ courseId: string }>;

export const courseRoutes: readonly Route[] = new Routes()
  .get(staffTrainingPaths.courses, can.keepCourses, async (visit) => {
    const { courses, sessions } = await inTransaction(visit.db, visit.who, async (tx) => {
      const kept = await listCourses(tx, { organisationIds: keptBy(visit.who) });
      return {
        courses: kept,
        sessions: await listSessions(
          tx,
          kept.map(({ id }) => id),
        ),
      };
    });
    const counts = new Map<string, number>();
    for (const { courseId } of sessions) counts.set(courseId, (counts.get(courseId) ?? 0) + 1);
    return visit.page(<CoursesPage view={visit.view} courses={courses} sessions={counts} />);
  })
  .get(staffTrainingPaths.newCourse, can.keepCourses, (visit) => formPage(visit, emptyForm))
  .post(staffTrainingPaths.newCourse, can.keepCourses, async (visit) => {
    const form = await visit.form(newCourseForm);
    if (!form.ok) return formPage(visit, form.state);
    const { titleEn, closed: _, ...input } = form.values;
    const courseId = await addCourse(
      visit.db,
      visit.who,
      { ...input, titleEn: titleEn || null, audiences: input.audiences as Audience[] },
      visit.now,
    );
    return visit.go(staffTrainingPaths.course.to({ courseId }), words[visit.lang].saved);
  })
  .get(staffTrainingPaths.course, can.keepCourses, (visit) => coursePage(visit, emptyForm))
  .get(staffTrainingPaths.editCourse, can.keepCourses, (visit) =>
    formPage(visit, emptyForm, visit.params.courseId),
  )
  .post(staffTrainingPaths.editCourse, can.keepCourses, async (visit) => {
    const { courseId } = visit.params;
    const form = await visit.form(courseForm);
    if (!form.ok) return formPage(visit, form.state, courseId);
    const { titleEn, ...input } = form.values;
    const change = { ...input, courseId, titleEn: titleEn || null, audiences: input.audiences as Audience[] };
    await changeCourse(visit.db, visit.who, change, visit.now);
    return visit.go(staffTrainingPaths.course.to({ courseId }), words[visit.lang].saved);
  })
  .post(staffTrainingPaths.give, can.keepCourses, async (visit) => {
    const { courseId } = visit.params;
    const form = await visit.form(giveForm);
    if (!form.ok) return coursePage(visit, form.state);
    const { vault } = visit.tools;
    const given = await giveCertificate(visit.db, visit.who, { vault, courseId, ...form.values }, visit.now);
    if (!given.ok) {
      const fields = { 'day-to-come': 'on', 'day-too-early': 'on' };
      const refused = {
        words: certificateRefusals,
        lang: visit.lang,
        refused: given,
        typed: form.typed,
        fields,
      };
      return coursePage(visit, refusedForm(refused));
    }
    const t = words[visit.lang];
    return visit.go(staffTrainingPaths.course.to({ courseId }), given.value.known ? t.given : t.givenUnknown);
  }).list;

async function coursePage(visit: CourseVisit, state: FormState): Promise<Response> {
  const { courseId } = visit.params;
  const { vault } = visit.tools;
  const found = await inTransaction(visit.db, visit.who, async (tx) => {
    const course = await findCourse(tx, courseId);
    mustKeepAt(visit.who, course.organisationId);
    const sessions = await listSessions(tx, [courseId]);
    const certificates = await listCertificates(tx, { courseId });
    return {
      course,
      sessions,
      places: await countPlaces(
        tx,
        sessions.map(({ id }) => id),
      ),
      certificates: certificates.map((of) => ({ ...of, holder: holderOf(vault, of.certificate) })),
    };
  });
  return visit.page(
    <KeptCoursePage view={visit.view} state={state} {...found} now={visit.now} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function formPage(visit: Visit, state: FormState, courseId?: string): Promise<Response> {
  const { course, organisations } = await inTransaction(visit.db, visit.who, async (tx) => ({
    course: courseId ? await findCourse(tx, courseId) : undefined,
    organisations: await listOrganisations(tx),
  }));
  if (course) mustKeepAt(visit.who, course.organisationId);
  const kept = organisations.filter(({ id }) => keptBy(visit.who).includes(id));
  const options = kept.map(({ id, nameJa, nameEn }) => ({
    value: id,
    label: contentIn(visit.lang, { ja: nameJa, en: nameEn }),
  }));
  return visit.page(
    <CourseFormPage view={visit.view} state={state} course={course} organisations={options} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
