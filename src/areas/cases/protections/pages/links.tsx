import type { View } from '#platform/web/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { words as meetingWords } from '../../meetings/words.ts';
import { meetingPaths, protectionPaths } from '../../paths.ts';
import { words } from '../words.ts';

/** From a case to what shelters it. */
export function ShelterLinks({ view, caseId }: { readonly view: View; readonly caseId: string }) {
  return (
    <>
      <ButtonLink kind="quiet" href={view.href(meetingPaths.list.to({ caseId }))}>
        {meetingWords[view.lang].title}
      </ButtonLink>
      <ButtonLink kind="quiet" href={view.href(protectionPaths.protection.to({ caseId }))}>
        {words[view.lang].title}
      </ButtonLink>
    </>
  );
}
