import type { View } from '#platform/web/view.ts';
import { StatusTag } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { termName } from '../../taxonomy/terms.ts';
import { directoryTrail } from '../../trail.ts';
import { AreaTabs } from '../../worklists/pages/tabs.tsx';
import type { ShownGroup } from '../shown.ts';
import { words } from '../words.ts';

const tones = { shipped: 'neutral', changed: 'info', own: 'good', removed: 'warn' } as const;
const wordsShown = 8;

/** Every group of words, and whose it is. */
export function WordGroupsPage({
  view,
  q,
  groups,
}: {
  view: View;
  q: string;
  groups: readonly ShownGroup[];
}) {
  const { lang } = view;
  const t = words[lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={directoryTrail(view)} current={t.title} />}
        actions={
          <ButtonLink href={view.href(staffDirectoryPaths.wordGroup.to({ code: 'new' }))}>{t.add}</ButtonLink>
        }
      />
      <AreaTabs view={view} current="words" keeper />
      <Form action={view.href(staffDirectoryPaths.wordGroups.to({}))} method="get" inline label={t.filter}>
        <TextField view={view} name="q" type="search" label={t.q} value={q} />
        <SubmitButton kind="secondary">{t.filter}</SubmitButton>
      </Form>
      <Section title={t.list}>
        <DataTable
          view={view}
          caption={t.list}
          captionHidden
          stacked
          empty={t.none}
          columns={[
            { key: 'words', label: t.words, head: true },
            { key: 'phrases', label: t.phrases },
            { key: 'topics', label: t.topics },
            { key: 'state', label: t.state },
          ]}
          rows={groups.map((group) => ({
            words: (
              <a href={view.href(staffDirectoryPaths.wordGroup.to({ code: group.code }))}>
                {few(group.words.length > 0 ? group.words : group.phrases)}
              </a>
            ),
            phrases: few(group.phrases),
            topics: group.topics.map((topic) => termName(lang, 'worry', topic)).join('、'),
            state: <StatusTag tone={tones[group.state]}>{t.states[group.state]}</StatusTag>,
          }))}
        />
      </Section>
    </StaffFrame>
  );
}

function few(all: readonly string[]): string {
  return all.slice(0, wordsShown).join('、') + (all.length > wordsShown ? ' …' : '');
}
