import type { View } from '#platform/web/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { applicationPaths } from '../../paths.ts';
import type { DeadLink } from '../open.ts';
import { words } from '../words.ts';

/** A link that does nothing says why, and how to get a new one. */
export function DeadLinkPage({ view, why }: { view: View; why: DeadLink }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.deadTitle}>
      <PageHead
        title={t.deadTitle}
        lead={t.dead[why]}
        actions={<ButtonLink href={view.href(applicationPaths.lost.to({}))}>{t.lostLink}</ButtonLink>}
      />
    </PublicFrame>
  );
}
