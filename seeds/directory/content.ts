import { createHash } from 'node:crypto';
import { addDays } from '#platform/dates.ts';
import type { Channel, ServiceContent, ServiceLocation } from '#areas/directory/services/content.ts';
import type { DemoEntry, DemoMunicipality, DocumentNames } from './files.ts';
import { readHours } from './hours.ts';

export interface Around {
  readonly municipalities: readonly DemoMunicipality[];
  readonly documents: DocumentNames;
  /** Days in the files are counted from it. */
  readonly today: string;
}

/** What an entry of the files is in the directory. */
export function contentOf(entry: DemoEntry, around: Around): ServiceContent {
  const { code, known, kana, alt, who, ages, gender, apply, law, source, openDays } = entry;
  const idOf = (part: string, at: number) => uuidOf(`${code}/${part}/${at}`);
  const dayAt = (at: 0 | 1) => (openDays ? addDays(around.today, openDays[at]) : null);
  return {
    kind: entry.kind,
    status: entry.status,
    name: entry.name,
    nameKana: kana,
    alternateName: alt,
    summary: entry.summary,
    description: entry.description ?? nothing,
    website: '',
    email: '',
    topics: entry.topics,
    serviceTypes: entry.types,
    beneficiaries: entry.for,
    placeTypes: entry.places,
    keywords: entry.keywords,
    eligibility: { description: who ?? nothing, minimumAge: ages[0], maximumAge: ages[1], gender },
    areas: entry.areas,
    channels: entry.channels.map((channel, at) => channelOf(channel, idOf('channel', at), around.today)),
    ...(entry.hours ? { hours: hoursOf(entry.hours, around.today, entry.hoursNote) } : {}),
    languages: entry.languages.map((language, at) => ({ id: idOf('language', at), ...language })),
    costs: costsOf(entry, (at) => idOf('price', at)),
    documents: entry.documents.map((key, at) => ({
      id: idOf('document', at),
      name: documentOf(key, around.documents),
      url: '',
    })),
    application: apply ?? nothing,
    anonymous: entry.anonymous,
    accessibility: entry.access.map((feature, at) => ({ id: idOf('access', at), code: feature, note: '' })),
    locations: entry.at.map((location, at) =>
      locationOf(location, { code, at, municipalities: around.municipalities }),
    ),
    legalBasis: law,
    openFrom: dayAt(0),
    openUntil: dayAt(1),
    sourceUrl: source,
    illustrative: !known,
  };
}

const nothing = { ja: '' };

function costsOf({ free, cost, prices }: DemoEntry, idOf: (at: number) => string): ServiceContent['costs'] {
  const options = prices.map(({ option, yen, note }, at) => ({
    id: idOf(at),
    option,
    amountYen: yen,
    description: note,
  }));
  return { free, description: cost ?? nothing, options };
}

function hoursOf(text: string, today: string, note?: DemoEntry['hoursNote']) {
  return { ...readHours(text, today), ...(note ? { note } : {}) };
}

function channelOf(
  { free, label, hours, ...channel }: DemoEntry['channels'][number],
  id: string,
  today: string,
): Channel {
  return {
    ...channel,
    id,
    label: label ?? nothing,
    freeOfCharge: free ?? (!['phone', 'fax'].includes(channel.kind) || freeNumber.test(channel.value)),
    ...(hours ? { hours: hoursOf(hours, today) } : {}),
  };
}

const freeNumber = /^(0120-.*|110|119|189|#8891)$/;

function documentOf(key: string, documents: DocumentNames) {
  const found = documents[key];
  if (!found) throw new Error(`no document ${key}`);
  return found;
}

function locationOf(
  { place, way, ...location }: DemoEntry['at'][number],
  { code, at, municipalities }: { code: string; at: number; municipalities: readonly DemoMunicipality[] },
): ServiceLocation {
  const key = place ?? `${code}/location/${at}`;
  const middle = municipalities.find((each) => each.code === location.municipality)?.at;
  if (!middle) throw new Error(`no municipality ${location.municipality}`);
  const [latitude, longitude] = location.precision === 'exact' ? near(middle, key) : [null, null];
  return {
    ...location,
    id: uuidOf(key),
    serviceAtLocationId: uuidOf(`${code}/service-at-location/${at}`),
    postalCode: '',
    latitude,
    longitude,
    transportation: way,
  };
}

/** A point within some hundred metres of the middle, the same in every load. */
function near([latitude, longitude]: readonly [number, number], key: string): [number, number] {
  const hash = createHash('sha1').update(key).digest();
  const shift = (byte: number) => (hash.readUInt8(byte) / 255 - 0.5) * 0.014;
  const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
  return [round(latitude + shift(0)), round(longitude + shift(1))];
}

/** The same name gives the same UUID, in every load. */
function uuidOf(name: string): string {
  const hash = createHash('sha1').update(`demo/${name}`).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
