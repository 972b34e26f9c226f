import { randomUUID } from 'node:crypto';
import type { Typed } from '#platform/web/form.ts';
import type { ServiceContent, ServiceLocation } from '../services/content.ts';
import { narrow, type Reading, readNumber, unreadNumbers } from './values.ts';
import { filledRows, textOf } from '#platform/web/typed.ts';

const says = ['name', 'municipality', 'postalCode', 'town', 'line', 'building', 'latitude', 'transportation'];

export function readPlaces(typed: Typed, base: ServiceContent): Partial<Reading> {
  const rows = filledRows(typed, 'locations', says);
  const locations = rows.map((row) => readLocation(typed, `locations.${row}`, base.locations));
  const numbers = rows.flatMap((row) => [`locations.${row}.latitude`, `locations.${row}.longitude`]);
  return {
    content: { ...base, locations },
    rows: { locations: rows },
    unread: unreadNumbers(typed, numbers),
  };
}

function readLocation(typed: Typed, row: string, stored: readonly ServiceLocation[]): ServiceLocation {
  const text = (name: string) => textOf(typed, `${row}.${name}`);
  const before = stored.find(
    ({ serviceAtLocationId }) => serviceAtLocationId === text('serviceAtLocationId'),
  );
  const [latitude, longitude] = [readNumber(text('latitude')), readNumber(text('longitude'))];
  return {
    id: before?.id ?? randomUUID(),
    serviceAtLocationId: before?.serviceAtLocationId ?? randomUUID(),
    name: text('name'),
    municipality: text('municipality'),
    precision: (text('precision') || 'exact') as ServiceLocation['precision'],
    postalCode: narrow(text('postalCode')).replace(/[-‐−ー〒\s]/g, ''),
    town: text('town'),
    line: narrow(text('line')).replace(/[‐‑–—―−ー]/g, '-'),
    building: text('building'),
    latitude: Number.isNaN(latitude) ? null : latitude,
    longitude: Number.isNaN(longitude) ? null : longitude,
    transportation: text('transportation'),
  };
}
