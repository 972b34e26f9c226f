import type { z } from 'zod';
import type { ServiceContent, ServiceLocation } from '../../services/content.ts';
import { findTerm } from '../../taxonomy/terms.ts';
import type { location, locationInList, serviceAtLocation } from '../model/large.ts';
import type { accessibility } from '../model/small.ts';
import { partId } from './ids.ts';
import { cityOf, type Places } from './places.ts';
import { attributeOf } from './terms.ts';

type LocationInList = z.input<typeof locationInList>;

export function locationInListOf(place: ServiceLocation, places: Places): LocationInList {
  const code = places.byCode.get(place.municipality)?.code6;
  return {
    id: place.id,
    location_type: 'physical',
    name: place.name || undefined,
    description: precisionNotes[place.precision],
    transportation: place.transportation || undefined,
    latitude: place.latitude ?? undefined,
    longitude: place.longitude ?? undefined,
    external_identifier: code,
    external_identifier_type: code && '全国地方公共団体コード',
  };
}

const precisionNotes = {
  exact: undefined,
  town: '所在地は町名までを公開しています。',
  municipality: '所在地は市区町村までを公開しています。',
} as const;

export function locationOf(
  place: ServiceLocation,
  content: ServiceContent,
  places: Places,
): z.input<typeof location> {
  return {
    ...locationInListOf(place, places),
    addresses: [
      {
        id: partId(place.id, 'address'),
        // Empty where it is not public, or not known: the standard asks for the keys.
        address_1: `${place.town}${place.line}`,
        address_2: place.building || undefined,
        city: cityOf(places, place.municipality),
        state_province: places.prefecture,
        postal_code: place.postalCode,
        country: 'JP',
        address_type: 'physical',
      },
    ],
    accessibility: accessibilityOf(place, content),
  };
}

/** What an entry says of its access holds wherever it is; each place has it under an id of its own. */
function accessibilityOf(place: ServiceLocation, content: ServiceContent): z.input<typeof accessibility>[] {
  return content.accessibility.flatMap(({ id, code, note }) => {
    const term = findTerm('accessibility', code);
    if (!term) return [];
    const ownId = partId(place.id, `accessibility ${id}`);
    return [
      {
        id: ownId,
        description: term.name.ja,
        details: note || undefined,
        attributes: [
          attributeOf({
            linkId: ownId,
            entity: 'accessibility',
            taxonomyCode: 'accessibility',
            term,
            type: 'accessibility',
          }),
        ],
      },
    ];
  });
}

export function serviceAtLocationOf(
  place: ServiceLocation,
  { id: serviceId, content }: { id: string; content: ServiceContent },
  places: Places,
): z.input<typeof serviceAtLocation> {
  return {
    id: place.serviceAtLocationId,
    service_id: serviceId,
    location_id: place.id,
    location: locationOf(place, content, places),
  };
}
