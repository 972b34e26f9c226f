import type { z } from 'zod';
import type { ServiceContent } from '../../services/content.ts';
import {
  findTerm,
  type TaxonomyCode,
  taxonomies,
  taxonomyCodes,
  taxonomyId,
  type Term,
  termId,
} from '../../taxonomy/terms.ts';
import type { attribute, taxonomy, taxonomyTerm } from '../model/small.ts';
import { partId } from './ids.ts';

type HsdsTaxonomy = z.input<typeof taxonomy>;
type HsdsTerm = z.input<typeof taxonomyTerm>;
export type Attribute = z.input<typeof attribute>;

/** The words under which entries are filed, as taxonomies of the standard. */
export const hsdsTaxonomies: readonly HsdsTaxonomy[] = taxonomyCodes.map((code) => ({
  id: taxonomyId(code),
  name: taxonomies[code].name.ja,
  description: taxonomies[code].description.ja,
  version: '1',
  code,
  name_en: taxonomies[code].name.en,
}));

export const hsdsTerms: readonly HsdsTerm[] = taxonomyCodes.flatMap((taxonomyCode) =>
  taxonomies[taxonomyCode].terms.map((term) => hsdsTerm(taxonomyCode, term)),
);

/** Its counterparts in other taxonomies stand beside the fields of the standard. */
function hsdsTerm(taxonomyCode: TaxonomyCode, term: Term): HsdsTerm {
  return {
    id: termId(taxonomyCode, term.code),
    code: term.code,
    name: term.name.ja,
    description: term.description.ja,
    taxonomy: taxonomies[taxonomyCode].name.ja,
    taxonomy_id: taxonomyId(taxonomyCode),
    language: 'ja',
    name_en: term.name.en,
    ...(term.gravity && { gravity_sdoh: [...term.gravity] }),
    ...(term.openEligibility && { open_eligibility: [...term.openEligibility] }),
    ...(term.need && { need_term_id: termId('need', term.need) }),
  };
}

const termsById: ReadonlyMap<string, string> = new Map(
  taxonomyCodes.flatMap((taxonomyCode) =>
    taxonomies[taxonomyCode].terms.map(({ code }) => [termId(taxonomyCode, code), `${taxonomyCode}/${code}`]),
  ),
);
const taxonomiesById: ReadonlyMap<string, string> = new Map(
  taxonomyCodes.map((code) => [taxonomyId(code), code]),
);

/** What the rows of entries call a term or a taxonomy of this id (`filedUnder`); undefined for an id that is none. */
export function filedAs(id: string): string | undefined {
  return termsById.get(id) ?? taxonomiesById.get(id);
}

/** What an attribute says of a service, in words of the standard's open code list where it has some. */
const linkTypes = {
  kind: 'service_kind',
  worry: 'need',
  'service-type': 'service_type',
  beneficiary: 'intended_audience',
  'place-type': 'place_type',
} as const satisfies Partial<Record<TaxonomyCode, string>>;
type Attributed = keyof typeof linkTypes;

export function attributesOf(serviceId: string, content: ServiceContent): Attribute[] {
  const codes: Readonly<Record<Attributed, readonly string[]>> = {
    kind: [content.kind],
    worry: content.topics,
    'service-type': content.serviceTypes,
    beneficiary: content.beneficiaries,
    'place-type': content.placeTypes,
  };
  return (Object.keys(linkTypes) as Attributed[]).flatMap((taxonomyCode) =>
    codes[taxonomyCode].flatMap((code) => {
      const term = findTerm(taxonomyCode, code);
      if (!term) return [];
      return [
        attributeOf({
          linkId: serviceId,
          entity: 'service',
          taxonomyCode,
          term,
          type: linkTypes[taxonomyCode],
        }),
      ];
    }),
  );
}

export function attributeOf({
  linkId,
  entity,
  taxonomyCode,
  term,
  type,
}: {
  linkId: string;
  entity: string;
  taxonomyCode: TaxonomyCode;
  term: Term;
  type: string;
}): Attribute {
  return {
    id: partId(linkId, `attribute ${taxonomyCode}/${term.code}`),
    link_id: linkId,
    link_entity: entity,
    link_type: type,
    taxonomy_term_id: termId(taxonomyCode, term.code),
    taxonomy_term: {
      id: termId(taxonomyCode, term.code),
      code: term.code,
      name: term.name.ja,
      description: term.description.ja,
      taxonomy_id: taxonomyId(taxonomyCode),
    },
  };
}
