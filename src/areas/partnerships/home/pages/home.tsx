import type { View } from '#platform/web/view.ts';
import { Card, EmptyState } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import type { Link } from '#ui/wayfinding.tsx';
import type { areaLinks } from '../links.ts';
import { words } from '../words.ts';

interface HomeProps {
  readonly view: View;
  readonly links: typeof areaLinks;
  /** Members for which this person acts. */
  readonly mine: readonly Link[];
}

export function AreaHomePage({ view, links, mine }: HomeProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead title={t.title} lead={t.lead} />
      {links.length === 0 && <EmptyState title={t.nothing} />}
      <Grid>
        {links.map((link) => (
          <Card title={link.label[view.lang]} href={view.href(link.href)} level={2}>
            <p>{link.about[view.lang]}</p>
          </Card>
        ))}
      </Grid>
      {mine.length > 0 && (
        <Section title={t.mine}>
          <Grid>
            {mine.map(({ href, label }) => (
              <Card title={label} href={href} />
            ))}
          </Grid>
        </Section>
      )}
    </StaffFrame>
  );
}
