import { defineWords } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Row } from '#ui/layout.tsx';
import { readPaths, riskPaths } from '../../paths.ts';

const words = defineWords({
  ja: { label: '責任者の画面', calls: '責任者の対応', reads: '閲覧の確認' },
  en: { label: 'For supervisors', calls: 'Supervisor calls', reads: 'Who looked' },
});

/** Where a supervisor looks beside the queue. */
export function SupervisorLinks({ view, deskId }: { view: View; deskId: string }) {
  const t = words[view.lang];
  return (
    <nav aria-label={t.label}>
      <Row>
        <a href={view.href(riskPaths.calls.to({ deskId }))}>{t.calls}</a>
        <a href={view.href(readPaths.list.to({ deskId }))}>{t.reads}</a>
      </Row>
    </nav>
  );
}
