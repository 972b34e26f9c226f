import { createHash } from 'node:crypto';
import type { Lang, Text } from '#platform/i18n.ts';
import type { ServiceContent } from '../services/content.ts';
import { accessibilityTerms, languageTerms, placeTypeTerms } from './features.ts';
import { beneficiaryTerms, needTerms, serviceTypeTerms } from './government.ts';
import { kindTerms } from './kinds.ts';
import type { Term } from './term.ts';
import { worryTerms } from './worries.ts';

export { languageTerms } from './features.ts';
export type { Term } from './term.ts';
export { worryTerms } from './worries.ts';

export const taxonomyCodes = [
  'kind',
  'worry',
  'need',
  'service-type',
  'beneficiary',
  'place-type',
  'accessibility',
  'language',
] as const;
export type TaxonomyCode = (typeof taxonomyCodes)[number];

export interface Taxonomy {
  readonly name: Text;
  readonly description: Text;
  readonly terms: readonly Term[];
}

export const taxonomies: Readonly<Record<TaxonomyCode, Taxonomy>> = {
  kind: {
    name: { ja: '情報の種類', en: 'Kinds of entries' },
    description: { ja: '支援制度、相談窓口、支援団体、居場所', en: 'Schemes, desks, groups and places' },
    terms: kindTerms,
  },
  worry: {
    name: { ja: '困りごと', en: 'Worries' },
    description: {
      ja: '自立相談支援の相談受付・申込票にある16の困りごと',
      en: 'The sixteen worries of the national intake form of the support desks',
    },
    terms: worryTerms,
  },
  need: {
    name: { ja: 'お困りごとの分野', en: 'Fields of need' },
    description: {
      ja: '政府相互運用性フレームワーク（GIF 491-1）のお困りごと',
      en: 'お困りごと of the Government Interoperability Framework (GIF 491-1)',
    },
    terms: needTerms,
  },
  'service-type': {
    name: { ja: 'サービス種別', en: 'Kinds of service' },
    description: {
      ja: '政府相互運用性フレームワーク（GIF 491-1）のサービス種別',
      en: 'サービス種別 of the Government Interoperability Framework (GIF 491-1)',
    },
    terms: serviceTypeTerms,
  },
  beneficiary: {
    name: { ja: '受益者', en: 'For whom' },
    description: {
      ja: '政府相互運用性フレームワーク（GIF 491-1）の受益者',
      en: '受益者 of the Government Interoperability Framework (GIF 491-1)',
    },
    terms: beneficiaryTerms,
  },
  'place-type': {
    name: { ja: '居場所の種類', en: 'Kinds of places' },
    description: { ja: '子ども食堂、学習支援などの居場所の種類', en: 'What kind of place to be it is' },
    terms: placeTypeTerms,
  },
  accessibility: {
    name: { ja: 'アクセシビリティ', en: 'Accessibility' },
    description: {
      ja: '政府相互運用性フレームワーク（GIF 436）の項目',
      en: 'Features of the Government Interoperability Framework (GIF 436)',
    },
    terms: accessibilityTerms,
  },
  language: {
    name: { ja: '言語', en: 'Languages' },
    description: { ja: '対応する言語', en: 'Languages in which help is offered' },
    terms: languageTerms,
  },
};

export function findTerm(taxonomy: TaxonomyCode, code: string): Term | undefined {
  return byCode[taxonomy].get(code);
}

/** The name of a term; of an unknown code, the code itself. */
export function termName(lang: Lang, taxonomy: TaxonomyCode, code: string): string {
  return findTerm(taxonomy, code)?.name[lang] ?? code;
}

/** Its UUID, the same in every installation and every year. */
export function termId(taxonomy: TaxonomyCode, code: string): string {
  return uuidOf(`${taxonomy}/${code}`);
}

export function taxonomyId(taxonomy: TaxonomyCode): string {
  return uuidOf(taxonomy);
}

const index = (code: TaxonomyCode): ReadonlyMap<string, Term> =>
  new Map(taxonomies[code].terms.map((term) => [term.code, term]));

const byCode: Readonly<Record<TaxonomyCode, ReadonlyMap<string, Term>>> = {
  kind: index('kind'),
  worry: index('worry'),
  need: index('need'),
  'service-type': index('service-type'),
  beneficiary: index('beneficiary'),
  'place-type': index('place-type'),
  accessibility: index('accessibility'),
  language: index('language'),
};

/** Codes that an entry may carry. */
export const knownCodes = {
  topics: new Set(byCode.worry.keys()),
  serviceTypes: new Set(byCode['service-type'].keys()),
  beneficiaries: new Set(byCode.beneficiary.keys()),
  placeTypes: new Set(byCode['place-type'].keys()),
  accessibility: new Set(byCode.accessibility.keys()),
  languages: new Set(byCode.language.keys()),
} as const;

/** Everything an entry is filed under, and each taxonomy that it uses: `worry`, `worry/debt`. What filters ask for. */
export function filedUnder(content: ServiceContent): string[] {
  const codes: Readonly<Record<TaxonomyCode, readonly string[]>> = {
    kind: [content.kind],
    worry: content.topics,
    need: content.topics.flatMap((topic) => findTerm('worry', topic)?.need ?? []),
    'service-type': content.serviceTypes,
    beneficiary: content.beneficiaries,
    'place-type': content.placeTypes,
    accessibility: content.accessibility.map(({ code }) => code),
    language: content.languages.map(({ code }) => code),
  };
  return taxonomyCodes.flatMap((taxonomy) =>
    codes[taxonomy].length === 0
      ? []
      : [taxonomy, ...new Set(codes[taxonomy].map((code) => `${taxonomy}/${code}`))],
  );
}

/** Names in this space never change: the ids are given out. */
const namespace = Buffer.from('5b2c1e3f8a744d0e9c61d7f0a3b58e24', 'hex');

/** RFC 9562 UUID of version 5. */
function uuidOf(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
