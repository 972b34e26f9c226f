import { tokyoMinute } from '#platform/dates.ts';
import type { Problem } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { ActionForm } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import type { Difference } from '../../descriptions/compare.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import type { Service } from '../../services/store.ts';
import { words } from '../words.ts';
import { type Step, VersionHead, whatWasDone, whoDid } from './history.tsx';

interface VersionProps {
  readonly view: View;
  readonly problems: readonly Problem[];
  readonly service: Service;
  readonly step: Step;
  /** What it changed in the one before it. */
  readonly changes: readonly Difference[];
  /** What is not in it any more: this version as `before`, now as `after`. */
  readonly sinceThen: readonly Difference[];
}

export function VersionPage({ view, problems, service, step, changes, sinceThen }: VersionProps) {
  const t = words[view.lang];
  const { version } = step;
  const title = t.compareTitle(version);
  const lead = [whatWasDone(view, step), tokyoMinute(step.at), whoDid(view, step)].join('　');
  return (
    <StaffFrame view={view} title={title} problems={problems}>
      <VersionHead view={view} service={service} title={title} lead={lead} inHistory />
      {changes.length === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <Differences view={view} caption={title} rows={changes} names={[t.before, t.after(version)]} />
      )}
      <Section title={t.nowTitle}>
        {sinceThen.length === 0 ? (
          <p>{t.nowSame}</p>
        ) : (
          <>
            <Differences
              view={view}
              caption={t.nowTitle}
              rows={sinceThen}
              names={[t.after(version), t.now]}
            />
            <ActionForm
              action={view.href(staffDirectoryPaths.restore.to({ id: service.id, version: String(version) }))}
            >
              {t.restore}
            </ActionForm>
            <p class="hint">{t.restoreLead}</p>
          </>
        )}
      </Section>
    </StaffFrame>
  );
}

function Differences({
  view,
  caption,
  rows,
  names,
}: {
  view: View;
  caption: string;
  rows: readonly Difference[];
  names: readonly [string, string];
}) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={caption}
      captionHidden
      stacked
      columns={[
        { key: 'label', label: t.field, head: true },
        { key: 'before', label: names[0] },
        { key: 'after', label: names[1] },
      ]}
      rows={rows.map(({ label, before, after }) => ({
        label,
        before: before ? <del class="typed">{before}</del> : t.empty,
        after: after ? <ins class="typed">{after}</ins> : t.empty,
      }))}
    />
  );
}
