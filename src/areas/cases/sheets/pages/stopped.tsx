import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { Actions, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { casePaths } from '../../paths.ts';
import { words } from '../words.ts';

/** A protected person's case goes on paper only with a second person's agreement. */
export function StoppedSheetPage({ view, caseFile }: { view: View; caseFile: CaseFile }) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
      />
      <Notice view={view} tone="warn" title={t.stopped}>
        <p>{t.stoppedLead}</p>
      </Notice>
      <Actions>
        <ButtonLink kind="secondary" href={view.href(casePaths.case.to({ caseId: caseFile.id }))}>
          {t.back}
        </ButtonLink>
      </Actions>
    </StaffFrame>
  );
}
