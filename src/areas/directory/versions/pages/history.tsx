import { contentIn } from '#platform/i18n.ts';
import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Pagination } from '#ui/wayfinding.tsx';
import { labels } from '../../descriptions/words.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import type { ServiceContent } from '../../services/content.ts';
import type { Service } from '../../services/store.ts';
import type { ServiceVersion } from '../store.ts';
import { directoryTrail } from '../../trail.ts';
import { words } from '../words.ts';

/** A version, and which fields are not as they were in the one before. */
export interface Step extends Omit<ServiceVersion, 'content'> {
  readonly changed: readonly (keyof ServiceContent)[];
  /** Of the organisation that somebody wrote for. */
  readonly organisation: string;
}

interface HistoryProps {
  readonly view: View;
  readonly service: Service;
  readonly steps: readonly Step[];
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

export function HistoryPage({ view, service, steps, ...paging }: HistoryProps) {
  const t = words[view.lang];
  const { id } = service;
  const { fields } = labels[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <VersionHead view={view} service={service} title={t.title} lead={t.lead} />
      <DataTable
        view={view}
        caption={t.table}
        captionHidden
        stacked
        columns={[
          { key: 'version', label: t.version, head: true },
          { key: 'what', label: t.what },
          { key: 'fields', label: t.fields },
          { key: 'when', label: t.when },
          { key: 'who', label: t.who },
        ]}
        rows={steps.map((step) => ({
          version: (
            <a href={view.href(staffDirectoryPaths.version.to({ id, version: String(step.version) }))}>
              {t.versionOf(step.version)}
            </a>
          ),
          what: whatWasDone(view, step),
          fields: step.changed.map((field) => fields[field]).join(t.and) || t.none,
          when: tokyoMinute(step.at),
          who: whoDid(view, step),
        }))}
      />
      <Pagination
        view={view}
        {...paging}
        hrefOf={(page) => view.href(staffDirectoryPaths.history.to({ id }, { page }))}
      />
    </StaffFrame>
  );
}

export function whatWasDone(view: View, { how, note }: Pick<ServiceVersion, 'how' | 'note'>): string {
  const t = words[view.lang];
  const said = how === 'restore' && note ? t.restored(note) : note === 'by-link' ? t.byLink : note;
  return t.note(t.how[how] ?? how, said);
}

export function whoDid(view: View, { personName, organisation }: Pick<Step, 'personName' | 'organisation'>) {
  return [organisation, personName].filter(Boolean).join(' ') || words[view.lang].system;
}

export function VersionHead({
  view,
  service,
  title,
  lead,
  inHistory = false,
}: {
  view: View;
  service: Service;
  title: string;
  lead: string;
  inHistory?: boolean;
}) {
  const t = words[view.lang];
  const { id } = service;
  const name = contentIn(view.lang, service.content.name);
  const trail = [
    ...directoryTrail(view),
    { href: view.href(staffDirectoryPaths.service.to({ id })), label: name },
    ...(inHistory ? [{ href: view.href(staffDirectoryPaths.history.to({ id })), label: t.title }] : []),
  ];
  return (
    <PageHead
      title={title}
      kicker={name}
      lead={<p>{lead}</p>}
      breadcrumbs={<Breadcrumbs view={view} items={trail} current={title} />}
    />
  );
}
