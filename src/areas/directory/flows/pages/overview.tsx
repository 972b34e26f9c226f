import { dayName, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import type { Problem } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Disclosure, Notice } from '#ui/content.tsx';
import { ActionForm, ButtonLink } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import type { FlowRow } from '../../navigator/store.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import type { FlowChange } from '../items.ts';
import type { Editing, Outcome } from '../surroundings.ts';
import { words } from '../words.ts';
import { FlowFrame } from './frame.tsx';
import { ReachLine } from './situations.tsx';

interface OverviewProps extends Editing {
  readonly view: View;
  readonly problems: readonly Problem[];
  readonly changes: readonly FlowChange[];
  readonly outcomes: readonly Outcome[];
  readonly versions: readonly Omit<FlowRow, 'content'>[];
}

/** What everybody walks, what is being written, and what was before. */
export function FlowOverviewPage(props: OverviewProps) {
  const { view, flow, draft, published, outcomes } = props;
  const t = words[view.lang];
  return (
    <FlowFrame
      view={view}
      title={t.title}
      lead={t.lead}
      current="overview"
      flow={flow}
      problems={props.problems}
    >
      {!published && !draft && (
        <Notice view={view}>
          <p>{t.noneYet}</p>
        </Notice>
      )}
      <Section title={t.now}>
        <DefinitionList
          items={[
            {
              term: t.states.published,
              value: published
                ? t.since(
                    published.version,
                    dayName(view.lang, tokyoDay(published.publishedAt ?? published.updatedAt)),
                  )
                : t.nothing,
            },
            {
              term: t.states.draft,
              value: draft
                ? t.written(draft.version, tokyoMinute(draft.updatedAt), draft.updatedBy)
                : t.nothing,
            },
          ]}
        />
        <DraftActs {...props} />
        <ReachLine view={view} outcomes={outcomes} />
      </Section>
      {draft && (
        <Section title={t.changes}>
          <ChangeTable view={view} changes={props.changes} none={t.noChanges} caption={t.changes} />
        </Section>
      )}
      <Section title={t.versions}>
        <VersionTable {...props} />
      </Section>
    </FlowFrame>
  );
}

function DraftActs({ view, draft, published, revision }: OverviewProps) {
  const t = words[view.lang];
  const preview = view.href(staffDirectoryPaths.navigatorPreview.to({}));
  if (!draft)
    return (
      <div class="actions">
        {published && (
          <>
            <ActionForm action={view.href(staffDirectoryPaths.navigatorDraft.to({}))} kind="primary">
              {t.startDraft}
            </ActionForm>
            <ButtonLink kind="secondary" href={preview}>
              {t.previewPublished}
            </ButtonLink>
          </>
        )}
      </div>
    );
  return (
    <>
      <div class="actions">
        <ActionForm
          action={view.href(staffDirectoryPaths.navigatorPublish.to({}))}
          fields={{ revision }}
          kind="primary"
        >
          {t.publish}
        </ActionForm>
        <ButtonLink kind="secondary" href={preview}>
          {t.preview}
        </ButtonLink>
      </div>
      <Disclosure summary={t.discard}>
        <p>{t.discardSure}</p>
        <ActionForm action={view.href(staffDirectoryPaths.navigatorDiscard.to({}))} kind="danger">
          {t.discard}
        </ActionForm>
      </Disclosure>
    </>
  );
}

export function ChangeTable({
  view,
  changes,
  caption,
  none,
}: {
  view: View;
  changes: readonly FlowChange[];
  caption: string;
  none: string;
}) {
  const t = words[view.lang];
  if (changes.length === 0) return <p>{none}</p>;
  return (
    <DataTable
      view={view}
      caption={caption}
      captionHidden
      stacked
      columns={[
        { key: 'name', label: t.item, head: true },
        { key: 'part', label: t.part },
        { key: 'change', label: t.change },
      ]}
      rows={changes.map(({ part, change, name }) => ({
        name: name || t.parts[part],
        part: t.parts[part],
        change: t.changed[change],
      }))}
    />
  );
}

function VersionTable({ view, versions, draft }: OverviewProps) {
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.versions}
      captionHidden
      stacked
      columns={[
        { key: 'version', label: t.version, head: true },
        { key: 'state', label: t.state },
        { key: 'when', label: t.when },
        { key: 'by', label: t.by },
        { key: 'act', label: t.act },
      ]}
      rows={versions.map(({ version, state, updatedAt, publishedAt, updatedBy }) => ({
        version: (
          <a href={view.href(staffDirectoryPaths.navigatorVersion.to({ version: String(version) }))}>
            {t.versionOf(version)}
          </a>
        ),
        state: t.states[state as keyof typeof t.states],
        when: tokyoMinute(publishedAt ?? updatedAt),
        by: updatedBy,
        act: !draft && (
          <ActionForm
            action={view.href(staffDirectoryPaths.navigatorDraft.to({}))}
            fields={{ from: version }}
            small
          >
            {t.fromVersion}
          </ActionForm>
        ),
      }))}
    />
  );
}
