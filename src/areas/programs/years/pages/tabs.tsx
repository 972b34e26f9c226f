import type { View } from '#platform/web/view.ts';
import { Tabs } from '#ui/wayfinding.tsx';
import { collectionPaths, problemPaths, yearPaths } from '../../paths.ts';
import { words } from '../words.ts';

/** The area's own pages. */
export function AreaTabs({ view, current }: { view: View; current: 'home' | 'problems' | 'rounds' }) {
  const t = words[view.lang];
  return (
    <Tabs
      label={t.areaTabs}
      items={[
        { href: view.href(yearPaths.home.to({})), label: t.home, current: current === 'home' },
        { href: view.href(problemPaths.problems.to({})), label: t.problems, current: current === 'problems' },
        { href: view.href(collectionPaths.rounds.to({})), label: t.rounds, current: current === 'rounds' },
      ]}
    />
  );
}

export type YearTab = 'programs' | 'terms' | 'plan' | 'summary' | 'carry';

/** The parts of a year; what only the secretariat does is shown to it only. */
export function YearTabs({
  view,
  year,
  current,
  isSecretariat,
}: {
  view: View;
  year: number;
  current: YearTab;
  isSecretariat: boolean;
}) {
  const t = words[view.lang];
  const params = { year: String(year) };
  const tab = (name: YearTab, href: string) => ({
    href: view.href(href),
    label: t[name],
    current: current === name,
  });
  return (
    <Tabs
      label={t.yearTabs}
      items={[
        tab('programs', yearPaths.year.to(params)),
        tab('plan', yearPaths.plan.to(params)),
        tab('terms', yearPaths.terms.to({ ...params, scheme: 'category' })),
        ...(isSecretariat
          ? [tab('summary', yearPaths.summary.to(params)), tab('carry', yearPaths.carry.to(params))]
          : []),
      ]}
    />
  );
}
