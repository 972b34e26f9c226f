import { Chips } from '#ui/chips.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { Card } from '#ui/content.tsx';
import { Grid, Section } from '#ui/layout.tsx';
import { findPaths, navigatorPaths } from '../../paths.ts';
import { ServiceCard } from '../../services/pages/card.tsx';
import { termName, worryTerms } from '../../taxonomy/terms.ts';
import { addressOf } from '../asked.ts';
import { words } from '../words.ts';
import type { FindProps } from './find.tsx';

/** Never a dead end: a desk that hears everything, a conversation, worries that are near. */
export function NothingFound({ view, now, holidays, asked, general }: FindProps) {
  const t = words[view.lang];
  const narrowed =
    Object.entries(addressOf(asked)).filter(([name, value]) => name !== 'q' && value).length > 0;
  return (
    <Section title={t.nothing} lead={t.nothingNext}>
      {asked.q !== '' && narrowed && (
        <ButtonLink kind="secondary" href={view.href(findPaths.find.to({}, { q: asked.q }))}>
          {t.without}
        </ButtonLink>
      )}
      <Grid min="large">
        {general && (
          <ServiceCard view={view} service={general} now={now} holidays={holidays} where={t.generalDesk}>
            <p class="hint">{t.generalDeskLead}</p>
          </ServiceCard>
        )}
        <NavigatorCard view={view} />
      </Grid>
      <p class="hint">{t.counted}</p>
    </Section>
  );
}

/** At the end of every search: other ways to somebody. */
export function Otherwise({ view, asked, found }: FindProps) {
  const t = words[view.lang];
  const near =
    found.understood.topics.length > 0
      ? found.understood.topics.slice(0, 4)
      : worryTerms.map(({ code }) => code);
  return (
    <Section title={t.notFoundHere}>
      {found.total > 0 && (
        <Grid min="large">
          <NavigatorCard view={view} />
        </Grid>
      )}
      <nav aria-labelledby="near-topics">
        <h3 id="near-topics">{found.understood.topics.length > 0 ? t.topics : t.allTopics}</h3>
        <Chips
          items={near
            .filter((code) => code !== asked.topic)
            .map((topic) => ({
              href: view.href(findPaths.find.to({}, { topic, municipality: asked.municipality })),
              text: termName(view.lang, 'worry', topic),
            }))}
        />
      </nav>
    </Section>
  );
}

function NavigatorCard({ view }: Pick<FindProps, 'view'>) {
  const t = words[view.lang];
  return (
    <Card title={t.navigator} href={view.href(navigatorPaths.start.to({}))}>
      <p>{t.navigatorLead}</p>
    </Card>
  );
}
