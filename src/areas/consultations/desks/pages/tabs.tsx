import type { View } from '#platform/web/view.ts';
import { Tabs } from '#ui/wayfinding.tsx';
import { deskPaths } from '../../paths.ts';
import { words } from '../words.ts';

const parts = {
  settings: deskPaths.settings,
  lineChannel: deskPaths.line,
  phrases: deskPaths.phrases,
  retention: deskPaths.retention,
};

/** What a supervisor keeps for the desk, page by page. */
export function SettingTabs({
  view,
  deskId,
  current,
}: {
  view: View;
  deskId: string;
  current: keyof typeof parts;
}) {
  const t = words[view.lang];
  return (
    <Tabs
      label={t.parts}
      items={(Object.keys(parts) as (keyof typeof parts)[]).map((key) => ({
        href: view.href(parts[key].to({ deskId })),
        label: t[key],
        current: key === current,
      }))}
    />
  );
}
