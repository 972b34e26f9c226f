import type { View } from '#platform/web/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { EmergencyPanel } from '../../emergency/pages/panel.tsx';
import { findPaths, navigatorPaths } from '../../paths.ts';
import { words } from '../words.ts';

/** The same for an entry that is unknown, a draft, withdrawn or sealed: nothing tells which, and the way goes on. */
export function GonePage({ view }: { view: View }) {
  const { gone } = words[view.lang];
  return (
    <PublicFrame view={view} title={gone.title}>
      <PageHead
        title={gone.title}
        lead={<p>{gone.lead}</p>}
        actions={
          <>
            <ButtonLink href={view.href(findPaths.find.to({}))}>{gone.find}</ButtonLink>
            <ButtonLink kind="secondary" href={view.href(navigatorPaths.start.to({}))}>
              {gone.navigator}
            </ButtonLink>
          </>
        }
      />
      <EmergencyPanel view={view} />
    </PublicFrame>
  );
}
