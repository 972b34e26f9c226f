import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { reviewPaths } from '../../paths.ts';
import type { AssignmentState } from '../rules.ts';
import type { Assignment } from '../store.ts';
import { ownWords } from '../own-words.ts';
import { words } from '../words.ts';

const tones: Record<AssignmentState, Tone> = {
  asked: 'warn',
  free: 'info',
  done: 'good',
  conflicted: 'neutral',
};

export function OwnReviewsPage({
  view,
  assignments,
  callName,
}: {
  view: View;
  assignments: readonly Assignment[];
  callName: (callId: string) => string;
}) {
  const t = words[view.lang];
  const o = ownWords[view.lang];
  return (
    <StaffFrame view={view} title={o.own}>
      <PageHead title={o.own} lead={o.ownLead} />
      {assignments.length === 0 ? (
        <EmptyState title={o.ownNone} />
      ) : (
        <DataTable
          view={view}
          caption={o.own}
          captionHidden
          stacked
          columns={[
            { key: 'number', label: t.number, head: true },
            { key: 'group', label: t.group },
            { key: 'call', label: t.call },
            { key: 'state', label: t.state },
            { key: 'due', label: t.dueOn },
          ]}
          rows={assignments.map(({ id, number, subject, callId, state, dueOn }) => ({
            number: <a href={view.href(reviewPaths.assignment.to({ assignmentId: id }))}>{number}</a>,
            group: subject || t.person,
            call: callName(callId),
            state: (
              <StatusTag tone={tones[state as AssignmentState]}>
                {t.assignmentStates[state as AssignmentState]}
              </StatusTag>
            ),
            due: dueOn ? dayName(view.lang, dueOn) : '',
          }))}
        />
      )}
    </StaffFrame>
  );
}
