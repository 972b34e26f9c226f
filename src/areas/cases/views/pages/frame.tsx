import type { Child } from 'hono/jsx';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Tabs } from '#ui/wayfinding.tsx';
import { protectionPaths, retentionPaths, viewPaths } from '../../paths.ts';
import { words as retentionWords } from '../../retention/words.ts';
import { words } from '../words.ts';

/** The three kinds of record about looking, each a page. */
export function ViewsFrame({
  view,
  tab,
  lead,
  state,
  open,
  children,
}: {
  readonly view: View;
  readonly tab: 'views' | 'alerts' | 'glass';
  readonly lead: string;
  readonly state?: FormState;
  /** Alerts that nobody has looked into. */
  readonly open?: number;
  readonly children?: Child;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state?.problems ?? []}>
      <PageHead
        title={t.title}
        lead={lead}
        actions={
          <>
            <ButtonLink kind="quiet" href={view.href(protectionPaths.openings.to({}))}>
              {t.openings}
            </ButtonLink>
            <ButtonLink kind="quiet" href={view.href(retentionPaths.overview.to({}))}>
              {retentionWords[view.lang].title}
            </ButtonLink>
          </>
        }
      />
      <Tabs
        label={t.tabsLabel}
        items={(['views', 'alerts', 'glass'] as const).map((each) => ({
          href: view.href(viewPaths[each].to({})),
          label: t.tabs[each],
          current: each === tab,
          ...(each === 'alerts' && open ? { count: open } : {}),
        }))}
      />
      {children}
    </StaffFrame>
  );
}
