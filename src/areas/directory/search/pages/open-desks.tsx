import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { Grid, Section } from '#ui/layout.tsx';
import { findPaths } from '../../paths.ts';
import { ServiceCard } from '../../services/pages/card.tsx';
import type { OpenNow } from '../open-now.ts';
import { words } from '../words.ts';

/** Who answers at this moment, and where all who do are found. */
export function OpenDesks({ view, now, open }: { view: View; now: Date; open: OpenNow }) {
  const t = words[view.lang];
  const all = view.href(findPaths.find.to({}, { kind: 'desk', open: 'now' }));
  return (
    <Section title={t.openNowTitle} lead={t.asOf(tokyoMinute(now).slice(11).replace(/^0/, ''))}>
      <Grid>
        {open.services.map((service) => (
          <ServiceCard view={view} service={service} now={now} holidays={open.holidays} />
        ))}
      </Grid>
      <p>
        <a href={all}>{t.allOpen}</a>
      </p>
    </Section>
  );
}
