import type { View } from '#platform/web/view.ts';
import { Tabs } from '#ui/wayfinding.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';

export type PeopleTab = 'people' | 'invitations' | 'organisations' | 'site';

export function PeopleTabs({ view, current }: { view: View; current: PeopleTab }) {
  const t = words[view.lang];
  const tab = (name: PeopleTab) => ({
    href: view.href(paths[name].to({})),
    label: t[name],
    current: name === current,
  });
  const items = [tab('people'), tab('invitations'), tab('organisations'), tab('site')];
  return <Tabs label={t.title} items={items} />;
}
