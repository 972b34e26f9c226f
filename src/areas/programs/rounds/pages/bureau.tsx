import { dayName, fiscalYearName, tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { FileField } from '#ui/choices.tsx';
import { EmptyState, Notice } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Card, StatusTag } from '#ui/content.tsx';
import { Grid, PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import type { EntryStatus } from '../../entries/rules.ts';
import { collectionPaths } from '../../paths.ts';
import { areaTrail } from '../../trail.ts';
import { daysLeft } from '../rules.ts';
import { words } from '../words.ts';
import { Deadline, EntryState, type RoundShown } from './parts.tsx';

export interface OwedEntry {
  readonly entryId: string;
  readonly program: string;
  readonly status: EntryStatus;
  readonly missing: number;
  readonly returnedWhy?: string | undefined;
  readonly lastActivity: Date | null;
}

export interface BureauProps {
  readonly view: View;
  readonly state: FormState;
  readonly round: RoundShown;
  readonly today: string;
  readonly bureau: { readonly id: string; readonly name: string };
  /** The bureaus this person reports for. */
  readonly bureaus: readonly { readonly id: string; readonly name: string }[];
  readonly entries: readonly OwedEntry[];
  readonly returns: readonly {
    readonly id: string;
    readonly at: Date;
    readonly status: 'waiting' | 'refused' | 'applied' | 'dropped';
    readonly changes: number;
    readonly errors: number;
  }[];
  readonly mayWrite: boolean;
}

/** What a bureau owes in a round, until when, and the two ways to fill it in. */
export function BureauPage(props: BureauProps) {
  const { view, round, state, today, bureau, bureaus, entries } = props;
  const t = words[view.lang];
  const left = entries.filter(({ status }) => !['submitted', 'accepted'].includes(status)).length;
  return (
    <StaffFrame view={view} title={round.title} problems={state.problems}>
      <PageHead
        title={round.title}
        kicker={`${fiscalYearName(view.lang, round.fiscalYear)}　${bureau.name}`}
        lead={<Deadline view={view} round={round} today={today} />}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...areaTrail(view), { href: view.href(collectionPaths.rounds.to({})), label: t.rounds }]}
            current={round.title}
          />
        }
      />
      {bureaus.length > 1 && (
        <Tabs
          label={t.bureau}
          items={bureaus.map(({ id, name }) => ({
            href: view.href(collectionPaths.round.to({ roundId: round.id }, { bureau: id })),
            label: name,
            current: id === bureau.id,
          }))}
        />
      )}
      {entries.length === 0 ? (
        <EmptyState title={t.oweNothing} />
      ) : (
        <>
          <Notice
            view={view}
            tone={left === 0 ? 'good' : daysLeft(round.deadlineOn, today) < 0 ? 'bad' : 'info'}
            title={t.oweLeft(left, entries.length)}
          >
            {round.message && <TypedText text={round.message} />}
            <SubmitComplete {...props} />
          </Notice>
          <Owed {...props} />
          {props.mayWrite && <Workbook {...props} />}
        </>
      )}
      {props.returns.length > 0 && <Returns {...props} />}
    </StaffFrame>
  );
}

function SubmitComplete({ view, round, bureau, entries, mayWrite }: BureauProps) {
  const ready = entries.filter(({ status, missing }) => missing === 0 && status === 'draft').length;
  if (ready === 0 || !mayWrite) return null;
  return (
    <Actions>
      <ActionForm
        action={view.href(collectionPaths.submitComplete.to({ roundId: round.id }))}
        fields={{ bureau: bureau.id }}
        kind="primary"
      >
        {words[view.lang].submitComplete(ready)}
      </ActionForm>
    </Actions>
  );
}

function Owed({ view, entries, mayWrite }: BureauProps) {
  const t = words[view.lang];
  const verb = (status: EntryStatus) =>
    status === 'submitted' || status === 'accepted' || !mayWrite
      ? t.look
      : status === 'returned'
        ? t.mend
        : t.write;
  return (
    <Section title={t.owe}>
      <DataTable
        view={view}
        caption={t.owe}
        captionHidden
        stacked
        columns={[
          { key: 'program', label: t.program, head: true },
          { key: 'state', label: t.state },
          { key: 'missing', label: t.progress },
          { key: 'why', label: t.returnedWhy },
          { key: 'activity', label: t.lastActivity },
          { key: 'act', label: t.act },
        ]}
        rows={entries.map((entry) => ({
          program: entry.program,
          state: <EntryState view={view} status={entry.status} />,
          missing: entry.missing > 0 ? t.missing(entry.missing) : t.complete,
          why: entry.status === 'returned' && entry.returnedWhy ? entry.returnedWhy : undefined,
          activity: entry.lastActivity ? tokyoMinute(entry.lastActivity) : undefined,
          act: (
            <ButtonLink
              href={view.href(collectionPaths.entry.to({ entryId: entry.entryId }))}
              kind="secondary"
              small
            >
              {verb(entry.status)}
              <span class="vh">：{entry.program}</span>
            </ButtonLink>
          ),
        }))}
      />
    </Section>
  );
}

function Workbook({ view, state, round, bureau }: BureauProps) {
  const t = words[view.lang];
  const action = collectionPaths.workbook.to({ roundId: round.id }, { bureau: bureau.id });
  return (
    <Section title={t.byWorkbook} lead={t.byWorkbookLead} id="workbook">
      <Grid>
        <Card title={t.step1}>
          <p>
            {t.deadline} {dayName(view.lang, round.deadlineOn)}
          </p>
          <ButtonLink href={view.href(action)} kind="secondary" download>
            {t.download}
          </ButtonLink>
        </Card>
        <Card title={t.step2}>
          <p>{t.step2Text}</p>
        </Card>
        <Card title={t.step3}>
          <Form action={view.href(collectionPaths.workbook.to({ roundId: round.id }))} files>
            <HiddenField name="bureau" value={bureau.id} />
            <FileField
              view={view}
              state={state}
              name="workbook"
              label={t.file}
              hint={t.fileHint}
              accept=".xlsx"
              required
            />
            <Actions>
              <SubmitButton>{t.upload}</SubmitButton>
            </Actions>
          </Form>
        </Card>
      </Grid>
    </Section>
  );
}

function Returns({ view, round, returns }: BureauProps) {
  const t = words[view.lang];
  const tones = { waiting: 'info', refused: 'bad', applied: 'good', dropped: 'neutral' } as const;
  return (
    <Section title={t.returns}>
      <DataTable
        view={view}
        caption={t.returns}
        captionHidden
        stacked
        columns={[
          { key: 'at', label: t.uploadedAt, head: true },
          { key: 'state', label: t.state },
          { key: 'result', label: t.result },
        ]}
        rows={returns.map(({ id, at, status, changes, errors }) => ({
          at: (
            <a href={view.href(collectionPaths.workbookReturn.to({ roundId: round.id, returnId: id }))}>
              {tokyoMinute(at)}
            </a>
          ),
          state: <StatusTag tone={tones[status]}>{t.returnStatus[status]}</StatusTag>,
          result: errors > 0 ? t.errors(errors) : t.changes(changes),
        }))}
      />
    </Section>
  );
}
