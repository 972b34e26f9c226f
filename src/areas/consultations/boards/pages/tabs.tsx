import { defineWords } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Tabs } from '#ui/wayfinding.tsx';
import { deskPaths } from '../../paths.ts';

const words = defineWords({
  ja: { label: '窓口の画面', desk: '対応' },
  en: { label: 'Pages of the desk', desk: 'Answering' },
});

/** The pages of a desk; each slice that has one adds its line here. */
export function DeskTabs({ view, deskId, current }: { view: View; deskId: string; current: 'desk' }) {
  const t = words[view.lang];
  const items = [{ key: 'desk' as const, path: deskPaths.desk }];
  return (
    <Tabs
      label={t.label}
      items={items.map(({ key, path }) => ({
        href: view.href(path.to({ deskId })),
        label: t[key],
        current: key === current,
      }))}
    />
  );
}
