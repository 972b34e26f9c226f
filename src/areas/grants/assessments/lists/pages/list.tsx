import { dayName, fiscalYearName, tokyoDay } from '#platform/dates.ts';
import { contentIn, type Text } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { EmptyState, StatusTag, Tag, type Tone } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Tabs } from '#ui/wayfinding.tsx';
import { reviewPaths } from '../../../paths.ts';
import type { KnownReviewer } from '../../actions.ts';
import { words } from '../../words.ts';
import { type Reviewing, reviewing } from '../rules.ts';
import type { ListLine } from '../store.ts';
import { AskForm } from './ask.tsx';

const tones: Record<string, Tone> = {
  submitted: 'info',
  returned: 'warn',
  checked: 'info',
  decided: 'good',
  refused: 'neutral',
  withdrawn: 'neutral',
};

export function ApplicationTag({ view, state }: { view: View; state: string }) {
  const { states } = words[view.lang];
  return (
    <StatusTag tone={tones[state] ?? 'neutral'}>{states[state as keyof typeof states] ?? state}</StatusTag>
  );
}

export interface ListProps {
  readonly view: View;
  readonly state: FormState;
  readonly calls: readonly { readonly id: string; readonly name: Text; readonly fiscalYear: number }[];
  readonly callId: string;
  readonly filter: { readonly state: string; readonly reviewing: Reviewing | ''; readonly number: string };
  readonly counts: ReadonlyMap<string, number>;
  readonly lines: readonly ListLine[];
  /** Where the next page begins; undefined: this is the last. */
  readonly next: string | undefined;
  /** What was looked for by name: the answer has no pages. */
  readonly searched: boolean;
  /** Undefined for who only reads. */
  readonly asking: { readonly reviewers: readonly KnownReviewer[]; readonly unread: number } | undefined;
}

export function ApplicationsPage(props: ListProps) {
  const { view, state, calls, callId, filter, lines, next } = props;
  const t = words[view.lang];
  const hrefOf = (query: Record<string, string>) =>
    view.href(reviewPaths.list.to({}, { call: callId, ...filter, ...query }));
  return (
    <StaffFrame view={view} title={t.list} problems={state.problems}>
      <PageHead title={t.list} lead={t.listLead} />
      {calls.length === 0 ? (
        <EmptyState title={t.noCalls} />
      ) : (
        <>
          <Filter {...props} />
          <StateTabs {...props} hrefOf={hrefOf} />
          {props.searched && <p role="status">{t.found(lines.length)}</p>}
          {lines.length === 0 ? <EmptyState title={t.empty} /> : <Lines view={view} lines={lines} />}
          {next && (
            <p>
              <a href={hrefOf({ after: next })} rel="next">
                {t.next}
              </a>
            </p>
          )}
          <NameSearch {...props} />
          {props.asking && <AskForm view={view} state={state} callId={callId} {...props.asking} />}
        </>
      )}
    </StaffFrame>
  );
}

function Filter({ view, calls, callId, filter }: ListProps) {
  const t = words[view.lang];
  return (
    <Form action={view.href(reviewPaths.list.to({}))} method="get" inline label={t.filter}>
      <SelectField
        view={view}
        name="call"
        label={t.call}
        value={callId}
        empty={false}
        options={calls.map(({ id, name, fiscalYear }) => ({
          value: id,
          label: `${fiscalYearName(view.lang, fiscalYear)} ${contentIn(view.lang, name)}`,
        }))}
      />
      <SelectField
        view={view}
        name="reviewing"
        label={t.reviewing}
        value={filter.reviewing}
        empty={t.all}
        options={reviewing.map((value) => ({ value, label: t.reviewings[value] }))}
      />
      <TextField view={view} name="number" label={t.number} value={filter.number} width="short" />
      <HiddenField name="state" value={filter.state} />
      <SubmitButton kind="secondary">{t.filter}</SubmitButton>
    </Form>
  );
}

const shownStates = ['submitted', 'returned', 'checked', 'decided', 'refused', 'withdrawn'] as const;

function StateTabs({
  view,
  filter,
  counts,
  hrefOf,
}: ListProps & { hrefOf: (query: Record<string, string>) => string }) {
  const t = words[view.lang];
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return (
    <Tabs
      label={t.state}
      items={[
        { href: hrefOf({ state: '' }), label: t.all, count: all, current: filter.state === '' },
        ...shownStates.map((state) => ({
          href: hrefOf({ state }),
          label: t.states[state],
          count: counts.get(state) ?? 0,
          current: filter.state === state,
        })),
      ]}
    />
  );
}

function Lines({ view, lines }: { view: View; lines: readonly ListLine[] }) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.list}
      captionHidden
      stacked
      columns={[
        { key: 'number', label: t.number, head: true },
        { key: 'group', label: t.group },
        { key: 'state', label: t.state },
        { key: 'received', label: t.received },
        { key: 'asked', label: t.asked, align: 'number', unit: t.yen },
        { key: 'reviewers', label: t.reviewers },
      ]}
      rows={lines.map((line) => ({
        number: <a href={view.href(reviewPaths.application.to({ applicationId: line.id }))}>{line.number}</a>,
        group: line.name ?? t.person,
        state: <ApplicationTag view={view} state={line.state} />,
        received: line.submittedAt ? dayName(view.lang, tokyoDay(line.submittedAt)) : '',
        asked: line.askedYen,
        reviewers: (
          <>
            {t.reviewersOf(line.done, line.asked)}{' '}
            {line.conflicted > 0 && <Tag tone="warn">{t.conflicted(line.conflicted)}</Tag>}
          </>
        ),
      }))}
    />
  );
}

function NameSearch({ view, state, callId }: ListProps) {
  const t = words[view.lang];
  return (
    <Section title={t.findName}>
      <Form action={view.href(reviewPaths.search.to({}))} label={t.findName}>
        <HiddenField name="call" value={callId} />
        <TextField
          view={view}
          state={state}
          name="name"
          label={t.group}
          hint={t.findNameHint}
          autocomplete="off"
        />
        <Actions>
          <SubmitButton kind="secondary">{t.find}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
