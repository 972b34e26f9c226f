import type { ServiceContent, ServiceKind } from './content.ts';

/** An entry about which nothing is known yet. */
export function emptyContent(kind: ServiceKind): ServiceContent {
  return {
    kind,
    status: 'active',
    name: { ja: '' },
    nameKana: '',
    alternateName: '',
    summary: { ja: '' },
    description: { ja: '' },
    website: '',
    email: '',
    topics: [],
    serviceTypes: [],
    beneficiaries: [],
    placeTypes: [],
    keywords: [],
    eligibility: { description: { ja: '' }, minimumAge: null, maximumAge: null, gender: 'any' },
    areas: [],
    channels: [],
    languages: [],
    costs: { free: true, description: { ja: '' }, options: [] },
    documents: [],
    application: { ja: '' },
    anonymous: false,
    accessibility: [],
    locations: [],
    legalBasis: '',
    openFrom: null,
    openUntil: null,
    sourceUrl: '',
    illustrative: false,
  };
}
