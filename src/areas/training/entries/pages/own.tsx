import { dayName, tokyoDay } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { Card, EmptyState, Notice, StatusTag, type Tone } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { SelectField } from '#ui/choices.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import type { CertificateOf } from '../../certificates/store.ts';
import type { Audience } from '../../courses/rules.ts';
import { lastDayOf } from '../../certificates/rules.ts';
import { staffTrainingPaths } from '../../paths.ts';
import { isFull, SessionTag, SessionTerms, titleOf } from '../../sessions/pages/lines.tsx';
import { standingOf } from '../../sessions/rules.ts';
import { sayWhen } from '../../sessions/say.ts';
import type { CourseSession } from '../../sessions/store.ts';
import { areaWords } from '../../words.ts';
import type { EntryState } from '../rules.ts';
import type { EntryOf, Places } from '../store.ts';
import { words } from '../words.ts';

export interface Need {
  readonly role: string;
  readonly course: string;
  readonly is: 'fine' | 'closes' | 'closed';
  /** The last day on which it is taken, or the first on which it is not. */
  readonly day: string | null;
}

interface OwnProps {
  readonly view: View;
  readonly needs: readonly Need[];
  readonly entries: readonly EntryOf[];
  readonly certificates: readonly CertificateOf[];
  readonly coming: readonly CourseSession[];
  readonly places: ReadonlyMap<string, Places>;
  readonly now: Date;
}

const tones: Record<Need['is'], Tone> = { fine: 'good', closes: 'warn', closed: 'bad' };

export function OwnTrainingPage(props: OwnProps) {
  const { view } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.own}>
      <PageHead title={t.own} lead={<p>{t.ownLead}</p>} />
      <Needs {...props} />
      <Coming {...props} />
      <Mine {...props} />
    </StaffFrame>
  );
}

function Needs({ view, needs }: OwnProps) {
  const t = words[view.lang];
  if (needs.length === 0) return null;
  const closed = needs.find(({ is }) => is === 'closed');
  return (
    <Section title={t.needed}>
      {closed && (
        <Notice view={view} tone="bad" title={t.closedTitle(closed.role)}>
          <p>{t.closedText(closed.course)}</p>
        </Notice>
      )}
      <DataTable
        view={view}
        caption={t.needed}
        captionHidden
        stacked
        columns={[
          { key: 'role', label: t.role, head: true },
          { key: 'course', label: areaWords[view.lang].course },
          { key: 'standing', label: t.standing },
          { key: 'until', label: t.until },
        ]}
        rows={needs.map(({ role, course, is, day }) => ({
          role,
          course,
          standing: <StatusTag tone={tones[is]}>{t.holding[is]}</StatusTag>,
          until: day ? dayName(view.lang, day) : t.noEnd,
        }))}
      />
    </Section>
  );
}

function Coming({ view, coming, places, entries, now }: OwnProps) {
  const t = words[view.lang];
  const entered = new Set(
    entries
      .filter(({ entry }) => entry.state === 'in' || entry.state === 'waiting')
      .map(({ entry }) => entry.sessionId),
  );
  return (
    <Section title={t.coming}>
      {coming.length === 0 && <EmptyState title={t.none} />}
      <Grid min="large">
        {coming.map(({ session, course }) => (
          <Card
            title={titleOf(view, course)}
            tags={<SessionTag view={view} session={session} now={now} />}
            {...(isFull(session, places.get(session.id)) ? { tone: 'warn' as const } : {})}
          >
            <SessionTerms view={view} session={session} places={places.get(session.id)} />
            {!entered.has(session.id) && standingOf(session, now) === 'open' && (
              <EnterForm view={view} sessionId={session.id} audiences={course.audiences} />
            )}
          </Card>
        ))}
      </Grid>
    </Section>
  );
}

/** One press where there is one audience; otherwise somebody says as whom they come. */
function EnterForm({
  view,
  sessionId,
  audiences,
}: {
  view: View;
  sessionId: string;
  audiences: readonly string[];
}) {
  const t = words[view.lang];
  const label = (value: string) => areaWords[view.lang].audiences[value as Audience];
  return (
    <Form action={view.href(staffTrainingPaths.enter.to({ sessionId }))}>
      {audiences.length === 1 ? (
        <HiddenField name="audience" value={audiences[0] ?? ''} />
      ) : (
        <SelectField
          view={view}
          name="audience"
          label={t.audience}
          value={audiences[0]}
          empty={false}
          options={audiences.map((value) => ({ value, label: label(value) }))}
        />
      )}
      <SubmitButton>{t.enter}</SubmitButton>
    </Form>
  );
}

function Mine({ view, entries, certificates }: OwnProps) {
  const t = words[view.lang];
  return (
    <>
      {entries.length > 0 && (
        <Section title={t.mine}>
          <DataTable
            view={view}
            caption={t.mine}
            captionHidden
            stacked
            columns={[
              { key: 'course', label: areaWords[view.lang].course, head: true },
              { key: 'when', label: areaWords[view.lang].when },
              { key: 'standing', label: t.standing },
            ]}
            rows={entries.map(({ entry, session, course }) => ({
              course: (
                <a href={view.href(staffTrainingPaths.entry.to({ entryId: entry.id }))}>
                  {titleOf(view, course)}
                </a>
              ),
              when: sayWhen(view.lang, session),
              standing: entry.attendedAt ? t.attended : t.states[entry.state as EntryState],
            }))}
          />
        </Section>
      )}
      {certificates.length > 0 && (
        <Section title={t.certificates}>
          <DataTable
            view={view}
            caption={t.certificates}
            captionHidden
            stacked
            columns={[
              { key: 'number', label: t.number, head: true },
              { key: 'course', label: areaWords[view.lang].course },
              { key: 'issued', label: t.issued },
              { key: 'until', label: t.until },
            ]}
            rows={certificates.map(({ certificate, course }) => ({
              number: (
                <a href={view.href(staffTrainingPaths.certificate.to({ certificateId: certificate.id }))}>
                  {certificate.number}
                </a>
              ),
              course: titleOf(view, course),
              issued: dayName(view.lang, tokyoDay(certificate.issuedAt)),
              until: certificate.validUntil ? dayName(view.lang, lastDayOf(certificate.validUntil)) : t.noEnd,
            }))}
          />
        </Section>
      )}
    </>
  );
}
