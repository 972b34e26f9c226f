import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag } from '#ui/content.tsx';
import { ActionForm } from '#ui/form.tsx';
import { Row, Section } from '#ui/layout.tsx';
import type { FlowRow } from '../../navigator/store.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import type { FlowChange } from '../items.ts';
import type { Editing } from '../surroundings.ts';
import { words } from '../words.ts';
import { FlowFrame } from './frame.tsx';
import { ChangeTable } from './overview.tsx';

interface VersionProps extends Editing {
  readonly view: View;
  readonly row: FlowRow;
  readonly changes: readonly FlowChange[];
  readonly sinceThen: readonly FlowChange[];
}

/** A version as it was: what it changed, and what is not so any more. */
export function FlowVersionPage({ view, row, flow, draft, changes, sinceThen }: VersionProps) {
  const t = words[view.lang];
  const title = t.versionOf(row.version);
  return (
    <FlowFrame view={view} title={title} current="overview" flow={flow}>
      <Row>
        <StatusTag tone={row.state === 'published' ? 'good' : 'neutral'}>
          {t.states[row.state as keyof typeof t.states]}
        </StatusTag>
        <span>
          {tokyoMinute(row.publishedAt ?? row.updatedAt)}　{row.updatedBy}
        </span>
      </Row>
      <Section title={t.versionChanges}>
        <ChangeTable view={view} changes={changes} none={t.same} caption={t.versionChanges} />
      </Section>
      {row.state === 'replaced' && (
        <Section title={t.sinceThen}>
          <ChangeTable view={view} changes={sinceThen} none={t.same} caption={t.sinceThen} />
        </Section>
      )}
      {!draft && (
        <ActionForm
          action={view.href(staffDirectoryPaths.navigatorDraft.to({}))}
          fields={{ from: row.version }}
        >
          {t.fromVersion}
        </ActionForm>
      )}
    </FlowFrame>
  );
}
