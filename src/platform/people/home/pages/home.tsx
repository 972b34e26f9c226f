import type { View } from '#platform/web/view.ts';
import { Card, EmptyState } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead } from '#ui/layout.tsx';
import { words } from '../words.ts';

/** What one may do here. */
export function HomePage({ view }: { view: View }) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead title={t.title} kicker={view.person?.organisations.join('、')} />
      {view.navigation.length === 0 ? (
        <EmptyState title={t.nothing}>
          <p>{t.nothingHelp}</p>
        </EmptyState>
      ) : (
        <Grid>
          {view.navigation.map((item) => (
            <Card title={item.label[view.lang]} href={view.href(item.href)} level={2} />
          ))}
        </Grid>
      )}
    </StaffFrame>
  );
}
