import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { Card, DefinitionList, EmptyState } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Audience } from '../../courses/rules.ts';
import type { Course } from '../../courses/store.ts';
import { trainingPaths } from '../../paths.ts';
import { SessionTag, SessionTerms, titleOf } from '../../sessions/pages/lines.tsx';
import { standingOf } from '../../sessions/rules.ts';
import type { CourseSession, Session } from '../../sessions/store.ts';
import { areaWords } from '../../words.ts';
import type { Places } from '../store.ts';
import { words } from '../words.ts';

interface ListProps {
  readonly view: View;
  readonly coming: readonly CourseSession[];
  readonly courses: readonly Course[];
  readonly places: ReadonlyMap<string, Places>;
  readonly now: Date;
}

/** What comes, and every course. */
export function TrainingListPage({ view, coming, courses, places, now }: ListProps) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={areaWords[view.lang].title}>
      <PageHead
        title={areaWords[view.lang].title}
        lead={<p>{t.lead}</p>}
        actions={
          <ButtonLink kind="quiet" href={view.href(trainingPaths.check.to({}))}>
            {t.certificate}
          </ButtonLink>
        }
      />
      <Section title={t.coming}>
        {coming.length === 0 && <EmptyState title={t.none} />}
        <Grid min="large">
          {coming.map(({ session, course }) => (
            <SessionCard
              view={view}
              course={course}
              session={session}
              places={places.get(session.id)}
              now={now}
            />
          ))}
        </Grid>
      </Section>
      <Section title={areaWords[view.lang].course}>
        <Grid min="large">
          {courses.map((course) => (
            <Card
              title={titleOf(view, course)}
              href={view.href(trainingPaths.course.to({ courseId: course.id }))}
            >
              <p>{course.purpose}</p>
            </Card>
          ))}
        </Grid>
      </Section>
    </PublicFrame>
  );
}

interface CardProps {
  readonly view: View;
  readonly course: Course;
  readonly session: Session;
  readonly places: Places | undefined;
  readonly now: Date;
}

function SessionCard({ view, course, session, places, now }: CardProps) {
  const t = words[view.lang];
  return (
    <Card title={titleOf(view, course)} tags={<SessionTag view={view} session={session} now={now} />}>
      <SessionTerms view={view} session={session} places={places} />
      <Actions>
        {standingOf(session, now) === 'open' && (
          <ButtonLink href={view.href(trainingPaths.enter.to({ sessionId: session.id }))}>
            {t.enter}
          </ButtonLink>
        )}
      </Actions>
    </Card>
  );
}

export function CoursePage({
  view,
  course,
  coming,
  places,
  now,
}: Omit<ListProps, 'courses'> & { course: Course }) {
  const t = areaWords[view.lang];
  return (
    <PublicFrame view={view} title={titleOf(view, course)}>
      <PageHead
        title={titleOf(view, course)}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(trainingPaths.list.to({})), label: t.title }]}
            current={titleOf(view, course)}
          />
        }
      />
      <CourseTerms view={view} course={course} />
      <Section title={words[view.lang].coming}>
        {coming.length === 0 && <EmptyState title={words[view.lang].none} />}
        <Grid min="large">
          {coming.map(({ session }) => (
            <SessionCard
              view={view}
              course={course}
              session={session}
              places={places.get(session.id)}
              now={now}
            />
          ))}
        </Grid>
      </Section>
    </PublicFrame>
  );
}

export function CourseTerms({ view, course }: { view: View; course: Course }) {
  const t = areaWords[view.lang];
  return (
    <DefinitionList
      items={[
        { term: t.purpose, value: <TypedText text={course.purpose} /> },
        { term: t.content, value: <TypedText text={course.content} /> },
        { term: t.forWhom, value: course.audiences.map((each) => t.audiences[each as Audience]).join('、') },
        { term: t.validity, value: course.validMonths === null ? t.lasting : t.holds(course.validMonths) },
      ]}
    />
  );
}

interface EnterProps {
  readonly view: View;
  readonly state: FormState;
  readonly course: Course;
  readonly session: Session;
  readonly places: Places | undefined;
}

export function EnterPage({ view, state, course, session, places }: EnterProps) {
  const t = words[view.lang];
  const common = { view, state };
  const options = course.audiences.map((value) => ({
    value,
    label: areaWords[view.lang].audiences[value as Audience],
  }));
  return (
    <PublicFrame view={view} title={t.enterTitle} problems={state.problems}>
      <PageHead title={t.enterTitle} kicker={titleOf(view, course)} lead={<p>{t.enterLead}</p>} />
      <SessionTerms view={view} session={session} places={places} />
      <Form action={view.href(trainingPaths.enter.to({ sessionId: session.id }))}>
        <TextField {...common} name="name" label={t.name} hint={t.nameHint} autocomplete="name" required />
        <TextField {...common} name="mail" type="email" label={t.mail} autocomplete="email" required />
        <TextField {...common} name="from" label={t.from} />
        <RadioGroup {...common} name="audience" label={t.audience} options={options} required />
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(trainingPaths.list.to({}))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </PublicFrame>
  );
}

/** The same whether the address was known or not; and what a link says that is no more. */
export function SaidPage({ view, title, text }: { view: View; title: string; text: string }) {
  return (
    <PublicFrame view={view} title={title}>
      <PageHead title={title} lead={<p>{text}</p>} />
      <Actions>
        <ButtonLink kind="secondary" href={view.href(trainingPaths.list.to({}))}>
          {words[view.lang].back}
        </ButtonLink>
      </Actions>
    </PublicFrame>
  );
}
