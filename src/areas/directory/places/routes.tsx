import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { type Route, Routes } from '#platform/web/routes.ts';
import { contentPolicy } from '#platform/web/security.ts';
import type { View } from '#platform/web/view.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Child } from 'hono/jsx';
import { readHolidays } from '../holidays/store.ts';
import { shownUntil } from '../hours/rules.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { findPaths } from '../paths.ts';
import { listServicesByIds } from '../services/store.ts';
import { mapData, mostOnMap } from './map-data.ts';
import { mapPolicy, tileHost } from './outer.ts';
import { PlacesMapPage } from './pages/map.tsx';
import { PlacesPage } from './pages/places.tsx';
import { countByMunicipality, fits, inOrder, isToday, nearestTo } from './rules.ts';
import { besideTiles, filterOf, groupsOf } from './shown.ts';
import { listPlaces } from './store.ts';
import { tilesOf } from './tiles.ts';

const pageSize = 30;
const mostNear = 6;

/** What a later area adds to the card of a place: by the id of the place. */
type Below = (
  tx: Tx,
  of: { readonly view: View; readonly serviceIds: readonly string[]; readonly now: Date },
) => Promise<ReadonlyMap<string, Child>>;

export const placeRoutes = (readBelow: Below): readonly Route[] =>
  new Routes()
    .publicPage(findPaths.places, async (visit) => {
      const found = await inTransaction(visit.db, visit.who, (tx) => findPlaces(tx, visit, readBelow));
      const { places, areas, context, filter } = found;
      const beside = places.filter((place) => fits(place, filter, context, 'municipality'));
      const counts = countByMunicipality(beside);
      return visit.page(
        <PlacesPage
          view={visit.view}
          {...found}
          tiles={tilesOf(visit.lang, areas, counts)}
          beside={besideTiles(visit.lang, { places: beside, areas, counts })}
        />,
      );
    })
    .publicPage(findPaths.placesMap, async (visit) => {
      const found = await inTransaction(visit.db, visit.who, (tx) => findPlaces(tx, visit, readBelow));
      const response = await visit.page(<PlacesMapPage view={visit.view} {...found} />);
      response.headers.set(
        'content-security-policy',
        contentPolicy({ images: tileHost, trustedTypes: mapPolicy }),
      );
      return response;
    })
    .publicPage(findPaths.placesData, async (visit) => {
      const { view, now } = visit;
      const data = await inTransaction(visit.db, visit.who, async (tx) => {
        const { ranked, areas, holidays } = await findPlaces(tx, visit, readBelow);
        const ids = ranked.slice(0, mostOnMap).map(({ place }) => place.id);
        return mapData({ view, now, areas, holidays, services: await listServicesByIds(tx, ids) });
      });
      return visit.c.json(data);
    }).list;

/** The places that were asked for, open ones first, as many as a page shows; the answer turns when one opens or closes. */
async function findPlaces(tx: Tx, visit: Visit, readBelow: Below) {
  const { now, lang } = visit;
  const { areas, holidays, places } = await visit.remember('places.all', async () => ({
    areas: await listMunicipalities(tx),
    holidays: await readHolidays(tx),
    places: await listPlaces(tx),
  }));
  const filter = filterOf(visit.query, areas);
  const context = { today: tokyoDay(now), areas, holidays };
  const ranked = inOrder(
    places.filter((place) => fits(place, filter, context)),
    now,
    { holidays },
  );
  for (const { opening } of ranked) visit.changesAt(shownUntil(opening, now));
  visit.changesAt(shownUntil({ state: 'unknown' }, now));
  const pages = Math.max(1, Math.ceil(ranked.length / pageSize));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(visit.query('page'))) || 1));
  const ids = ranked.slice((page - 1) * pageSize, page * pageSize).map(({ place }) => place.id);
  const elsewhere = places.filter((place) => fits(place, filter, context, 'municipality'));
  const near =
    ranked.length === 0 && filter.municipality ? nearestTo(filter.municipality, elsewhere, areas) : [];
  const nearIds = near.slice(0, mostNear).map(({ id }) => id);
  return {
    now,
    areas,
    holidays,
    filter,
    context,
    places,
    ranked,
    groups: groupsOf(lang, places, filter, context),
    services: await listServicesByIds(tx, ids),
    total: ranked.length,
    today: ranked.filter(({ opening }) => isToday(opening, now)).length,
    page,
    pageSize,
    near: await listServicesByIds(tx, nearIds),
    below: await readBelow(tx, { view: visit.view, serviceIds: [...ids, ...nearIds], now }),
  };
}
