import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { FileField } from '#ui/choices.tsx';
import { EmptyState, Notice, StatFigure } from '#ui/content.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { deskPaths } from '../../paths.ts';
import { callResults } from '../rules.ts';
import type { callAttempts } from '../tables.ts';
import { words } from '../words.ts';

export type Counts = Readonly<Record<string, number>>;

interface CallsProps {
  readonly view: View;
  readonly deskId: string;
  readonly today: Counts;
  readonly month: Counts;
  readonly recent: readonly (typeof callAttempts.$inferSelect)[];
  readonly supervisor: boolean;
  readonly hookUrl: string;
  readonly secret?: string | undefined;
  readonly state: FormState;
}

/** How many tried, how many got through; and the ways by which calls are counted. */
export function CallsPage(props: CallsProps) {
  const { view, deskId, recent, state } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.calls} problems={state.problems}>
      <PageHead title={t.calls} lead={t.callsLead} />
      <DeskTabs view={view} deskId={deskId} current="calls" />
      <Figures view={view} title={t.today} counts={props.today} />
      <Figures view={view} title={t.month} counts={props.month} />
      <Section title={t.tally}>
        <Actions>
          {callResults
            .filter((result) => result !== 'answered')
            .map((result) => (
              <ActionForm action={view.href(deskPaths.tally.to({ deskId }))} fields={{ result }}>
                {t.results[result]}
              </ActionForm>
            ))}
        </Actions>
      </Section>
      <Section title={t.import} lead={t.importLead}>
        <Form action={view.href(deskPaths.calls.to({ deskId }))} files>
          <FileField view={view} state={state} name="file" label={t.file} required accept=".csv,text/csv" />
          <SubmitButton kind="secondary">{t.importNow}</SubmitButton>
        </Form>
      </Section>
      {props.supervisor && <Hook {...props} />}
      <Section title={t.recent}>
        {recent.length === 0 ? <EmptyState title={t.none} /> : <Recent view={view} recent={recent} />}
      </Section>
    </StaffFrame>
  );
}

function Figures({ view, title, counts }: { view: View; title: string; counts: Counts }) {
  const t = words[view.lang];
  const of = (result: string) => counts[result] ?? 0;
  const within = of('answered') + of('abandoned') + of('busy');
  const unit = view.lang === 'ja' ? '件' : '';
  return (
    <Section title={title}>
      <Grid min="small">
        <StatFigure view={view} label={t.attempts} value={within + of('out-of-hours')} unit={unit} />
        {callResults.map((result) => (
          <StatFigure view={view} label={t.results[result]} value={of(result)} unit={unit} />
        ))}
        {within > 0 && (
          <StatFigure
            view={view}
            label={t.rate}
            value={Math.round((of('answered') / within) * 1000) / 10}
            unit="%"
            note={t.rateNote}
          />
        )}
      </Grid>
    </Section>
  );
}

function Hook({ view, deskId, hookUrl, secret }: CallsProps) {
  const t = words[view.lang];
  return (
    <Section title={t.hook} lead={t.hookLead}>
      <p>
        <code>{hookUrl}</code>
      </p>
      {secret && (
        <Notice view={view} tone="warn" title={t.secretOnce}>
          <code>{secret}</code>
        </Notice>
      )}
      <ActionForm action={view.href(deskPaths.callSecret.to({ deskId }))}>{t.newSecret}</ActionForm>
    </Section>
  );
}

function Recent({ view, recent }: Pick<CallsProps, 'view' | 'recent'>) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.recent}
      captionHidden
      columns={[
        { key: 'at', label: t.at, head: true },
        { key: 'result', label: t.result },
        { key: 'wait', label: t.wait, align: 'number' },
        { key: 'talk', label: t.talk, align: 'number' },
        { key: 'source', label: t.source },
      ]}
      rows={recent.map((call) => ({
        at: tokyoMinute(call.at),
        result: t.results[call.result as keyof typeof t.results],
        wait: call.waitSeconds ?? '',
        talk: call.talkSeconds ?? '',
        source: t.sources[call.source as keyof typeof t.sources],
      }))}
    />
  );
}
