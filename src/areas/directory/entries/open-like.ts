import type { Who } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { type Holidays, openingOf, shownUntil, sourcesOf } from '../hours/rules.ts';
import { lineOf } from '../municipalities/rules.ts';
import type { Municipality } from '../municipalities/store.ts';
import { searchServices } from '../search/actions.ts';
import { listServicesByIds, type Service } from '../services/store.ts';
import { byLikeness, isOpen } from './rules.ts';

interface Facts {
  readonly service: Service;
  readonly holidays: Holidays;
  readonly places: readonly Municipality[];
  readonly now: Date;
}

export interface OpenLike {
  readonly services: readonly Service[];
  /** Until when these are the ones. */
  readonly until: Date;
}

const most = 3;
/** So many are looked at for each worry. */
const looked = 40;
/** The search knows who is open by quarters of an hour. */
const quarterHourMs = 900_000;

/** Others for the same worries that people of the same area can turn to now, the most alike first. */
export async function findOpenLike(db: Database, who: Who, facts: Facts): Promise<OpenLike> {
  const { service, holidays, places, now } = facts;
  const municipality = municipalityOf(service);
  const ids = new Set<string>();
  for (const topic of service.topics.slice(0, 2)) {
    const asked = { topic, municipality, open: true, pageSize: looked };
    const { rows } = await searchServices(db, who, asked, now);
    for (const row of rows) if (row.open && row.id !== service.id) ids.add(row.id);
  }
  const found = await inTransaction(db, who, (tx) => listServicesByIds(tx, [...ids]));
  const area = new Set(service.areas.flatMap((code) => lineOf(code, places)));
  const openings = found
    .filter(({ kind, capacity, status }) => kind !== 'scheme' && capacity !== 'full' && status === 'active')
    .filter(({ areas }) => areas.length === 0 || areas.some((code) => area.has(code)))
    .map((each) => ({ each, opening: openingOf(sourcesOf(each.content), now, { holidays }) }))
    .filter(({ opening }) => isOpen(opening));
  const services = openings.map(({ each }) => each).toSorted(byLikeness(service));
  const quarter = new Date(Math.floor(now.getTime() / quarterHourMs + 1) * quarterHourMs);
  const changes = openings.map(({ opening }) => shownUntil(opening, now));
  return {
    services: services.slice(0, most),
    until: changes.reduce((first, each) => (each < first ? each : first), quarter),
  };
}

/** Where somebody who reads it most likely is; undefined where it is for everybody. */
function municipalityOf({ areas, content }: Service): string | undefined {
  const [location] = content.locations;
  if (areas.length === 0) return undefined;
  return location && areas.includes(location.municipality) ? location.municipality : areas[0];
}
