import type { View } from '#platform/web/view.ts';
import { Tabs } from '#ui/wayfinding.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { words } from '../words.ts';

/** The pages of the area, the same on each of them. */
export function AreaTabs({ view, current }: { view: View; current: 'home' | 'entries' | 'organisations' }) {
  const t = words[view.lang];
  const tab = (key: typeof current, href: string) => ({
    href: view.href(href),
    label: t[key],
    current: key === current,
  });
  return (
    <Tabs
      label={t.areaTabs}
      items={[
        tab('home', staffDirectoryPaths.home.to({})),
        tab('entries', staffDirectoryPaths.list.to({})),
        tab('organisations', staffDirectoryPaths.organisations.to({})),
      ]}
    />
  );
}
