import type { View } from '#platform/web/view.ts';
import { Tabs } from '#ui/wayfinding.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { words } from '../words.ts';

export type AreaTab = 'home' | 'entries' | 'organisations' | 'intervals';

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
        ...(keeper ? [tab('intervals', staffDirectoryPaths.reviewIntervals.to({}))] : []),
      ]}
    />
  );
}
