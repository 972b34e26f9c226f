import { dayName } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag, Tag } from '#ui/content.tsx';
import { Actions, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Tabs } from '#ui/wayfinding.tsx';
import { awardPaths } from '../../paths.ts';
import type { AwardLine, Filter } from '../store.ts';
import { words } from '../words.ts';
import { type AwardState, stateTones } from './states.ts';

export const filters = ['all', 'changes', 'overdue', 'inspect', 'fix', 'returns'] as const;

interface ListProps {
  readonly view: View;
  readonly filter: Filter;
  readonly rows: readonly (AwardLine & { readonly dueOn: string | undefined })[];
  readonly today: string;
  /** Where the next page begins. */
  readonly after: string | undefined;
}

/** Every award of the offices of whoever looks, by what waits. */
export function AwardsPage({ view, filter, rows, today, after }: ListProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.list}>
      <PageHead title={t.list} lead={t.listLead} />
      <Tabs
        label={t.tabsLabel}
        items={filters.map((each) => ({
          href: view.href(awardPaths.list.to({}, each === 'all' ? {} : { show: each })),
          label: t.tabs[each],
          current: each === filter,
        }))}
      />
      <DataTable
        view={view}
        caption={t.tabs[filter]}
        captionHidden
        stacked
        empty={t.empty}
        columns={[
          { key: 'number', label: t.number, head: true },
          { key: 'group', label: t.group },
          { key: 'state', label: t.state },
          { key: 'decided', label: t.decided, align: 'number' },
          { key: 'paid', label: t.paid, align: 'number' },
          { key: 'due', label: t.due },
        ]}
        rows={rows.map(({ award, groupName, dueOn }) => ({
          number: <a href={view.href(awardPaths.award.to({ awardId: award.id }))}>{award.number}</a>,
          group: groupName ?? t.nameless,
          state: (
            <StatusTag tone={stateTones[award.state as AwardState]}>
              {t.states[award.state as AwardState]}
            </StatusTag>
          ),
          decided: yenFull(view.lang, award.decidedYen),
          paid: yenFull(view.lang, award.paidYen),
          due: dueOn && (
            <>
              {dayName(view.lang, dueOn)} {dueOn < today && <Tag tone="warn">{t.overdue}</Tag>}
            </>
          ),
        }))}
      />
      {after && (
        <Actions>
          <ButtonLink kind="secondary" href={view.href(awardPaths.list.to({}, { show: filter, after }))}>
            {t.more}
          </ButtonLink>
        </Actions>
      )}
    </StaffFrame>
  );
}
