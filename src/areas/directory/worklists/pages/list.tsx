import type { View } from '#platform/web/view.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { EmptyState } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs, Pagination, Tabs } from '#ui/wayfinding.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { type ServiceKind, serviceKinds } from '../../services/content.ts';
import { cardWords } from '../../services/pages/card-words.ts';
import type { Service } from '../../services/store.ts';
import { directoryTrail } from '../../trail.ts';
import type { Work } from '../store.ts';
import { words } from '../words.ts';
import { EntryTable } from './table.tsx';
import { AreaTabs } from './tabs.tsx';

export const listStates = ['all', 'published', 'draft', 'stale', 'capacity', 'sealed'] as const;
export type ListState = (typeof listStates)[number];

/** What is asked for; empty: no matter. */
export interface Asked {
  readonly q: string;
  readonly kind: ServiceKind | '';
  readonly owner: string;
  readonly state: ListState;
}

interface ListProps {
  readonly view: View;
  readonly asked: Asked;
  readonly work: Work;
  /** For those who keep the entries of more than one organisation. */
  readonly owners: readonly Option[];
  readonly entries: readonly Service[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly today: string;
  readonly isKeeper: boolean;
}

export function EntryListPage(props: ListProps) {
  const { view, asked, entries, page, pageSize, total } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.list}>
      <PageHead
        title={t.list}
        breadcrumbs={<Breadcrumbs view={view} items={directoryTrail(view)} current={t.list} />}
        actions={serviceKinds.map((kind) => (
          <ButtonLink kind="secondary" small href={view.href(staffDirectoryPaths.newService.to({ kind }))}>
            {t.add[kind]}
          </ButtonLink>
        ))}
      />
      <AreaTabs view={view} current="entries" keeper={props.isKeeper} />
      <Filters {...props} />
      <StateTabs {...props} />
      {entries.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      ) : (
        <EntryTable
          view={view}
          entries={entries}
          today={props.today}
          caption={t.list}
          withOwner={props.owners.length > 1}
        />
      )}
      <Pagination
        view={view}
        page={page}
        pageSize={pageSize}
        total={total}
        hrefOf={(to) => view.href(staffDirectoryPaths.list.to({}, { ...asked, page: to }))}
      />
    </StaffFrame>
  );
}

function Filters({ view, asked, owners }: ListProps) {
  const t = words[view.lang];
  return (
    <Form method="get" action={view.href(staffDirectoryPaths.list.to({}))} inline label={t.search}>
      <TextField view={view} name="q" type="search" label={t.q} value={asked.q} />
      <SelectField
        view={view}
        name="kind"
        label={t.kind}
        empty={t.allKinds}
        options={serviceKinds.map((value) => ({ value, label: cardWords[view.lang].kind[value] }))}
        value={asked.kind}
      />
      {owners.length > 1 && (
        <SelectField
          view={view}
          name="owner"
          label={t.owner}
          empty={t.allOwners}
          options={owners}
          value={asked.owner}
        />
      )}
      {asked.state !== 'all' && <HiddenField name="state" value={asked.state} />}
      <SubmitButton>{t.search}</SubmitButton>
    </Form>
  );
}

/** How many there are of each state, whatever else is asked for. */
function StateTabs({ view, asked, work }: ListProps) {
  const t = words[view.lang];
  const counts: Readonly<Record<ListState, number>> = { ...work, capacity: work.capacityUnsaid };
  return (
    <Tabs
      label={t.states}
      items={listStates.map((state) => ({
        href: view.href(
          staffDirectoryPaths.list.to({}, { ...asked, state: state === 'all' ? undefined : state }),
        ),
        label: t.state[state],
        count: counts[state],
        current: state === asked.state,
      }))}
    />
  );
}
