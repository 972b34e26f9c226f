import { z } from 'zod';
import { type ParameterTypes, parameter } from '#platform/web/query.ts';
import {
  organization,
  organizationInList,
  service,
  serviceAtLocationFull,
  serviceAtLocationInList,
  serviceInList,
  serviceMinimal,
} from './model/large.ts';
import { taxonomy, taxonomyTerm } from './model/small.ts';
import { object, uri } from './model/values.ts';

/** What the API answers to: from this list requests are read, answers are checked in tests, and the OpenAPI document is made. */
export interface Endpoint {
  /** As the standard writes it, below `/hsds`. */
  readonly at: string;
  /** The word of the standard: whether an API must have it. */
  readonly required: boolean;
  readonly summary: string;
  readonly parameters: ParameterTypes;
  readonly answer: z.ZodType;
  /** Also one object a line, all of them: what a line holds. */
  readonly lines?: z.ZodType;
}

/** Of a list; each page says where it stands. */
function pageOf(item: z.ZodType): z.ZodType {
  return object({
    total_items: z.int().min(0),
    total_pages: z.int().min(0),
    page_number: z.int().min(1),
    size: z.int().min(0),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(item),
  });
}

export const mostPerPage = 500;
export const mostPerMinimalPage = 10_000;

const paging = {
  page: parameter
    .whole(1, 1_000_000)
    .default(1)
    .describe('Number of the page, from 1. A page after the last is empty.'),
  per_page: parameter
    .whole(1, mostPerMinimalPage)
    .default(50)
    .describe(`Objects on a page: at most ${mostPerPage}, with minimal=true at most ${mostPerMinimalPage}.`),
  format: parameter
    .oneOf('json', 'ndjson')
    .default('json')
    .describe('ndjson: all objects that fit, one a line, as a stream; page and per_page do not count.'),
};
const search = parameter
  .text(200)
  .optional()
  .describe('Words that have to be found, in Japanese with its variants and synonyms. Never kept or logged.');
const filed = {
  taxonomy_term_id: parameter.id().optional().describe('Filed under this term (see /taxonomy_terms).'),
  taxonomy_id: parameter
    .id()
    .optional()
    .describe('Filed under some term of this taxonomy (see /taxonomies).'),
};
const owned = parameter.id().optional().describe('Of this organization.');
const modified = z
  .string()
  .optional()
  .transform((text, context) => {
    const moment = text === undefined ? undefined : momentOf(text);
    if (text === undefined || moment) return moment;
    context.issues.push({
      code: 'custom',
      input: text,
      message: 'must be a day (2026-11-25) or a moment (2026-11-25T09:00:00+09:00)',
    });
    return z.NEVER;
  })
  .describe(
    'Changed at or after this moment (ISO 8601). A day begins in Asia/Tokyo; a moment without an offset is UTC.',
  )
  .meta({ examples: ['2026-11-25T00:00:00Z'] });
const full = parameter.flag().default(false).describe('true: fully nested, as from …/{id}.');
const fullService = parameter
  .flag()
  .default(false)
  .describe('true: with its services fully nested; otherwise with their id, name and status.');

/** In a query a plus sign that nobody encoded arrives as a blank. */
function momentOf(text: string): Date | undefined {
  const mended = text.replace(/ (\d\d:\d\d)$/, '+$1');
  if (z.iso.date().safeParse(mended).success) return new Date(`${mended}T00:00:00+09:00`);
  if (z.iso.datetime({ offset: true }).safeParse(mended).success) return new Date(mended);
  if (z.iso.datetime({ local: true }).safeParse(mended).success) return new Date(`${mended}Z`);
  return undefined;
}

const about = object({
  version: z.string(),
  profile: uri,
  openapi_url: uri,
  description: z.string(),
  license: uri,
  publisher: object({ name: z.string(), website: uri }),
});

export const endpoints = {
  about: {
    at: '/',
    required: true,
    summary: 'About this API',
    parameters: {},
    answer: about,
  },
  services: {
    at: '/services',
    required: true,
    summary: 'Services: schemes, desks, groups and places',
    parameters: {
      search,
      ...paging,
      ...filed,
      organization_id: owned,
      modified_after: modified,
      minimal: parameter
        .flag()
        .default(false)
        .describe('true: only id and the moment of the last change, for harvesters.'),
      full,
    },
    answer: pageOf(z.union([service, serviceInList, serviceMinimal])),
    lines: z.union([service, serviceInList, serviceMinimal]),
  },
  service: {
    at: '/services/{id}',
    required: true,
    summary: 'A service, fully nested',
    parameters: {},
    answer: service,
  },
  organizations: {
    at: '/organizations',
    required: false,
    summary: 'Organizations that answer for public services',
    parameters: { search, ...paging, ...filed, full, full_service: fullService },
    answer: pageOf(z.union([organization, organizationInList])),
    lines: z.union([organization, organizationInList]),
  },
  organization: {
    at: '/organizations/{id}',
    required: false,
    summary: 'An organization, fully nested',
    parameters: { full_service: fullService },
    answer: organization,
  },
  serviceAtLocations: {
    at: '/service_at_locations',
    required: false,
    summary: 'Services at each of their places',
    parameters: {
      search,
      ...paging,
      ...filed,
      organization_id: owned,
      modified_after: modified,
      full,
      postcode: z
        .string()
        .regex(/^\d{3}-?\d{4}$/, { error: () => 'must be a postal code of seven digits' })
        .optional()
        .describe('Around the places of the directory that have this postal code, or one that begins alike.'),
      latitude: parameter
        .number(-90, 90)
        .optional()
        .describe('With longitude, instead of a postcode (WGS84).'),
      longitude: parameter.number(-180, 180).optional().describe('With latitude.'),
      proximity: parameter
        .whole(1, 100_000)
        .default(5000)
        .describe(
          'Metres around the postcode or the point. Places known roughly count as in the middle of their municipality.',
        ),
    },
    answer: pageOf(z.union([serviceAtLocationFull, serviceAtLocationInList])),
    lines: z.union([serviceAtLocationFull, serviceAtLocationInList]),
  },
  serviceAtLocation: {
    at: '/service_at_locations/{id}',
    required: false,
    summary: 'A service at one of its places, fully nested',
    parameters: {},
    answer: serviceAtLocationFull,
  },
  taxonomies: {
    at: '/taxonomies',
    required: false,
    summary: 'Taxonomies under whose terms services are filed',
    parameters: { search, ...paging },
    answer: pageOf(taxonomy),
    lines: taxonomy,
  },
  taxonomy: {
    at: '/taxonomies/{id}',
    required: false,
    summary: 'A taxonomy',
    parameters: {},
    answer: taxonomy,
  },
  taxonomyTerms: {
    at: '/taxonomy_terms',
    required: false,
    summary: 'Terms of the taxonomies',
    parameters: {
      search,
      ...paging,
      taxonomy_id: filed.taxonomy_id,
      top_only: parameter
        .flag()
        .default(false)
        .describe('true: only terms without a parent. Ours have none.'),
      parent_id: parameter.id().optional().describe('Terms with this parent.'),
    },
    answer: pageOf(taxonomyTerm),
    lines: taxonomyTerm,
  },
  taxonomyTerm: {
    at: '/taxonomy_terms/{id}',
    required: false,
    summary: 'A term of a taxonomy',
    parameters: {},
    answer: taxonomyTerm,
  },
} as const satisfies Record<string, Endpoint>;
