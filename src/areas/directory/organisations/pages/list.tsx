import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Tag } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { directoryTrail } from '../../trail.ts';
import { AreaTabs } from '../../worklists/pages/tabs.tsx';
import type { listKeptOrganisations } from '../store.ts';
import { words } from '../words.ts';

type KeptOrganisation = Awaited<ReturnType<typeof listKeptOrganisations>>[number];

export function OrganisationsPage({
  view,
  organisations,
  isKeeper,
}: {
  view: View;
  isKeeper: boolean;
  organisations: readonly KeptOrganisation[];
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={directoryTrail(view)} current={t.title} />}
      />
      <AreaTabs view={view} current="organisations" keeper={isKeeper} />
      <DataTable
        view={view}
        caption={t.title}
        captionHidden
        stacked
        empty={t.none}
        columns={[
          { key: 'name', label: t.name, head: true },
          { key: 'kind', label: t.kind },
          { key: 'entries', label: t.entries, align: 'number' },
          { key: 'profile', label: t.profile },
          { key: 'address', label: t.address },
        ]}
        rows={organisations.map((each) => ({
          name: (
            <a href={view.href(staffDirectoryPaths.organisation.to({ id: each.id }))}>
              {contentIn(view.lang, { ja: each.nameJa, en: each.nameEn })}
            </a>
          ),
          kind: t.kinds[each.kind] ?? each.kind,
          entries: each.entries ?? 0,
          profile: each.hasProfile ? t.written : each.entries && <Tag tone="warn">{t.notWritten}</Tag>,
          address: each.hasAddress ? t.addressSet : each.entries && <Tag tone="warn">{t.addressMissing}</Tag>,
        }))}
      />
    </StaffFrame>
  );
}
