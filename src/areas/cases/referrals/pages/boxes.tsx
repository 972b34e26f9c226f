import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatusTag, Tag, type Tone } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { casesTrail } from '../../case-files/pages/trail.tsx';
import { words as deadlineWords } from '../../deadlines/words.ts';
import { deadlinePaths, referralPaths } from '../../paths.ts';
import type { ReferralState } from '../rules.ts';
import { words } from '../words.ts';

export interface ReferralLine {
  readonly id: string;
  readonly other: string;
  readonly state: string;
  readonly urgent: boolean;
  readonly requestedAt: Date | null;
}

const tones: Record<ReferralState, Tone> = {
  draft: 'neutral',
  requested: 'warn',
  accepted: 'info',
  'in-progress': 'info',
  'on-hold': 'warn',
  completed: 'good',
  rejected: 'bad',
  failed: 'bad',
  cancelled: 'neutral',
  closed: 'neutral',
};

export function StateTag({ view, state }: { view: View; state: string }) {
  return (
    <StatusTag tone={tones[state as ReferralState]}>
      {words[view.lang].state[state as ReferralState]}
    </StatusTag>
  );
}

/** What came in and what went out, and has not ended. */
export function BoxesPage({
  view,
  box,
  lines,
  supervises,
}: {
  view: View;
  box: 'received' | 'sent';
  lines: readonly ReferralLine[];
  supervises: boolean;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          supervises && (
            <ButtonLink kind="quiet" href={view.href(deadlinePaths.deadlines.to({}))}>
              {deadlineWords[view.lang].title}
            </ButtonLink>
          )
        }
        breadcrumbs={<Breadcrumbs view={view} items={casesTrail(view)} current={t.title} />}
      />
      <Tabs
        label={t.title}
        items={(['received', 'sent'] as const).map((each) => ({
          href: view.href(referralPaths.boxes.to({}, { box: each })),
          label: t.boxes[each],
          current: each === box,
        }))}
      />
      {lines.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <ReferralTable view={view} lines={lines} other={box === 'sent' ? t.to : t.from} />
      )}
    </StaffFrame>
  );
}

export function ReferralTable({
  view,
  lines,
  other,
}: {
  view: View;
  lines: readonly ReferralLine[];
  other: string;
}) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.title}
      captionHidden
      stacked
      columns={[
        { key: 'other', label: other, head: true },
        { key: 'state', label: t.status },
        { key: 'sent', label: t.sentAt },
      ]}
      rows={lines.map((line) => ({
        other: (
          <>
            <a href={view.href(referralPaths.referral.to({ referralId: line.id }))}>{line.other}</a>{' '}
            {line.urgent && <Tag tone="bad">{t.urgent}</Tag>}
          </>
        ),
        state: <StateTag view={view} state={line.state} />,
        sent: line.requestedAt && tokyoMinute(line.requestedAt),
      }))}
    />
  );
}
