import { dayName, fiscalYearName, monthName, tokyoDay } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { DefinitionList, Disclosure, EmptyState, StatusTag } from '#ui/content.tsx';
import { NumberField, TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import type { fewFigures } from '../rules.ts';
import type { ExceptionRow, ProposalKind, ThresholdRow } from '../store.ts';
import { words } from '../words.ts';

interface DisclosureProps {
  readonly view: View;
  readonly state: FormState;
  readonly fewest: number;
  readonly thresholds: readonly ThresholdRow[];
  readonly exceptions: readonly ExceptionRow[];
  /** Registered figures of few people, of all years. */
  readonly few: ReturnType<typeof fewFigures>;
  readonly mayPropose: boolean;
  /** Null for those who do not decide at all. */
  readonly deciderId: string | null;
}

/** `/staff/report/disclosure`: what counts as few, and which figures are told nevertheless. */
export function DisclosurePage(props: DisclosureProps) {
  const { view, state, fewest, thresholds } = props;
  const text = words[view.lang];
  const isDefault = thresholds.every(({ status }) => status !== 'approved');
  return (
    <StaffFrame view={view} title={text.title} problems={state.problems}>
      <PageHead
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(paths.home.to({})), label: text.report }]}
            current={text.title}
          />
        }
        title={text.title}
        lead={<p>{text.lead}</p>}
      />
      <Section title={text.now}>
        <DefinitionList items={[{ term: text.fewest, value: text.nowIs(formatNumber(view.lang, fewest)) }]} />
        {isDefault && <p class="hint">{text.byDefault}</p>}
        {thresholds.length > 0 && <Thresholds {...props} />}
        {props.mayPropose && <ThresholdForm {...props} />}
      </Section>
      <Section title={text.exceptions} lead={text.exceptionsLead}>
        {props.exceptions.length === 0 ? <EmptyState title={text.noExceptions} /> : <Exceptions {...props} />}
        {props.mayPropose && <ExceptionForm {...props} />}
      </Section>
    </StaffFrame>
  );
}

function ThresholdForm({ view, state, fewest }: DisclosureProps) {
  const text = words[view.lang];
  const failed = state.values['fewest'] !== undefined;
  return (
    <Disclosure summary={text.threshold} open={failed}>
      <Form action={view.href(paths.disclosureThreshold.to({}))}>
        <NumberField
          view={view}
          state={failed ? state : undefined}
          name="fewest"
          label={text.fewest}
          hint={text.fewestHint}
          unit={text.people}
          value={fewest}
          required
        />
        <Reason view={view} state={failed ? state : undefined} />
        <Actions>
          <SubmitButton>{text.propose}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}

function ExceptionForm({ view, state, few, exceptions }: DisclosureProps) {
  const { lang } = view;
  const text = words[lang];
  const failed = state.problems.length > 0 && state.values['fewest'] === undefined;
  const open = few.filter(
    ({ measure, period, value }) =>
      !exceptions.some(
        (each) =>
          each.measureId === measure.id &&
          each.period === period &&
          (each.status === 'proposed' || (each.status === 'approved' && each.value === value)),
      ),
  );
  if (open.length === 0) return <p class="hint">{text.noCandidates}</p>;
  return (
    <Disclosure summary={text.askException} open={failed}>
      <Form action={view.href(paths.disclosureException.to({}))}>
        <SelectField
          view={view}
          state={failed ? state : undefined}
          name="figure"
          label={text.figure}
          empty={text.choose}
          required
          options={open.map(({ program, measure, period, value }) => ({
            value: `${program.fiscalYear} ${measure.id} ${period}`,
            label: [
              periodName(view, period),
              contentIn(lang, program.name),
              contentIn(lang, measure.label),
              `${formatNumber(lang, value)} ${contentIn(lang, measure.unit)}`,
            ].join(lang === 'ja' ? '　' : ', '),
          }))}
        />
        <Reason view={view} state={failed ? state : undefined} />
        <Actions>
          <SubmitButton>{text.propose}</SubmitButton>
        </Actions>
      </Form>
    </Disclosure>
  );
}

function Reason({ view, state }: { view: View; state: FormState | undefined }) {
  const text = words[view.lang];
  return (
    <TextArea
      view={view}
      state={state}
      name="reason"
      label={text.reason}
      hint={text.reasonHint}
      rows={3}
      required
    />
  );
}

function Thresholds(props: DisclosureProps) {
  const { view, thresholds } = props;
  const text = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={text.history}
      stacked
      columns={[
        { key: 'what', label: text.what, head: true },
        { key: 'reason', label: text.reason },
        { key: 'who', label: text.who },
        { key: 'status', label: text.status },
        { key: 'act', label: text.act },
      ]}
      rows={thresholds.map((row) => ({
        what: text.nowIs(formatNumber(view.lang, row.fewest)),
        ...decisionCells(props, 'threshold', row),
      }))}
    />
  );
}

function Exceptions(props: DisclosureProps) {
  const { view, exceptions } = props;
  const { lang } = view;
  const text = words[lang];
  return (
    <DataTable
      view={view}
      caption={text.exceptions}
      captionHidden
      stacked
      columns={[
        { key: 'figure', label: text.figure, head: true },
        { key: 'year', label: text.year },
        { key: 'value', label: text.value, align: 'number' },
        { key: 'reason', label: text.reason },
        { key: 'who', label: text.who },
        { key: 'status', label: text.status },
        { key: 'act', label: text.act },
      ]}
      rows={exceptions.map((row) => ({
        figure: <span lang="ja">{row.name}</span>,
        year: periodName(view, row.period),
        value: formatNumber(lang, row.value),
        ...decisionCells(props, 'exception', row),
      }))}
    />
  );
}

const tones = { proposed: 'warn', approved: 'good', refused: 'neutral' } as const;

function decisionCells(
  { view, deciderId }: DisclosureProps,
  kind: ProposalKind,
  row: ThresholdRow | ExceptionRow,
) {
  const text = words[view.lang];
  const status = row.status as keyof typeof tones;
  const at = tokyoDay(row.decidedAt ?? row.proposedAt);
  return {
    reason: <span class="typed">{row.reason}</span>,
    who: (
      <>
        {row.decidedByName ? text.by(row.proposedByName, row.decidedByName) : row.proposedByName}
        <br />
        <small>{dayName(view.lang, at)}</small>
      </>
    ),
    status: <StatusTag tone={tones[status]}>{text.statuses[status]}</StatusTag>,
    act: status === 'proposed' && <Decide view={view} kind={kind} row={row} deciderId={deciderId} />,
  };
}

function Decide({
  view,
  kind,
  row,
  deciderId,
}: {
  view: View;
  kind: ProposalKind;
  row: { readonly id: string; readonly proposedBy: string };
  deciderId: string | null;
}) {
  const text = words[view.lang];
  if (deciderId === null || deciderId === row.proposedBy) return <>{text.waitingForOther}</>;
  return (
    <Actions>
      <ActionForm small kind="primary" action={view.href(paths.approveDisclosure.to({ kind, id: row.id }))}>
        {text.approve}
      </ActionForm>
      <ActionForm small action={view.href(paths.refuseDisclosure.to({ kind, id: row.id }))}>
        {text.refuse}
      </ActionForm>
    </Actions>
  );
}

function periodName({ lang }: View, period: string): string {
  return period.length === 4 ? fiscalYearName(lang, Number(period)) : monthName(lang, period);
}
