import type { View } from '#platform/web/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { protectionPaths } from '../../paths.ts';
import { words } from '../words.ts';

/** From a case to what shelters it. */
export function ShelterLinks({ view, caseId }: { readonly view: View; readonly caseId: string }) {
  return (
    <ButtonLink kind="quiet" href={view.href(protectionPaths.protection.to({ caseId }))}>
      {words[view.lang].title}
    </ButtonLink>
  );
}
