import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, CheckboxGroup, type Option, SelectField } from '#ui/choices.tsx';
import { EmptyState } from '#ui/content.tsx';
import { NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffTrainingPaths } from '../../paths.ts';
import { titleOf } from '../../sessions/pages/lines.tsx';
import { words } from '../../sessions/words.ts';
import { areaWords } from '../../words.ts';
import { audiences, type Audience } from '../rules.ts';
import type { Course } from '../store.ts';

interface CoursesProps {
  readonly view: View;
  readonly courses: readonly Course[];
  /** Sessions of each course. */
  readonly sessions: ReadonlyMap<string, number>;
}

export function CoursesPage({ view, courses, sessions }: CoursesProps) {
  const t = words[view.lang];
  const area = areaWords[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        actions={<ButtonLink href={view.href(staffTrainingPaths.newCourse.to({}))}>{t.newCourse}</ButtonLink>}
      />
      {courses.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          view={view}
          caption={t.title}
          captionHidden
          stacked
          columns={[
            { key: 'title', label: area.course, head: true },
            { key: 'audiences', label: area.forWhom },
            { key: 'validity', label: area.validity },
            { key: 'sessions', label: t.sessionCount, align: 'number' },
          ]}
          rows={courses.map((course) => ({
            title: (
              <a href={view.href(staffTrainingPaths.course.to({ courseId: course.id }))}>
                {titleOf(view, course)}
              </a>
            ),
            audiences: course.audiences.map((each) => area.audiences[each as Audience]).join('、'),
            validity: course.validMonths === null ? area.lasting : area.holds(course.validMonths),
            sessions: sessions.get(course.id) ?? 0,
          }))}
        />
      )}
    </StaffFrame>
  );
}

interface CourseFormProps {
  readonly view: View;
  readonly state: FormState;
  readonly course: Course | undefined;
  readonly organisations: readonly Option[];
}

export function CourseFormPage({ view, state, course, organisations }: CourseFormProps) {
  const t = words[view.lang];
  const area = areaWords[view.lang];
  const title = course ? t.editCourse : t.newCourse;
  const common = { view, state };
  const action = course
    ? staffTrainingPaths.editCourse.to({ courseId: course.id })
    : staffTrainingPaths.newCourse.to({});
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(staffTrainingPaths.courses.to({})), label: t.title }]}
            current={title}
          />
        }
      />
      <Form action={view.href(action)}>
        {!course && (
          <SelectField
            {...common}
            name="organisationId"
            label={t.organisation}
            options={organisations}
            value={organisations[0]?.value}
            empty={false}
            required
          />
        )}
        <TextField
          {...common}
          name="titleJa"
          label={t.titleJa}
          value={course?.titleJa}
          maxlength={100}
          width="full"
          required
        />
        <TextField
          {...common}
          name="titleEn"
          label={t.titleEn}
          value={course?.titleEn}
          maxlength={100}
          width="full"
        />
        <TextArea {...common} name="purpose" label={area.purpose} value={course?.purpose} rows={3} required />
        <TextArea {...common} name="content" label={area.content} value={course?.content} required />
        <CheckboxGroup
          {...common}
          name="audiences"
          label={area.forWhom}
          values={course?.audiences}
          options={audiences.map((value) => ({ value, label: area.audiences[value] }))}
          spread="columns"
          required
        />
        <NumberField
          {...common}
          name="validMonths"
          label={t.validMonths}
          hint={t.monthsHint}
          unit={t.months}
          value={course?.validMonths}
        />
        {course && <Checkbox {...common} name="closed" label={t.closed} checked={course.closedAt !== null} />}
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
