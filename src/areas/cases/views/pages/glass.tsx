import type { Child } from 'hono/jsx';
import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatusTag } from '#ui/content.tsx';
import { DataTable } from '#ui/table.tsx';
import { words } from '../words.ts';
import { ViewsFrame } from './frame.tsx';

export interface GlassLine {
  readonly caseId: string;
  readonly personId: string | null;
  readonly toldPersonId: string | null;
  readonly createdAt: Date;
  readonly endsAt: Date | null;
  readonly seenAt: Date | null;
}

export function GlassPage({
  view,
  glass,
  told,
  nameOf,
  numberOf,
}: {
  readonly view: View;
  readonly glass: readonly GlassLine[];
  /** What the reader was told of and has not looked at. */
  readonly told: Child;
  readonly nameOf: (personId: string | null) => string;
  readonly numberOf: (caseId: string | null) => string;
}) {
  const t = words[view.lang];
  return (
    <ViewsFrame view={view} tab="glass" lead={t.glassLead}>
      {told}
      {glass.length === 0 ? (
        <EmptyState title={t.noGlass} />
      ) : (
        <DataTable
          view={view}
          caption={t.tabs.glass}
          captionHidden
          stacked
          columns={[
            { key: 'at', label: t.at, head: true },
            { key: 'number', label: t.number },
            { key: 'by', label: t.brokenBy },
            { key: 'told', label: t.told },
            { key: 'ends', label: t.ends },
            { key: 'signed', label: t.signed },
          ]}
          rows={glass.map((line) => ({
            at: tokyoMinute(line.createdAt),
            number: numberOf(line.caseId),
            by: nameOf(line.personId),
            told: nameOf(line.toldPersonId),
            ends: line.endsAt ? tokyoMinute(line.endsAt) : '',
            signed: line.seenAt ? (
              t.signedAt(tokyoMinute(line.seenAt))
            ) : (
              <StatusTag tone="warn">{t.unsigned}</StatusTag>
            ),
          }))}
        />
      )}
    </ViewsFrame>
  );
}
