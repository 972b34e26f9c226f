import type { View } from '#platform/web/view.ts';
import { Tag } from '#ui/content.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { retentionPaths } from '../../paths.ts';
import { words } from '../words.ts';

/** From the page of a case to how long it stays. */
export function RetentionLink({
  view,
  caseFile: { id, isHeld },
}: {
  view: View;
  caseFile: Pick<CaseFile, 'id' | 'isHeld'>;
}) {
  const t = words[view.lang];
  return (
    <p>
      <a href={view.href(retentionPaths.case.to({ caseId: id }))}>{t.caseTitle}</a>{' '}
      {isHeld && <Tag tone="warn">{t.holds}</Tag>}
    </p>
  );
}
