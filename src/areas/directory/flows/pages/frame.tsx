import type { Child } from 'hono/jsx';
import type { Problem } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs, type Link, Tabs } from '#ui/wayfinding.tsx';
import { staffDirectoryPaths } from '../../paths.ts';
import { directoryTrail } from '../../trail.ts';
import { AreaTabs } from '../../worklists/pages/tabs.tsx';
import { type FlowPart, flowParts } from '../items.ts';
import type { Editing } from '../surroundings.ts';
import { words } from '../words.ts';

interface FlowFrameProps {
  readonly view: View;
  readonly title: string;
  readonly lead?: string;
  readonly current: 'overview' | FlowPart | `@${string}`;
  readonly flow: Editing['flow'];
  readonly problems?: readonly Problem[];
  /** Between the guide's first page and this one. */
  readonly trail?: readonly Link[];
  readonly actions?: Child;
  readonly children?: Child;
}

/** Pages of the guide: those of the area around them, and its own parts. */
export function FlowFrame(props: FlowFrameProps) {
  const { view, title, lead, current, flow, problems = [], trail = [], actions, children } = props;
  const t = words[view.lang];
  const home = view.href(staffDirectoryPaths.navigator.to({}));
  const isFirst = title === t.title;
  return (
    <StaffFrame view={view} title={title} problems={problems}>
      <PageHead
        title={title}
        lead={lead && <p>{lead}</p>}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...directoryTrail(view), ...(isFirst ? [] : [{ href: home, label: t.title }]), ...trail]}
            current={title}
          />
        }
        actions={actions}
      />
      {isFirst && <AreaTabs view={view} current="navigator" keeper />}
      <Tabs
        label={t.partsOf}
        items={[
          { href: home, label: t.parts.overview, current: current === 'overview' },
          ...flowParts.map((part) => ({
            href: view.href(staffDirectoryPaths.navigatorPart.to({ part })),
            label: t.parts[part],
            current: part === current,
            count: flow[part].length,
          })),
          ...Object.keys(flow.tables).map((name) => ({
            href: view.href(staffDirectoryPaths.navigatorTable.to({ name })),
            label: t.table(name),
            current: current === `@${name}`,
          })),
        ]}
      />
      {children}
    </StaffFrame>
  );
}
