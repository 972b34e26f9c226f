import { dayName, tokyoDay } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, EmptyState, StatusTag } from '#ui/content.tsx';
import { ActionForm, Actions } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import type { fewFigures } from '../rules.ts';
import type { ExceptionRow, ProposalKind, ThresholdRow } from '../store.ts';
import { words } from '../words.ts';
import { ExceptionForm, periodName, ThresholdForm, YearChoice } from './forms.tsx';

export interface DisclosureProps {
  readonly view: View;
  readonly state: FormState;
  readonly fewest: number;
  readonly thresholds: readonly ThresholdRow[];
  readonly exceptions: readonly ExceptionRow[];
  /** Years of which something is few, the newest first, and the one whose figures are offered. */
  readonly years: readonly number[];
  readonly year: number | undefined;
  /** Registered figures of few people of that year. */
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
        {props.mayPropose && <YearChoice {...props} />}
        {props.mayPropose && <ExceptionForm {...props} />}
      </Section>
    </StaffFrame>
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
        ...actColumn(props, thresholds),
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
        ...actColumn(props, exceptions),
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

/** Only while something waits. */
function actColumn({ view }: DisclosureProps, rows: readonly { readonly status: string }[]) {
  return rows.some(({ status }) => status === 'proposed')
    ? [{ key: 'act', label: words[view.lang].act } as const]
    : [];
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
