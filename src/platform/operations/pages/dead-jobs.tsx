import { StaffFrame } from '#ui/frame.tsx';
import { ActionForm } from '#ui/form.tsx';
import { EmptyState } from '#ui/content.tsx';
import { PageHead, Row } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { tokyoMinute } from '../../dates.ts';
import type { View } from '../../web/view.ts';
import { operationsPaths } from '../paths.ts';
import type { DeadJob } from '../store.ts';
import { words } from '../words.ts';

export function DeadJobsPage({ view, jobs }: { view: View; jobs: readonly DeadJob[] }) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead title={t.title} lead={t.lead} />
      {jobs.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          view={view}
          caption={t.caption}
          columns={[
            { key: 'task', label: t.task },
            { key: 'attempts', label: t.attempts, align: 'number' },
            { key: 'lastTried', label: t.lastTried },
            { key: 'decide', label: t.decide },
          ]}
          rows={jobs.map((job) => ({
            task: job.task,
            attempts: job.attempts,
            lastTried: tokyoMinute(job.lastTried),
            decide: (
              <Row>
                <ActionForm action={view.href(operationsPaths.retry.to({ id: job.id }))}>
                  {t.retry}
                </ActionForm>
                <ActionForm action={view.href(operationsPaths.drop.to({ id: job.id }))} kind="danger">
                  {t.drop}
                </ActionForm>
              </Row>
            ),
          }))}
        />
      )}
    </StaffFrame>
  );
}
