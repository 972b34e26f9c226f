import { tokyoMinute } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Disclosure, EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { labels } from '../../../descriptions/words.ts';
import { staffDirectoryPaths } from '../../../paths.ts';
import type { Service } from '../../../services/store.ts';
import { directoryTrail } from '../../../trail.ts';
import { AreaTabs } from '../../../worklists/pages/tabs.tsx';
import type { ProposedItem } from '../../items.ts';
import { publicWords } from '../../public-words.ts';
import type { ListedProposal } from '../../store.ts';
import { staffWords } from '../../words.ts';

export const statusTones: Readonly<Record<string, Tone>> = {
  open: 'warn',
  accepted: 'good',
  declined: 'neutral',
};

interface ListProps {
  readonly isKeeper: boolean;
  readonly view: View;
  readonly proposals: readonly ListedProposal[];
  /** Entries that they are about, as far as this person sees them. */
  readonly services: ReadonlyMap<string, Service>;
  readonly status: 'open' | 'decided';
  readonly personId: string;
  readonly organisationName: (id: string) => string;
  /** What was searched for, to propose something about it, and the entries of others that were found. */
  readonly q: string;
  readonly found: readonly Service[];
}

export function ProposalsPage(props: ListProps) {
  const { view, proposals, status } = props;
  const t = staffWords[view.lang];
  const tab = (value: ListProps['status']) => ({
    href: view.href(staffDirectoryPaths.proposals.to({}, { status: value })),
    label: t[value],
    current: value === status,
  });
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={directoryTrail(view)} current={t.title} />}
      />
      <AreaTabs view={view} current="proposals" keeper={props.isKeeper} />
      <FindEntry {...props} />
      <Tabs label={t.tabs} items={[tab('open'), tab('decided')]} />
      {proposals.length === 0 ? <EmptyState title={t.empty} /> : <Table {...props} />}
    </StaffFrame>
  );
}

/** An entry of another organisation, to propose a change of it. */
function FindEntry({ view, q, found }: ListProps) {
  const t = staffWords[view.lang];
  return (
    <Disclosure summary={t.proposeElse} open={q !== ''}>
      <Form
        action={view.href(staffDirectoryPaths.proposals.to({}))}
        method="get"
        inline
        label={t.proposeElse}
      >
        <TextField view={view} name="q" type="search" label={t.searchName} value={q} maxlength={100} />
        <SubmitButton kind="secondary" small>
          {t.search}
        </SubmitButton>
      </Form>
      {q !== '' && found.length === 0 && <p>{t.notFound}</p>}
      <ul>
        {found.map(({ id, content, owner }) => (
          <li>
            <a href={view.href(staffDirectoryPaths.propose.to({ id, part: 'basics' }))}>
              {contentIn(view.lang, content.name)}
            </a>{' '}
            <span class="hint">{contentIn(view.lang, { ja: owner.nameJa, en: owner.nameEn })}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Table({ view, proposals, services, personId, organisationName, status }: ListProps) {
  const t = staffWords[view.lang];
  return (
    <DataTable
      view={view}
      caption={t.title}
      captionHidden
      stacked
      columns={[
        { key: 'entry', label: t.entry, head: true },
        { key: 'what', label: t.what },
        { key: 'from', label: t.from },
        { key: 'when', label: t.when },
        ...(status === 'decided' ? [{ key: 'status' as const, label: t.status }] : []),
      ]}
      rows={proposals.map((proposal) => ({
        entry: (
          <a href={view.href(staffDirectoryPaths.proposal.to({ id: proposal.id }))}>
            {entryName(view, proposal, services)}
          </a>
        ),
        what: proposal.items.map((item) => fieldName(view, item)).join(view.lang === 'ja' ? '、' : ', '),
        from: fromWhom(view, proposal, { personId, organisationName }),
        when: tokyoMinute(proposal.createdAt),
        status: (
          <StatusTag tone={statusTones[proposal.status] ?? 'neutral'}>
            {t.statuses[proposal.status]}
          </StatusTag>
        ),
      }))}
    />
  );
}

export function entryName(
  view: View,
  { serviceId, items }: Pick<ListedProposal, 'serviceId' | 'items'>,
  services: ReadonlyMap<string, Service>,
): string {
  const t = staffWords[view.lang];
  const service = serviceId ? services.get(serviceId) : undefined;
  if (service) return contentIn(view.lang, service.content.name);
  const name = items.find(({ field }) => field === 'name')?.said;
  return serviceId ? t.gone : `${t.newEntry}${name ? `：${name}` : ''}`;
}

/** What it is about: a field by its name, a part of an entry by the name of the part. */
export function fieldName(view: View, { field, said }: ProposedItem): string {
  if (field !== 'part') return publicWords[view.lang].fields[field];
  return (labels[view.lang].parts as Readonly<Record<string, string>>)[said] ?? said;
}

export function fromWhom(
  view: View,
  { origin, personId, organisationId, personName }: ListedProposal,
  known: { personId: string; organisationName: (id: string) => string },
): string {
  const t = staffWords[view.lang];
  if (personId !== null && personId === known.personId) return t.mine;
  const by = [organisationId ? known.organisationName(organisationId) : '', personName]
    .filter(Boolean)
    .join(' ');
  return by ? `${by}（${t.origins[origin] ?? ''}）` : (t.origins[origin] ?? '');
}
