import type { Typed } from '#platform/web/form.ts';
import type { Part } from '../descriptions/parts.ts';
import type { ServiceContent, ServiceKind, ServiceStatus } from '../services/content.ts';
import { readAccess } from './read-access.ts';
import { readApplying } from './read-applying.ts';
import { readContact } from './read-contact.ts';
import { readHoursPart } from './read-hours.ts';
import { readPlaces } from './read-places.ts';
import { isTicked, listOf, textOf } from '#platform/web/typed.ts';
import { narrow, type Reading, readNumber, readTranslated, unreadNumbers } from './values.ts';

type Reader = (typed: Typed, base: ServiceContent) => Partial<Reading>;

const readers: Readonly<Record<Part, Reader>> = {
  basics: readBasics,
  audience: readAudience,
  contact: readContact,
  hours: readHoursPart,
  places: readPlaces,
  applying: readApplying,
  access: readAccess,
};

/** Of a form that shows one part, everything else stays as it was. */
export function readPart(part: Part, typed: Typed, base: ServiceContent): Reading {
  return { content: base, rows: {}, unread: [], ...readers[part](typed, base) };
}

function readBasics(typed: Typed, base: ServiceContent): Partial<Reading> {
  const content: ServiceContent = {
    ...base,
    kind: (textOf(typed, 'kind') || base.kind) as ServiceKind,
    status: (textOf(typed, 'status') || base.status) as ServiceStatus,
    name: readTranslated(typed, 'name', base.name),
    nameKana: textOf(typed, 'nameKana'),
    alternateName: textOf(typed, 'alternateName'),
    summary: readTranslated(typed, 'summary', base.summary),
    description: readTranslated(typed, 'description', base.description),
    topics: listOf(typed, 'topics'),
    serviceTypes: listOf(typed, 'serviceTypes'),
    placeTypes: listOf(typed, 'placeTypes'),
    keywords: textOf(typed, 'keywords')
      .split(/[、,，;；\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
    website: narrow(textOf(typed, 'website')),
    email: narrow(textOf(typed, 'email')),
    legalBasis: textOf(typed, 'legalBasis'),
    openFrom: 'openFrom' in typed ? textOf(typed, 'openFrom') || null : base.openFrom,
    openUntil: 'openUntil' in typed ? textOf(typed, 'openUntil') || null : base.openUntil,
    sourceUrl: narrow(textOf(typed, 'sourceUrl')),
    illustrative: isTicked(typed, 'illustrative'),
  };
  return { content };
}

function readAudience(typed: Typed, base: ServiceContent): Partial<Reading> {
  const age = (name: string) => readNumber(textOf(typed, name));
  const names = ['eligibility.minimumAge', 'eligibility.maximumAge'] as const;
  const content: ServiceContent = {
    ...base,
    beneficiaries: listOf(typed, 'beneficiaries'),
    eligibility: {
      description: readTranslated(typed, 'eligibility.description', base.eligibility.description),
      minimumAge: age(names[0]),
      maximumAge: age(names[1]),
      gender: (textOf(typed, 'eligibility.gender') || 'any') as ServiceContent['eligibility']['gender'],
    },
    areas: listOf(typed, 'areas'),
    anonymous: isTicked(typed, 'anonymous'),
  };
  return { content, unread: unreadNumbers(typed, names) };
}
