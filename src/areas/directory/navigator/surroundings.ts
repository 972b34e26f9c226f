import type { Tx } from '#platform/database/database.ts';
import { listMunicipalities, type Municipality } from '../municipalities/store.ts';
import { listServicesByCodes, type Service } from '../services/store.ts';
import type { CheckedWith, EntryState } from './checks/rules.ts';
import { entriesOf } from './checks/rules.ts';
import type { Flow } from './flow.ts';

/** 大浜市東区: two cities have a 緑区, so a ward is never named without its city. */
export function placeName(place: Municipality, all: readonly Municipality[]): string {
  const city = place.kind === 'ward' ? all.find(({ code }) => code === place.parentCode) : undefined;
  return `${city?.nameJa ?? ''}${place.nameJa}`;
}

export function entryState(service: Service | undefined): EntryState {
  if (!service) return 'unknown';
  if (service.sealed) return 'sealed';
  return service.publishedAt && service.status === 'active' ? 'visible' : 'withdrawn';
}

/** What a flow is checked against: municipalities, and the entries that it names as they are now. */
export async function readSurroundings(tx: Tx, flow: Flow): Promise<CheckedWith> {
  const municipalities = await listMunicipalities(tx);
  const services = await listServicesByCodes(tx, entriesOf(flow));
  const byCode = new Map(services.map((service) => [service.code, service]));
  return {
    places: municipalities.map((place) => ({ ...place, name: placeName(place, municipalities) })),
    stateOf: (code) => entryState(byCode.get(code)),
  };
}
