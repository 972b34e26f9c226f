import { monthName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { placeName } from '../../municipalities/names.ts';
import type { Municipality } from '../../municipalities/store.ts';
import { termName } from '../../taxonomy/terms.ts';
import { AreaTabs } from '../../worklists/pages/tabs.tsx';
import type { UnmetRow } from '../rules.ts';
import { words } from '../words.ts';

interface UnmetProps {
  readonly view: View;
  readonly rows: readonly UnmetRow[];
  /** `YYYY-MM`, the latest first. */
  readonly months: readonly string[];
  readonly places: readonly Municipality[];
}

/** `/staff/directory/unmet`: where help is missing. */
export function UnmetPage({ view, rows, months, places }: UnmetProps) {
  const { lang } = view;
  const t = words[lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead title={t.title} lead={<p>{t.lead}</p>} />
      <AreaTabs view={view} current="unmet" keeper />
      <Section title={t.caption} lead={t.small}>
        {rows.length === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <DataTable
            view={view}
            caption={t.caption}
            captionHidden
            columns={[
              { key: 'topic', label: t.topic, head: true },
              { key: 'municipality', label: t.municipality },
              { key: 'total', label: t.total, align: 'number', unit: t.times },
              ...months.map((month) => ({
                key: month,
                label: monthName(lang, month),
                align: 'number' as const,
              })),
            ]}
            rows={rows.map((row) => ({
              topic: row.topic ? termName(lang, 'worry', row.topic) : t.unknownTopic,
              municipality: row.municipality ? placeName(lang, row.municipality, places) : t.unknownPlace,
              total: row.total,
              ...Object.fromEntries(months.map((month, at) => [month, row.months[at] ?? 0])),
            }))}
          />
        )}
      </Section>
    </StaffFrame>
  );
}
