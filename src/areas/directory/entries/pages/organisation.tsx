import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs, Pagination } from '#ui/wayfinding.tsx';
import type { Holidays } from '../../hours/rules.ts';
import { placeName } from '../../municipalities/names.ts';
import type { Municipality } from '../../municipalities/store.ts';
import type { Profile } from '../../organisations/store.ts';
import { findPaths } from '../../paths.ts';
import { ServiceCard } from '../../services/pages/card.tsx';
import type { Service } from '../../services/store.ts';
import { isQuiet } from '../rules.ts';
import { words } from '../words.ts';
import { Outside } from './reach.tsx';

interface OrganisationPageProps {
  readonly view: View;
  readonly organisation: { readonly id: string; readonly nameJa: string; readonly nameEn: string | null };
  readonly profile: Profile | undefined;
  readonly services: readonly Service[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly now: Date;
  readonly holidays: Holidays;
  readonly places: readonly Municipality[];
}

/** Who answers for entries, and all that they offer to everybody. */
export function OrganisationPage(props: OrganisationPageProps) {
  const { view, organisation, profile, services, total, page, pageSize, now, holidays, places } = props;
  const { lang } = view;
  const t = words[lang];
  const name = contentIn(lang, { ja: organisation.nameJa, en: organisation.nameEn });
  const quiet = services.every(({ content }) => isQuiet(content));
  const title = quiet ? t.quietTitle.group : name;
  const path = findPaths.organisation.to({ id: organisation.id });
  return (
    <PublicFrame view={view} title={title} canonical={path} description={t.organisation.lead}>
      <PageHead
        title={title}
        kicker={t.organisation.kicker}
        lead={quiet && <p class="entry-name">{name}</p>}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(findPaths.find.to({})), label: t.find }]}
            current={title}
          />
        }
      />
      {profile && <About view={view} profile={profile} />}
      <Section title={t.organisation.offers} lead={t.organisation.count(total)}>
        <div class="grid">
          {services.map((service) => (
            <ServiceCard
              view={view}
              service={service}
              now={now}
              holidays={holidays}
              where={whereOf(view, service, places)}
            />
          ))}
        </div>
        <Pagination
          view={view}
          page={page}
          pageSize={pageSize}
          total={total}
          hrefOf={(number) => view.href(path, { page: number === 1 ? undefined : number })}
        />
      </Section>
    </PublicFrame>
  );
}

function About({ view, profile }: { view: View; profile: Profile }) {
  const t = words[view.lang].organisation;
  const description = contentIn(view.lang, { ja: profile.descriptionJa, en: profile.descriptionEn });
  const items = [
    ...(profile.website
      ? [
          {
            term: t.website,
            value: (
              <Outside view={view} href={profile.website}>
                {new URL(profile.website).host}
              </Outside>
            ),
          },
        ]
      : []),
    ...(profile.legalNumber ? [{ term: t.legalNumber, value: profile.legalNumber }] : []),
  ];
  return (
    <>
      {description && (
        <div lang={view.lang === 'en' && !profile.descriptionEn ? 'ja' : undefined}>
          <TypedText text={description} />
        </div>
      )}
      {items.length > 0 && <DefinitionList items={items} />}
    </>
  );
}

function whereOf(view: View, { content }: Service, places: readonly Municipality[]): string | undefined {
  const [location] = content.locations;
  const code = location?.municipality ?? (content.areas.length === 1 ? content.areas[0] : undefined);
  return code && placeName(view.lang, code, places);
}
