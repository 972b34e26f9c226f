import type { OrganisationKind } from '#platform/access.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import type { Organisation } from '../../organisations.ts';
import { PeopleTabs } from '../../pages/tabs.tsx';
import { paths } from '../../paths.ts';
import { kindWords, words as peopleWords } from '../../words.ts';
import { words } from '../words.ts';

export function OrganisationsPage({
  view,
  organisations,
}: {
  view: View;
  organisations: readonly Organisation[];
}) {
  const t = words[view.lang];
  const title = peopleWords[view.lang].organisations;
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        title={title}
        actions={<ButtonLink href={view.href(paths.newOrganisation.to({}))}>{t.add}</ButtonLink>}
      />
      <PeopleTabs view={view} current="organisations" />
      <DataTable
        view={view}
        caption={title}
        captionHidden
        stacked
        columns={[
          { key: 'name', label: t.name, head: true },
          { key: 'kind', label: t.kind },
          { key: 'code', label: t.code },
          { key: 'state', label: t.state },
        ]}
        rows={organisations.map(({ id, nameJa, nameEn, kind, code, closedAt }) => ({
          name: (
            <a href={view.href(paths.organisation.to({ id }))}>
              {contentIn(view.lang, { ja: nameJa, en: nameEn })}
            </a>
          ),
          kind: kindWords[view.lang][kind as OrganisationKind],
          code,
          state: <StatusTag tone={closedAt ? 'neutral' : 'good'}>{closedAt ? t.closed : t.open}</StatusTag>,
        }))}
      />
    </StaffFrame>
  );
}
