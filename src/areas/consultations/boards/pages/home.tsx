import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { Card, EmptyState } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead } from '#ui/layout.tsx';
import type { Desk } from '../../desks/store.ts';
import { deskPaths } from '../../paths.ts';
import { words } from '../words.ts';

export function DesksPage({
  view,
  desks,
  mayOpen,
}: {
  view: View;
  desks: readonly Desk[];
  mayOpen: boolean;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.home}>
      <PageHead
        title={t.home}
        lead={t.homeLead}
        actions={
          mayOpen && (
            <ButtonLink kind="secondary" href={view.href(deskPaths.newDesk.to({}))}>
              {t.openDesk}
            </ButtonLink>
          )
        }
      />
      {desks.length === 0 ? (
        <EmptyState title={t.noDesk} />
      ) : (
        <Grid>
          {desks.map((desk) => (
            <Card
              title={contentIn(view.lang, { ja: desk.nameJa, en: desk.nameEn })}
              level={2}
              href={view.href(deskPaths.desk.to({ deskId: desk.id }))}
            />
          ))}
        </Grid>
      )}
    </StaffFrame>
  );
}
