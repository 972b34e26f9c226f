import type { Child } from 'hono/jsx';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { TileMap } from '#ui/charts/tile-map.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Pagination } from '#ui/wayfinding.tsx';
import { placeName } from '../../municipalities/names.ts';
import type { Municipality } from '../../municipalities/store.ts';
import type { Holidays } from '../../hours/rules.ts';
import { findPaths } from '../../paths.ts';
import { ServiceCard } from '../../services/pages/card.tsx';
import type { Service } from '../../services/store.ts';
import type { PlaceFilter } from '../rules.ts';
import { opensAtEnd, type Tile } from '../tiles.ts';
import { words } from '../words.ts';
import { type FilterGroup, Filters } from './filters.tsx';

export interface PlacesProps {
  readonly view: View;
  readonly now: Date;
  readonly holidays: Holidays;
  readonly areas: readonly Municipality[];
  readonly filter: PlaceFilter;
  readonly groups: readonly FilterGroup[];
  /** Those of this page. */
  readonly services: readonly Service[];
  readonly total: number;
  /** How many of all are open, or open later today. */
  readonly today: number;
  readonly page: number;
  readonly pageSize: number;
  /** Shown where the municipality that was chosen has none. */
  readonly near: readonly Service[];
  /** What stands below a place: by its id. */
  readonly below: ReadonlyMap<string, Child>;
}

interface PlacesPageProps extends PlacesProps {
  readonly tiles: readonly Tile[];
  /** Municipalities without a tile that have places, and what is nowhere. */
  readonly beside: readonly { readonly code: string; readonly name: string; readonly count: number }[];
}

export function hrefWith(view: View, path: string, filter: PlaceFilter, page?: number): string {
  const { day, type, welcomes, municipality } = filter;
  return view.href(path, { day, type, welcomes, municipality, page: page === 1 ? undefined : page });
}

export function PlacesPage(props: PlacesPageProps) {
  const { view, filter, tiles, beside, groups } = props;
  const t = words[view.lang];
  const path = findPaths.places.to({});
  const hrefOf = (asked: PlaceFilter) => hrefWith(view, path, asked);
  const toggled = (code: string) =>
    hrefOf({ ...filter, municipality: filter.municipality === code ? undefined : code });
  return (
    <PublicFrame view={view} title={t.title} canonical={path} description={t.lead}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        actions={
          <a class="narrow-only" href="#list">
            {t.toList(props.total)}
          </a>
        }
      />
      <div class="places">
        <div class="places-map">
          <Section title={t.map}>
            <p class="hint">{t.mapLead}</p>
            {tiles.length > 0 && (
              <TileMap
                label={t.map}
                tiles={tiles}
                chosen={filter.municipality}
                atEnd={opensAtEnd(tiles, filter.municipality)}
                hrefOf={toggled}
                titleOf={({ name, count }) => t.tile(name, count)}
                numberOf={({ count }) => count}
              />
            )}
            {beside.length > 0 && (
              <p>
                {t.noTile}：
                {beside.map(({ code, name, count }) => (
                  <> {code ? <a href={toggled(code)}>{t.tile(name, count)}</a> : t.tile(name, count)}</>
                ))}
              </p>
            )}
            <p>
              <ButtonLink kind="secondary" small href={hrefWith(view, findPaths.placesMap.to({}), filter)}>
                {t.outer}
              </ButtonLink>{' '}
              <span class="hint">{t.outerNote}</span>
            </p>
          </Section>
          <Section title={t.filters}>
            <Filters view={view} groups={groups} filter={filter} hrefOf={hrefOf} />
          </Section>
        </div>
        <div>
          <PlaceList {...props} path={path} />
        </div>
      </div>
    </PublicFrame>
  );
}

/** The list, what was chosen above it, and what is near where nothing is. */
export function PlaceList(props: PlacesProps & { readonly path: string }) {
  const { view, filter, services, total, today, page, pageSize, path, near } = props;
  const t = words[view.lang];
  return (
    <Section title={t.list} id="list" lead={total > 0 ? t.counts(total, today) : undefined}>
      <Chosen {...props} />
      {total === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneHint}</p>
          <p>
            <a href={hrefWith(view, path, {})}>{t.clear}</a>
          </p>
          <p>
            <a href={view.href(findPaths.find.to({}))}>{t.desk}</a>
          </p>
        </EmptyState>
      )}
      {total === 0 && near.length > 0 && filter.municipality && (
        <h3>{t.near(placeName(view.lang, filter.municipality, props.areas))}</h3>
      )}
      <div class="grid">
        {(total === 0 ? near : services).map((service) => (
          <PlaceCard {...props} service={service} level={total === 0 ? 4 : 3} />
        ))}
      </div>
      <Pagination
        view={view}
        page={page}
        pageSize={pageSize}
        total={total}
        hrefOf={(number) => hrefWith(view, path, filter, number)}
      />
    </Section>
  );
}

function PlaceCard({
  view,
  service,
  now,
  holidays,
  areas,
  below,
  level,
}: PlacesProps & { service: Service; level: 3 | 4 }) {
  const { content } = service;
  const where = [...new Set(content.locations.map(({ municipality }) => municipality))]
    .map((code) => placeName(view.lang, code, areas))
    .join(view.lang === 'ja' ? '、' : ', ');
  return (
    <ServiceCard
      view={view}
      service={service}
      now={now}
      holidays={holidays}
      where={where || words[view.lang].online}
      level={level}
    >
      {below.get(service.id)}
    </ServiceCard>
  );
}

/** Each thing that was chosen can be taken back by itself. */
function Chosen({ view, filter, groups, path, areas }: PlacesProps & { path: string }) {
  const t = words[view.lang];
  const chosen = groups.flatMap(({ name, options }) => {
    const value = filter[name];
    const label = options.find((option) => option.value === value)?.label;
    return value && label ? [{ name, label }] : [];
  });
  const place = filter.municipality
    ? [{ name: 'municipality' as const, label: placeName(view.lang, filter.municipality, areas) }]
    : [];
  if (chosen.length + place.length === 0) return null;
  return (
    <ul class="chosen" aria-label={t.chosen}>
      {[...place, ...chosen].map(({ name, label }) => (
        <li>
          <a
            class="pill"
            href={hrefWith(view, path, { ...filter, [name]: undefined })}
            aria-label={t.without(label)}
          >
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
