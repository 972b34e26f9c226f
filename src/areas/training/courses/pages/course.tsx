import { dayName, tokyoDay } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { DateField, TextField } from '#ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { standingOf } from '../../certificates/rules.ts';
import type { CertificateOf } from '../../certificates/store.ts';
import { words as certificateWords } from '../../certificates/words.ts';
import { CourseTerms } from '../../entries/pages/public.tsx';
import type { Places } from '../../entries/store.ts';
import { staffTrainingPaths } from '../../paths.ts';
import { sayPlaces, SessionTag, titleOf } from '../../sessions/pages/lines.tsx';
import { sayWhen } from '../../sessions/say.ts';
import type { Session } from '../../sessions/store.ts';
import { words } from '../../sessions/words.ts';
import { areaWords } from '../../words.ts';
import type { Course } from '../store.ts';

interface KeptCourseProps {
  readonly view: View;
  readonly state: FormState;
  readonly course: Course;
  readonly sessions: readonly Session[];
  readonly places: ReadonlyMap<string, Places>;
  readonly certificates: readonly (CertificateOf & { readonly holder: string | undefined })[];
  readonly now: Date;
}

export function KeptCoursePage(props: KeptCourseProps) {
  const { view, state, course } = props;
  const t = words[view.lang];
  const { id: courseId } = course;
  return (
    <StaffFrame view={view} title={titleOf(view, course)} problems={state.problems}>
      <PageHead
        title={titleOf(view, course)}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(staffTrainingPaths.courses.to({})), label: t.title }]}
            current={titleOf(view, course)}
          />
        }
        actions={
          <>
            {!course.closedAt && (
              <ButtonLink href={view.href(staffTrainingPaths.newSession.to({ courseId }))}>
                {t.newSession}
              </ButtonLink>
            )}
            <ButtonLink kind="secondary" href={view.href(staffTrainingPaths.editCourse.to({ courseId }))}>
              {t.editCourse}
            </ButtonLink>
          </>
        }
      />
      <CourseTerms view={view} course={course} />
      <Sessions {...props} />
      <Certificates {...props} />
    </StaffFrame>
  );
}

function Sessions({ view, sessions, places, now }: KeptCourseProps) {
  const t = words[view.lang];
  const area = areaWords[view.lang];
  return (
    <Section title={t.sessions}>
      {sessions.length === 0 ? (
        <EmptyState title={t.noSessions} />
      ) : (
        <DataTable
          view={view}
          caption={t.sessions}
          captionHidden
          stacked
          columns={[
            { key: 'when', label: area.when, head: true },
            { key: 'standing', label: t.state },
            { key: 'places', label: area.places },
            { key: 'entries', label: area.entry, align: 'number' },
          ]}
          rows={sessions.map((session) => ({
            when: (
              <a href={view.href(staffTrainingPaths.session.to({ sessionId: session.id }))}>
                {sayWhen(view.lang, session)}
              </a>
            ),
            standing: <SessionTag view={view} session={session} now={now} />,
            places: sayPlaces(view, session, places.get(session.id)),
            entries: places.get(session.id)?.taken ?? 0,
          }))}
        />
      )}
    </Section>
  );
}

function Certificates({ view, state, course, certificates, now }: KeptCourseProps) {
  const t = words[view.lang];
  const c = certificateWords[view.lang];
  const common = { view, state };
  return (
    <Section title={t.certificates}>
      {certificates.length > 0 && (
        <DataTable
          view={view}
          caption={t.certificates}
          captionHidden
          stacked
          columns={[
            { key: 'number', label: c.number, head: true },
            { key: 'holder', label: c.holder },
            { key: 'issued', label: c.issued },
            { key: 'standing', label: t.state },
          ]}
          rows={certificates.map(({ certificate, holder }) => ({
            number: (
              <a href={view.href(staffTrainingPaths.certificate.to({ certificateId: certificate.id }))}>
                {certificate.number}
              </a>
            ),
            holder: holder ?? c.erased,
            issued: dayName(view.lang, tokyoDay(certificate.issuedAt)),
            standing: c.standings[standingOf(certificate, now)],
          }))}
        />
      )}
      <h3>{t.give}</h3>
      <p>{t.giveLead}</p>
      <Form action={view.href(staffTrainingPaths.give.to({ courseId: course.id }))}>
        <TextField {...common} name="name" label={t.name} autocomplete="off" required />
        <TextField {...common} name="mail" type="email" label={t.mail} autocomplete="off" />
        <DateField {...common} name="on" label={t.on} max={tokyoDay(now)} required />
        <SubmitButton kind="secondary">{t.give}</SubmitButton>
      </Form>
    </Section>
  );
}
