import { z } from 'zod';
import { type Role, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { listConditioned } from '#platform/people/standing.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { checkForm, field } from '#platform/web/form.ts';
import { refusedForm, sayRefusal } from '#platform/web/refusals.ts';
import { type Route, Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { findCourse, listCourses } from '../courses/store.ts';
import { staffTrainingPaths } from '../paths.ts';
import { titleOf } from '../sessions/pages/lines.tsx';
import { endRequirement, previewRequirement, rolesToClose, setRequirement } from './actions.ts';
import { PreviewPage, RequirementsPage } from './pages/requirements.tsx';
import { standingOf } from './rules.ts';
import { listRequirements } from './store.ts';
import { refusals, words } from './words.ts';

const wantedForm = z.object({ role: field.text(60), course: z.guid(), since: field.day() });
const setForm = wantedForm.extend({ confirmed: field.checkbox() });

/** Which roles need which course: for the secretariat, since it shuts people out. */
export function requirementRoutes(roles: readonly Role[]): readonly Route[] {
  const show = listPage(roles);
  return new Routes()
    .get(staffTrainingPaths.requirements, can.keepRequirements, (visit) => show(visit, emptyForm))
    .get(staffTrainingPaths.requirementPreview, can.keepRequirements, async (visit) => {
      const typed = {
        role: visit.query('role'),
        course: visit.query('course'),
        since: visit.query('since'),
      };
      const form = checkForm(wantedForm, typed, typed, visit.lang);
      if (!form.ok) return show(visit, form.state);
      return previewPage(visit, roles, form.values, emptyForm);
    })
    .post(staffTrainingPaths.requirements, can.keepRequirements, async (visit) => {
      const form = await visit.form(setForm);
      if (!form.ok) return show(visit, form.state);
      const { role, course: courseId, since: sinceDay, confirmed } = form.values;
      const wanted = { role, courseId, sinceDay, confirmed, roles };
      const set = await setRequirement(visit.db, visit.who, wanted, visit.now);
      if (!set.ok) {
        const fields = { 'too-soon': 'since', 'not-confirmed': 'confirmed' };
        const state = refusedForm({
          words: refusals,
          lang: visit.lang,
          refused: set,
          typed: form.typed,
          fields,
        });
        return set.refusal === 'not-confirmed'
          ? previewPage(visit, roles, form.values, state)
          : show(visit, state);
      }
      return visit.go(staffTrainingPaths.requirements.to({}), words[visit.lang].done);
    })
    .post(staffTrainingPaths.endRequirement, can.keepRequirements, async (visit) => {
      const ended = await endRequirement(visit.db, visit.who, visit.params.requirementId, visit.now);
      return visit.go(
        staffTrainingPaths.requirements.to({}),
        ended.ok ? words[visit.lang].ended : sayRefusal(refusals, visit.lang, ended),
      );
    }).list;
}

const listPage = (roles: readonly Role[]) => async (visit: Visit, state: FormState) => {
  const { requirements, courses } = await inTransaction(visit.db, visit.who, async (tx) => ({
    requirements: await listRequirements(tx),
    courses: await listCourses(tx, { open: true }),
  }));
  // Numbers over all organisations, of which the secretariat sees no person.
  const held = await inTransaction(visit.db, system('training-preview'), (tx) => listConditioned(tx));
  const closed = held.filter((holding) => standingOf(holding, visit.now).is === 'closed');
  const closedNow = (role: string, courseId: string) =>
    new Set(
      closed.filter((each) => each.role === role && each.kind === courseId).map((each) => each.personId),
    ).size;
  return visit.page(
    <RequirementsPage
      view={visit.view}
      state={state}
      requirements={requirements.map((each) => ({
        ...each,
        closedNow: closedNow(each.requirement.role, each.course.id),
      }))}
      roles={rolesToClose(roles).map((role) => ({ value: role.name, label: role.words[visit.lang] }))}
      courses={courses.map((course) => ({ value: course.id, label: titleOf(visit.view, course) }))}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
};

async function previewPage(
  visit: Visit,
  roles: readonly Role[],
  { role, course: courseId, since: sinceDay }: z.output<typeof wantedForm>,
  state: FormState,
): Promise<Response> {
  const wanted = { role, courseId, sinceDay };
  const course = await inTransaction(visit.db, visit.who, (tx) => findCourse(tx, courseId));
  const names = {
    role: roles.find(({ name }) => name === role)?.words[visit.lang] ?? role,
    course: titleOf(visit.view, course),
  };
  const preview = await previewRequirement(visit.db, visit.who, wanted);
  return visit.page(
    <PreviewPage view={visit.view} state={state} wanted={wanted} names={names} preview={preview} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
