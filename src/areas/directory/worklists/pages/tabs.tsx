import type { View } from '#platform/web/view.ts';
import { Tabs } from '#ui/wayfinding.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { words } from '../words.ts';

export type AreaTab = keyof (typeof words)['ja']['tabs'];

/** The pages of the area, the same on each of them; some are a keeper's only. */
export function AreaTabs({ view, current, keeper }: { view: View; current: AreaTab; keeper: boolean }) {
  const t = words[view.lang];
  const tab = (key: AreaTab, href: string) => ({
    href: view.href(href),
    label: t.tabs[key],
    current: key === current,
  });
  return (
    <Tabs
      label={t.areaTabs}
      items={[
        tab('home', staffDirectoryPaths.home.to({})),
        tab('entries', staffDirectoryPaths.list.to({})),
        tab('organisations', staffDirectoryPaths.organisations.to({})),
        tab('freshness', staffDirectoryPaths.freshness.to({})),
        tab('proposals', staffDirectoryPaths.proposals.to({})),
        tab('imports', staffDirectoryPaths.imports.to({})),
        ...(keeper
          ? [
              tab('navigator', staffDirectoryPaths.navigator.to({})),
              tab('words', staffDirectoryPaths.wordGroups.to({})),
              tab('intervals', staffDirectoryPaths.reviewIntervals.to({})),
              tab('holidays', staffDirectoryPaths.holidays.to({})),
              tab('unmet', staffDirectoryPaths.unmet.to({})),
            ]
          : []),
      ]}
    />
  );
}
