import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ServiceContent } from '../../services/content.ts';
import { capacityStates, serviceKinds, serviceStatuses } from '../../services/content.ts';
import { exampleChannel, exampleContent, exampleLocation } from '../../services/fixtures.ts';
import { channelKinds } from '../../hours/hours.ts';
import { taxonomies } from '../../taxonomy/terms.ts';
import { everythingContent } from '../fixtures.ts';
import { service, serviceInList } from '../model/large.ts';
import { placesOf } from './places.ts';
import { type Entry, serviceInListOf, serviceOf } from './service.ts';

const around = { places: placesOf([]), today: '2026-11-25' };
const entryOf = (content: ServiceContent, fields: Partial<Entry> = {}): Entry => ({
  id: '4f9f3d52-7a3c-4b0e-9f43-1c2d3e4f5a6b',
  organisationId: '4f9f3d52-7a3c-4b0e-9f43-1c2d3e4f5a6c',
  content,
  verifiedOn: null,
  reviewOn: null,
  capacity: null,
  capacityNote: '',
  capacityAt: null,
  updatedAt: new Date('2026-11-25T00:00:00.123Z'),
  ...fields,
});
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const text = fc.string({ unit: 'binary', maxLength: 20 });
const translated = fc.record({ ja: text, en: text }, { requiredKeys: ['ja'] });
const id = fc.uuid();
const codesOf = (taxonomy: keyof typeof taxonomies) =>
  fc.uniqueArray(fc.constantFrom('nonsense', ...taxonomies[taxonomy].terms.map(({ code }) => code)), {
    maxLength: 4,
  });

/** Entries with everything and with nothing, and with text and addresses that nobody would believe. */
const contents: fc.Arbitrary<ServiceContent> = fc.record({
  kind: fc.constantFrom(...serviceKinds),
  status: fc.constantFrom(...serviceStatuses),
  name: translated,
  nameKana: text,
  alternateName: text,
  summary: translated,
  description: translated,
  website: fc.oneof(
    text,
    fc.webUrl(),
    text.map((path) => `https://日本.example.jp/${path}`),
  ),
  email: fc.oneof(text, fc.emailAddress()),
  topics: codesOf('worry'),
  serviceTypes: codesOf('service-type'),
  beneficiaries: codesOf('beneficiary'),
  placeTypes: codesOf('place-type'),
  keywords: fc.array(text, { maxLength: 3 }),
  eligibility: fc.record({
    description: translated,
    minimumAge: fc.option(fc.nat(120)),
    maximumAge: fc.option(fc.nat(120)),
    gender: fc.constantFrom('any', 'women', 'men'),
  }),
  areas: fc.array(fc.constantFrom('14100', '99999'), { maxLength: 2 }),
  channels: fc.array(
    fc.record({
      id,
      kind: fc.constantFrom(...channelKinds),
      value: fc.oneof(text, fc.webUrl(), fc.emailAddress()),
      label: translated,
      freeOfCharge: fc.boolean(),
      languages: codesOf('language'),
    }),
    { maxLength: 4 },
  ),
  languages: fc.array(fc.record({ id, code: fc.constantFrom('ja', 'ja-simple', 'xx'), note: text }), {
    maxLength: 3,
  }),
  costs: fc.record({
    free: fc.boolean(),
    description: translated,
    options: fc.array(fc.record({ id, option: text, amountYen: fc.option(fc.nat()), description: text }), {
      maxLength: 2,
    }),
  }),
  documents: fc.array(fc.record({ id, name: translated, url: text }), { maxLength: 2 }),
  application: translated,
  anonymous: fc.boolean(),
  accessibility: fc.array(fc.record({ id, code: fc.constantFrom('wheelchair', 'nonsense'), note: text }), {
    maxLength: 2,
  }),
  locations: fc.array(
    fc.record({
      id,
      serviceAtLocationId: id,
      name: text,
      municipality: fc.constantFrom('14100', '99999'),
      precision: fc.constantFrom('exact', 'town', 'municipality'),
      postalCode: text,
      town: text,
      line: text,
      building: text,
      latitude: fc.option(fc.double({ min: 20, max: 46, noNaN: true })),
      longitude: fc.option(fc.double({ min: 122, max: 154, noNaN: true })),
      transportation: text,
    }),
    { maxLength: 3 },
  ),
  legalBasis: text,
  openFrom: fc.constantFrom(null, '2026-04-01'),
  openUntil: fc.constantFrom(null, '2027-03-31'),
  sourceUrl: text,
  illustrative: fc.boolean(),
});

test('whatever an entry says, it is valid, and nothing is null', () => {
  fc.assert(
    fc.property(contents, fc.constantFrom(null, ...capacityStates), (content, capacity) => {
      const entry = entryOf(content, { capacity, capacityAt: capacity && new Date('2026-11-25T00:00:00Z') });
      const [full, list] = [sent(serviceOf(entry, around)), sent(serviceInListOf(entry))];
      expect(service.safeParse(full).error?.issues).toBeUndefined();
      expect(serviceInList.safeParse(list).error?.issues).toBeUndefined();
      expect(JSON.stringify(full)).not.toMatch(/:null[,}\]]/);
    }),
    { numRuns: 300 },
  );
});

test('the same entry has the same ids on every day, and no id twice', () => {
  const entry = entryOf(everythingContent());
  const idsOf = (today: string) => {
    const ids: string[] = [];
    JSON.stringify(serviceOf(entry, { ...around, today }), (key, value: unknown) => {
      if (key === 'id') ids.push(String(value));
      return key === 'taxonomy_term' ? undefined : value;
    });
    return ids;
  };
  const today = idsOf('2026-11-25');
  expect(idsOf('2026-11-26')).toEqual(today);
  expect(today.filter((each, at) => today.indexOf(each) !== at)).toEqual([]);
});

test('a form, a chat and a LINE page are addresses, a LINE name is a contact, a letter is neither', () => {
  const content = exampleContent({
    channels: [
      exampleChannel({ kind: 'form', value: 'https://example.jp/フォーム', label: { ja: '' } }),
      exampleChannel({ kind: 'line', value: 'https://line.me/R/ti/p/mihon', label: { ja: '相談LINE' } }),
      exampleChannel({ kind: 'line', value: 'mihon_soudan' }),
      exampleChannel({ kind: 'post', value: '' }),
    ],
  });
  const { additional_urls, contacts, phones } = serviceOf(entryOf(content), around);
  expect(additional_urls).toMatchObject([
    { label: '問い合わせフォーム', url: 'https://example.jp/%E3%83%95%E3%82%A9%E3%83%BC%E3%83%A0' },
    { label: '相談LINE' },
  ]);
  expect(contacts).toMatchObject([{ name: 'LINE', line_id: 'mihon_soudan' }]);
  expect(phones).toEqual([]);
});

test('a place that is only roughly known gives nothing away', () => {
  const content = exampleContent({
    locations: [exampleLocation({ precision: 'town', line: '', latitude: null, longitude: null })],
  });
  const [place] = serviceOf(entryOf(content), around).service_at_locations ?? [];
  expect(place?.location).toMatchObject({
    description: '所在地は町名までを公開しています。',
    latitude: undefined,
  });
  expect(place?.location?.addresses?.[0]?.address_1).toBe('本町');
});
