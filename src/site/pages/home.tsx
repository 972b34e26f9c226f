import type { View } from '#platform/web/view.ts';
import {
  emergencyLines,
  LanguageLinks,
  type Municipality,
  OpenDesks,
  type OpenNow,
  SearchForm,
  Worries,
} from '#areas/directory/index.ts';
import { talkPaths } from '#areas/consultations/paths.ts';
import { findPaths, navigatorPaths } from '#areas/directory/paths.ts';
import { EditionCard, type NewestEdition } from '#areas/report/index.ts';
import { reportPaths } from '#areas/report/paths.ts';
import { Card, EmptyState } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';

interface HomeProps {
  readonly view: View;
  readonly now: Date;
  readonly places: readonly Municipality[];
  readonly open: OpenNow;
  readonly editions: readonly NewestEdition[];
}

/** `/`: what troubles you, who answers now, ways to find it together; what the prefecture reports stands at the end. */
export function HomePage(props: HomeProps) {
  const { view, now, places, open } = props;
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.homeTitle} description={t.homeLead} canonical={sitePaths.home.to({})}>
      <PageHead
        band
        title={t.homeTitle}
        lead={<p>{t.homeLead}</p>}
        actions={
          <>
            <SearchForm view={view} places={places} />
            <Danger view={view} />
          </>
        }
      />
      <Section title={t.worries}>
        <Worries view={view} />
      </Section>
      {open.services.length > 0 && <OpenDesks view={view} now={now} open={open} />}
      <Section title={t.ways}>
        <Grid min="large">
          <Card title={t.navigator} href={view.href(navigatorPaths.start.to({}))}>
            <p>{t.navigatorLead}</p>
          </Card>
          <Card title={t.talk} href={view.href(talkPaths.start.to({}))}>
            <p>{t.talkLead}</p>
          </Card>
          <Card title={t.places} href={view.href(findPaths.places.to({}))}>
            <p>{t.placesLead}</p>
          </Card>
        </Grid>
      </Section>
      <Section title={t.languages}>
        <LanguageLinks view={view} />
      </Section>
      <Reports {...props} />
    </PublicFrame>
  );
}

function Danger({ view }: { view: View }) {
  const { lang } = view;
  const t = words[lang];
  const { police, ambulance } = emergencyLines;
  return (
    <p class="danger-line">
      <b>{t.danger}</b>{' '}
      <a href={`tel:${police.number}`}>
        {police.number}
        <small>（{police.name[lang]}）</small>
      </a>{' '}
      {t.dangerOr}{' '}
      <a href={`tel:${ambulance.number}`}>
        {ambulance.number}
        <small>（{ambulance.name[lang]}）</small>
      </a>{' '}
      {t.dangerTo}
    </p>
  );
}

function Reports({ view, editions }: Pick<HomeProps, 'view' | 'editions'>) {
  const { lang, site } = view;
  const t = words[lang];
  return (
    <Section title={t.reports} lead={t.reportsLead(site.operator[lang])}>
      {editions.length === 0 ? (
        <EmptyState title={t.noReports} />
      ) : (
        <>
          <Grid min="large">
            {editions.slice(0, 2).map((edition) => (
              <EditionCard view={view} edition={edition} alone={isAlone(edition, editions)} />
            ))}
          </Grid>
          <p>
            <a href={view.href(reportPaths.reports.to({}))}>{t.allReports}</a>
            {'　'}
            <a href={view.href(reportPaths.figures.to({}))}>{t.figures}</a>
          </p>
        </>
      )}
    </Section>
  );
}

function isAlone(edition: NewestEdition, editions: readonly NewestEdition[]): boolean {
  return !editions.some((each) => each.fiscalYear === edition.fiscalYear && each.kind !== edition.kind);
}
