import type { ServiceContent } from '../services/content.ts';

export const parts = ['basics', 'audience', 'contact', 'hours', 'places', 'applying', 'access'] as const;
export type Part = (typeof parts)[number];
type Field = keyof ServiceContent;

/** Each field of a content is edited in one part. */
export const fieldsOfPart = {
  basics: [
    'kind',
    'status',
    'name',
    'nameKana',
    'alternateName',
    'summary',
    'description',
    'topics',
    'serviceTypes',
    'placeTypes',
    'keywords',
    'website',
    'email',
    'legalBasis',
    'openFrom',
    'openUntil',
    'sourceUrl',
    'illustrative',
  ],
  audience: ['beneficiaries', 'eligibility', 'areas', 'anonymous'],
  contact: ['channels'],
  hours: ['hours'],
  places: ['locations'],
  applying: ['application', 'costs', 'documents'],
  access: ['languages', 'accessibility'],
} as const satisfies Record<Part, readonly Field[]>;

/** `channels.0.value` is edited under «ways of contact». Hours of a way of contact are edited with the hours. */
export function partOf(field: string): Part {
  if (/^channels\.\d+\.hours/.test(field)) return 'hours';
  const [first] = field.split('.');
  return parts.find((part) => (fieldsOfPart[part] as readonly string[]).includes(first ?? '')) ?? 'basics';
}
