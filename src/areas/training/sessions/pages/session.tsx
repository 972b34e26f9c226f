import { formatNumber } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup } from '#ui/choices.tsx';
import { EmptyState, Notice, StatFigure } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { PrintButton } from '#ui/sheet.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Audience } from '../../courses/rules.ts';
import type { Course } from '../../courses/store.ts';
import type { EntryState } from '../../entries/rules.ts';
import type { Entrant } from '../../entries/sealed.ts';
import type { Entry, Places } from '../../entries/store.ts';
import { words as entryWords } from '../../entries/words.ts';
import { staffTrainingPaths } from '../../paths.ts';
import type { SurveySummary } from '../../surveys/rules.ts';
import { areaWords } from '../../words.ts';
import { isRoom } from '../rules.ts';
import type { Session } from '../store.ts';
import { words } from '../words.ts';
import { SessionTag, SessionTerms, titleOf } from './lines.tsx';

interface SessionProps {
  readonly view: View;
  readonly state: FormState;
  readonly course: Course;
  readonly session: Session;
  readonly places: Places | undefined;
  readonly entries: readonly { readonly entry: Entry; readonly entrant: Entrant | undefined }[];
  readonly survey: SurveySummary;
  readonly now: Date;
}

export function SessionPage(props: SessionProps) {
  const { view, state, course, session, places, now } = props;
  const t = words[view.lang];
  const { id: sessionId } = session;
  return (
    <StaffFrame view={view} title={titleOf(view, course)} problems={state.problems} islands={['share']}>
      <PageHead
        title={titleOf(view, course)}
        tags={<SessionTag view={view} session={session} now={now} />}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              { href: view.href(staffTrainingPaths.courses.to({})), label: t.title },
              {
                href: view.href(staffTrainingPaths.course.to({ courseId: course.id })),
                label: titleOf(view, course),
              },
            ]}
            current={t.sessions}
          />
        }
        actions={
          <>
            <ButtonLink href={view.href(staffTrainingPaths.code.to({ sessionId }))}>{t.codeShow}</ButtonLink>
            <ButtonLink kind="secondary" href={view.href(staffTrainingPaths.editSession.to({ sessionId }))}>
              {t.editSession}
            </ButtonLink>
            <PrintButton label={t.print} />
          </>
        }
      />
      {session.cancelReason && (
        <Notice view={view} tone="warn" title={areaWords[view.lang].standings.cancelled}>
          <p>{session.cancelReason}</p>
        </Notice>
      )}
      <SessionTerms view={view} session={session} places={places} />
      <Entries {...props} />
      <Survey {...props} />
      {!session.cancelledAt && session.endsAt > now && (
        <Section title={t.cancel} lead={t.cancelLead}>
          <Form action={view.href(staffTrainingPaths.cancelSession.to({ sessionId }))}>
            <TextField view={view} state={state} name="reason" label={t.reason} required />
            <SubmitButton kind="danger">{t.cancel}</SubmitButton>
          </Form>
        </Section>
      )}
    </StaffFrame>
  );
}

function Entries({ view, state, session, entries, now }: SessionProps) {
  const t = words[view.lang];
  const e = entryWords[view.lang];
  const nameOf = (entrant: Entrant | undefined) => entrant?.name ?? t.erased;
  const missing = entries.filter(({ entry }) => entry.state === 'in' && !entry.attendedAt);
  return (
    <Section title={t.entries}>
      {entries.length === 0 ? (
        <EmptyState title={t.noEntries} />
      ) : (
        <DataTable
          view={view}
          caption={t.entries}
          captionHidden
          stacked
          columns={[
            { key: 'name', label: t.name, head: true },
            { key: 'office', label: t.office },
            { key: 'audience', label: t.audience },
            { key: 'state', label: t.state },
            { key: 'attendance', label: t.attendance },
          ]}
          rows={entries.map(({ entry, entrant }) => ({
            name: nameOf(entrant),
            office: entrant?.from ?? '',
            audience: areaWords[view.lang].audiences[entry.audience as Audience],
            state: e.states[entry.state as EntryState],
            attendance: entry.attendedAt ? t.by[entry.attendedBy as 'code' | 'list'] : '',
          }))}
        />
      )}
      {missing.length > 0 && isRoom(session.way) && session.startsAt <= now && !session.cancelledAt && (
        <Form action={view.href(staffTrainingPaths.attendance.to({ sessionId: session.id }))}>
          <CheckboxGroup
            view={view}
            state={state}
            name="entries"
            label={t.present}
            spread="columns"
            options={missing.map(({ entry, entrant }) => ({ value: entry.id, label: nameOf(entrant) }))}
          />
          <SubmitButton>{t.markAll}</SubmitButton>
        </Form>
      )}
    </Section>
  );
}

function Survey({ view, survey }: SessionProps) {
  const t = words[view.lang];
  if (survey.answers === 0) return null;
  return (
    <Section title={t.survey}>
      {survey.understood === null || survey.useful === null ? (
        <p>{t.surveyFew(formatNumber(view.lang, survey.answers))}</p>
      ) : (
        <>
          <Grid min="small">
            <StatFigure view={view} label={t.answers} value={survey.answers} />
            <StatFigure view={view} label={t.understood} value={survey.understood} />
            <StatFigure view={view} label={t.useful} value={survey.useful} />
          </Grid>
          <ul>
            {survey.words.map((said) => (
              <li>{said}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

interface CodeProps {
  readonly view: View;
  readonly course: Course;
  readonly session: Session;
  readonly code: string | undefined;
}

/** For the screen of the room. */
export function CodePage({ view, course, session, code }: CodeProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.code}>
      <PageHead title={t.code} kicker={titleOf(view, course)} lead={<p>{t.codeLead}</p>} />
      {code ? <StatFigure view={view} label={t.code} value={code} /> : <EmptyState title={t.codeNot} />}
      <SessionTerms view={view} session={session} places={undefined} />
      <ButtonLink kind="quiet" href={view.href(staffTrainingPaths.session.to({ sessionId: session.id }))}>
        {t.entries}
      </ButtonLink>
    </StaffFrame>
  );
}
