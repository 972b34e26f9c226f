import type { ServiceContent } from '../../services/content.ts';
import { aboutOf } from '../about.ts';
import type { endpoints } from '../endpoints.ts';
import { jsonOf, pageOf } from '../json.ts';
import { serviceAtLocationOf } from '../make/locations.ts';
import { identifiersOf, organizationInListOf, type Provider } from '../make/organization.ts';
import { placesOf } from '../make/places.ts';
import { type Entry, serviceInListOf, serviceOf } from '../make/service.ts';
import { hsdsTaxonomies, hsdsTerms } from '../make/terms.ts';

/** An invented desk of an invented town, made by the same code as everything else. */
const provider: Provider = {
  id: '2b7c9a52-31f7-4f0e-8d58-0a4c1b6d7e01',
  kind: 'municipality',
  nameJa: '見本町',
  nameEn: 'Mihon Town',
  localGovernmentCode: null,
  descriptionJa: '',
  website: 'https://mihon.example.jp/',
  legalNumber: '',
};

const content: ServiceContent = {
  kind: 'desk',
  status: 'active',
  name: { ja: '見本町くらしの相談窓口', en: 'Mihon Town life support desk' },
  nameKana: 'ミホンマチクラシノソウダンマドグチ',
  alternateName: '',
  summary: { ja: 'お金や住まいの困りごとを一緒に考えます。' },
  description: { ja: '予約はいりません。家族からの相談も受けます。' },
  website: 'https://mihon.example.jp/相談',
  email: '',
  topics: ['income'],
  serviceTypes: ['consultation'],
  beneficiaries: [],
  placeTypes: [],
  keywords: [],
  eligibility: {
    description: { ja: '見本町に住んでいる方' },
    minimumAge: null,
    maximumAge: null,
    gender: 'any',
  },
  areas: [],
  channels: [
    {
      id: '2b7c9a52-31f7-4f0e-8d58-0a4c1b6d7e02',
      kind: 'phone',
      value: '0120-000-001',
      label: { ja: '' },
      freeOfCharge: true,
      languages: [],
    },
  ],
  hours: {
    rules: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
    publicHolidays: 'closed',
    closures: [],
    exceptions: [],
  },
  languages: [],
  costs: { free: true, description: { ja: '' }, options: [] },
  documents: [],
  application: { ja: '電話するか、直接来てください。' },
  anonymous: true,
  accessibility: [],
  locations: [
    {
      id: '2b7c9a52-31f7-4f0e-8d58-0a4c1b6d7e03',
      serviceAtLocationId: '2b7c9a52-31f7-4f0e-8d58-0a4c1b6d7e04',
      name: '見本町役場',
      municipality: '99301',
      precision: 'exact',
      postalCode: '0000001',
      town: '本町',
      line: '1-1',
      building: '',
      latitude: 35.5,
      longitude: 139.5,
      transportation: '',
    },
  ],
  legalBasis: '',
  openFrom: null,
  openUntil: null,
  sourceUrl: '',
  illustrative: true,
};

const entry: Entry = {
  id: '2b7c9a52-31f7-4f0e-8d58-0a4c1b6d7e05',
  organisationId: provider.id,
  content,
  verifiedOn: '2026-11-01',
  reviewOn: '2027-05-01',
  capacity: 'accepting',
  capacityNote: '',
  capacityAt: new Date('2026-11-01T00:00:00Z'),
  updatedAt: new Date('2026-11-01T00:00:00Z'),
};
const around = { places: placesOf([]), today: '2026-11-25' };

const organization = organizationInListOf(provider);
const listed = { ...serviceInListOf(entry), organization };
const service = { ...serviceOf(entry, around), organization };
const nested = {
  ...organization,
  organization_identifiers: identifiersOf(provider),
  services: [{ id: entry.id, name: content.name.ja, status: content.status }],
};
const [at] = content.locations.map((place) => ({
  ...serviceAtLocationOf(place, entry, around.places),
  service,
}));

const page = (item: unknown): unknown =>
  JSON.parse(pageOf([[jsonOf(item)]], { total: 1, page: 1, perPage: 50 }).toString('utf8'));

const examples: Readonly<Record<Exclude<keyof typeof endpoints, 'about'>, unknown>> = {
  services: page(listed),
  service,
  organizations: page(organization),
  organization: nested,
  serviceAtLocations: page(at),
  serviceAtLocation: at,
  taxonomies: page(hsdsTaxonomies[0]),
  taxonomy: hsdsTaxonomies[0],
  taxonomyTerms: page(hsdsTerms[0]),
  taxonomyTerm: hsdsTerms[0],
};

/** What an endpoint might answer, as JSON has it. */
export function exampleOf(name: keyof typeof endpoints, publicUrl: string): unknown {
  const example = name === 'about' ? aboutOf({ publicUrl, operator: '見本県' }) : examples[name];
  return JSON.parse(JSON.stringify(example));
}
