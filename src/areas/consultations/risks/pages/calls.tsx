import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatFigure } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { deskPaths } from '../../paths.ts';
import { outcomes } from '../codes.ts';
import { callNumbers } from '../rules.ts';
import type { Escalation } from '../store.ts';
import { words } from '../words.ts';

/** How often a supervisor was called at a desk, how soon they were there, and what came of it. */
export function CallsPage({
  view,
  desk,
  calls,
  limitMinutes,
}: {
  view: View;
  desk: { readonly id: string; readonly name: string };
  calls: readonly Escalation[];
  limitMinutes: number;
}) {
  const t = words[view.lang];
  const n = callNumbers(calls, limitMinutes);
  return (
    <StaffFrame view={view} title={`${t.page}：${desk.name}`}>
      <PageHead title={desk.name} kicker={t.page} lead={`${t.pageLead}${t.limit(limitMinutes)}`} />
      <DeskTabs view={view} deskId={desk.id} current="desk" />
      {calls.length === 0 ? (
        <EmptyState title={t.noCalls} />
      ) : (
        <>
          <Grid min="small">
            <StatFigure
              view={view}
              label={t.raised}
              value={n.raised}
              unit={t.count}
              note={`${t.byRisk} ${n.byRisk}`}
            />
            <StatFigure
              view={view}
              label={t.inTime}
              value={n.inTime}
              unit={`/ ${n.acknowledged}${t.count}`}
            />
            <StatFigure view={view} label={t.median} value={n.medianMinutes ?? t.notYet} unit={t.minute} />
            <StatFigure view={view} label={t.openNow} value={n.open} unit={t.count} />
          </Grid>
          <Section title={t.list}>
            <CallTable view={view} deskId={desk.id} calls={calls} />
          </Section>
        </>
      )}
    </StaffFrame>
  );
}

function CallTable({ view, deskId, calls }: { view: View; deskId: string; calls: readonly Escalation[] }) {
  const t = words[view.lang];
  const minutes = (from: Date, to: Date | null) =>
    to ? Math.round((to.getTime() - from.getTime()) / 6000) / 10 : t.notYet;
  const outcomeOf = (code: string | null) =>
    code === 'transferred' ? t.transferred : (outcomes[code as 'reported']?.[view.lang] ?? t.openNow);
  return (
    <DataTable
      view={view}
      caption={t.list}
      captionHidden
      stacked
      columns={[
        { key: 'when', label: t.when, head: true },
        { key: 'level', label: t.level },
        { key: 'cause', label: t.cause },
        { key: 'waited', label: t.waited, unit: t.minute, align: 'number' },
        { key: 'reminders', label: t.reminders, align: 'number' },
        { key: 'outcome', label: t.outcome },
      ]}
      rows={calls.slice(0, 100).map((call) => ({
        when: (
          <a href={view.href(deskPaths.desk.to({ deskId }, { contact: call.contactId }))}>
            {tokyoMinute(call.raisedAt)}
          </a>
        ),
        level: call.level === null ? t.notYet : (t.levels[call.level as 0] ?? ''),
        cause: t.causes[call.cause as 'risk'],
        waited: minutes(call.raisedAt, call.acknowledgedAt),
        reminders: call.reminders,
        outcome: outcomeOf(call.outcome),
      }))}
    />
  );
}
