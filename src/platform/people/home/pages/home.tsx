import type { View } from '#platform/web/view.ts';
import { Card, EmptyState, Notice } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead } from '#ui/layout.tsx';
import { paths } from '../../../sign-in/paths.ts';
import { words as secondFactorWords } from '../../../sign-in/second-factor/words.ts';
import type { HomeNotice } from '../notices.ts';
import { words } from '../words.ts';

/** What one may do here. */
export function HomePage({
  view,
  rolesWaiting,
  notices,
}: {
  view: View;
  rolesWaiting: readonly string[];
  notices: readonly HomeNotice[];
}) {
  const t = words[view.lang];
  const factor = secondFactorWords[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead title={t.title} kicker={view.person?.organisations.join('、')} />
      {rolesWaiting.length > 0 && (
        <Notice view={view} title={factor.askedTitle}>
          <p>
            {factor.asked} {rolesWaiting.join('、')}
          </p>
          <ButtonLink href={view.href(paths.secondFactor.to({}, { next: paths.home.to({}) }))}>
            {factor.setUp}
          </ButtonLink>
        </Notice>
      )}
      {notices.map(({ tone, title, text, href, label }) => (
        <Notice view={view} tone={tone} title={title}>
          <p>{text}</p>
          <ButtonLink href={view.href(href)}>{label}</ButtonLink>
        </Notice>
      ))}
      {view.navigation.length > 0 && (
        <Grid>
          {view.navigation.map((item) => (
            <Card title={item.label[view.lang]} href={view.href(item.href)} level={2} />
          ))}
        </Grid>
      )}
      {view.navigation.length === 0 && rolesWaiting.length === 0 && (
        <EmptyState title={t.nothing}>
          <p>{t.nothingHelp}</p>
        </EmptyState>
      )}
    </StaffFrame>
  );
}
