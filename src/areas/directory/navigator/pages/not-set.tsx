import type { View } from '#platform/web/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { EmergencyPanel } from '../../emergency/pages/panel.tsx';
import { findPaths } from '../../paths.ts';
import { words } from '../words.ts';

/** Before a flow is published: who is there now, and the search. */
export function NotSetPage({ view }: { view: View }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title}>
      <PageHead title={t.notSet} lead={<p>{t.notSetLead}</p>} />
      <EmergencyPanel view={view} />
      <p>
        <ButtonLink kind="secondary" href={view.href(findPaths.find.to({}))}>
          {t.find}
        </ButtonLink>
      </p>
    </PublicFrame>
  );
}
