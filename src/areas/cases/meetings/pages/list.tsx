import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatusTag, Tag, type Tone } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { meetingPaths } from '../../paths.ts';
import { type MeetingAct, type MeetingKind, type MeetingLane, stateOf } from '../rules.ts';
import type { Meeting } from '../store.ts';
import { words } from '../words.ts';

const tones = {
  planned: 'info',
  open: 'good',
  closed: 'neutral',
  cancelled: 'bad',
} as const satisfies Record<ReturnType<typeof stateOf>, Tone>;

export function meetingName(view: View, { kind }: Pick<Meeting, 'kind'>): string {
  return words[view.lang].kinds[kind as MeetingKind];
}

export function actName(view: View, { act }: Pick<Meeting, 'act'>): string {
  return words[view.lang].acts[act as MeetingAct];
}

export function MeetingTags({ view, meeting, now }: { view: View; meeting: Meeting; now: Date }) {
  const t = words[view.lang];
  const at = stateOf(meeting, now);
  return (
    <>
      <StatusTag tone={tones[at]}>{t.states[at]}</StatusTag>{' '}
      {meeting.heldAt && <StatusTag tone="good">{t.held}</StatusTag>}{' '}
      {meeting.lane === 'sealed' && <Tag tone="warn">{t.lanes[meeting.lane as MeetingLane]}</Tag>}
    </>
  );
}

/** Meetings of a case, or those to which the reader is asked. */
export function MeetingsPage({
  view,
  title,
  lead,
  trail,
  meetings,
  now,
  newHref,
}: {
  readonly view: View;
  readonly title: string;
  readonly lead: string;
  readonly trail: readonly Link[];
  readonly meetings: readonly Meeting[];
  readonly now: Date;
  readonly newHref: string | undefined;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        title={title}
        lead={lead}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={title} />}
        actions={newHref && <ButtonLink href={newHref}>{t.new}</ButtonLink>}
      />
      {meetings.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          view={view}
          caption={title}
          captionHidden
          stacked
          columns={[
            { key: 'when', label: t.when, head: true },
            { key: 'kind', label: t.kind },
            { key: 'purpose', label: t.purpose },
            { key: 'state', label: t.window },
          ]}
          rows={meetings.map((meeting) => ({
            when: (
              <a href={view.href(meetingPaths.meeting.to({ meetingId: meeting.id }))}>
                {tokyoMinute(meeting.startsAt)}
              </a>
            ),
            kind: `${meetingName(view, meeting)}：${actName(view, meeting)}`,
            purpose: t.purposes[meeting.purpose as keyof typeof t.purposes],
            state: <MeetingTags view={view} meeting={meeting} now={now} />,
          }))}
        />
      )}
    </StaffFrame>
  );
}
