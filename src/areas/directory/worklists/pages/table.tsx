import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Row } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { cardWords } from '../../services/pages/card-words.ts';
import { StateTags } from '../../services/pages/tags.tsx';
import type { Service } from '../../services/store.ts';
import { words as serviceWords } from '../../services/words.ts';
import { words } from '../words.ts';

interface TableProps {
  readonly view: View;
  readonly caption: string;
  readonly entries: readonly Service[];
  readonly today: string;
  /** For those who keep the entries of many. */
  readonly withOwner: boolean;
}

export function EntryTable({ view, caption, entries, today, withOwner }: TableProps) {
  const t = words[view.lang];
  const { capacityStates } = serviceWords[view.lang];
  return (
    <DataTable
      view={view}
      caption={caption}
      captionHidden
      stacked
      columns={[
        { key: 'name', label: t.name, head: true },
        { key: 'kind', label: t.kind },
        ...(withOwner ? [{ key: 'owner', label: t.owner } as const] : []),
        { key: 'state', label: t.states },
        { key: 'capacity', label: t.capacity },
        { key: 'review', label: t.review },
        { key: 'updated', label: t.updated },
      ]}
      rows={entries.map((entry) => ({
        name: (
          <a href={view.href(staffDirectoryPaths.service.to({ id: entry.id }))}>
            {contentIn(view.lang, entry.content.name)}
          </a>
        ),
        kind: cardWords[view.lang].kind[entry.content.kind],
        owner: contentIn(view.lang, { ja: entry.owner.nameJa, en: entry.owner.nameEn }),
        state: (
          <Row>
            <StateTags view={view} service={entry} today={today} />
          </Row>
        ),
        capacity: entry.capacity && capacityStates[entry.capacity as keyof typeof capacityStates],
        review: entry.reviewOn ? dayName(view.lang, entry.reviewOn) : t.noReview,
        updated: dayName(view.lang, tokyoDay(entry.updatedAt)),
      }))}
    />
  );
}
