import type { View } from '#platform/web/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { findPaths } from '../../paths.ts';
import type { DeadLink } from '../rules.ts';
import { deadWords, words } from '../words.ts';

/** A link that does nothing says why, and of which entry it was to nobody. */
export function DeadLinkPage({ view, why }: { view: View; why: DeadLink }) {
  const t = words[view.lang];
  const said = deadWords[view.lang][why];
  return (
    <PublicFrame view={view} title={t.deadTitle}>
      <PageHead
        title={t.deadTitle}
        lead={
          <>
            <p>{typeof said === 'string' ? said : said({})}</p>
            <p>{t.deadHelp}</p>
          </>
        }
        actions={<ButtonLink href={view.href(findPaths.find.to({}))}>{t.find}</ButtonLink>}
      />
    </PublicFrame>
  );
}
