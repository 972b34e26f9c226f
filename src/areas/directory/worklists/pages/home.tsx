import { formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Card, EmptyState, type Tone } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { TableEndNotice } from '../../holidays/pages/table-end.tsx';
import { lastHoliday } from '../../hours/holidays.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import { serviceKinds } from '../../services/content.ts';
import type { Service } from '../../services/store.ts';
import type { Work } from '../store.ts';
import { words } from '../words.ts';
import { EntryTable } from './table.tsx';
import { AreaTabs } from './tabs.tsx';

interface HomeProps {
  readonly view: View;
  readonly work: Work;
  readonly proposals: number;
  /** Those whose review is due first. */
  readonly entries: readonly Service[];
  readonly today: string;
  readonly isKeeper: boolean;
}

/** What has to be done first, and what one keeps. */
export function DirectoryHomePage(props: HomeProps) {
  const { view, entries, today, isKeeper } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        actions={serviceKinds.map((kind) => (
          <ButtonLink kind="secondary" small href={view.href(staffDirectoryPaths.newService.to({ kind }))}>
            {t.add[kind]}
          </ButtonLink>
        ))}
      />
      <AreaTabs view={view} current="home" keeper={isKeeper} />
      {isKeeper && <TableEndNotice view={view} lastHoliday={lastHoliday} today={today} />}
      <Section title={t.waiting}>
        <Waiting {...props} />
      </Section>
      <Section
        title={isKeeper ? t.list : t.mine}
        actions={<a href={view.href(staffDirectoryPaths.list.to({}))}>{t.tabs.entries}</a>}
      >
        {entries.length === 0 ? (
          <EmptyState title={t.none}>
            <p>{t.noneHelp}</p>
          </EmptyState>
        ) : (
          <EntryTable view={view} entries={entries} today={today} caption={t.list} withOwner={isKeeper} />
        )}
      </Section>
    </StaffFrame>
  );
}

function Waiting({ view, work, proposals }: HomeProps) {
  const t = words[view.lang];
  const list = (state: string) => staffDirectoryPaths.list.to({}, { state });
  const waiting: readonly { count: number; label: string; note: string; href: string; tone: Tone }[] = [
    { count: work.stale, label: t.stale, note: t.staleNote, href: list('stale'), tone: 'warn' },
    {
      count: proposals,
      label: t.proposals,
      note: t.proposalsNote,
      href: staffDirectoryPaths.proposals.to({}),
      tone: 'warn',
    },
    {
      count: work.capacityUnsaid,
      label: t.capacityUnsaid,
      note: t.capacityNote,
      href: list('capacity'),
      tone: 'info',
    },
    { count: work.draft, label: t.drafts, note: t.draftsNote, href: list('draft'), tone: 'neutral' },
  ];
  const open = waiting.filter(({ count }) => count > 0);
  if (open.length === 0) return <p>{t.nothingWaits}</p>;
  return (
    <Grid>
      {open.map(({ count, label, note, href, tone }) => (
        <Card title={`${label}　${formatNumber(view.lang, count)}`} href={view.href(href)} tone={tone}>
          <p class="hint">{note}</p>
        </Card>
      ))}
    </Grid>
  );
}
