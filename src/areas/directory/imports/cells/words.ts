import { ok } from '#platform/result.ts';
import { findTerm, taxonomies, type TaxonomyCode } from '../../taxonomy/terms.ts';
import type { ServiceContent } from '../../services/content.ts';
import { type CellContext, type Codec, splitList, wrong } from './codec.ts';

type ListKey = 'topics' | 'serviceTypes' | 'beneficiaries' | 'placeTypes';

/**
 * Words of a taxonomy by their names or codes. A word that it does not have is kept as a keyword: files of others have
 * vocabularies of their own, and what stands in them is still searched for.
 */
function termsCodec(key: ListKey, taxonomy: TaxonomyCode): Codec {
  return {
    write: (content) => content[key].map((code) => findTerm(taxonomy, code)?.name.ja ?? code).join(';'),
    read: (content, text) => {
      const { codes, unknown } = readTerms(taxonomy, text);
      return ok({ ...withKeywords(content, unknown), [key]: codes });
    },
  };
}

export const wordCodecs = {
  topics: termsCodec('topics', 'worry'),
  serviceTypes: termsCodec('serviceTypes', 'service-type'),
  beneficiaries: termsCodec('beneficiaries', 'beneficiary'),
  placeTypes: termsCodec('placeTypes', 'place-type'),
  accessibility: {
    write: ({ accessibility }) =>
      accessibility.map(({ code }) => findTerm('accessibility', code)?.name.ja ?? code).join(';'),
    read: (content, text, { newId }) => {
      const { codes, unknown } = readTerms('accessibility', text);
      const features = codes.map(
        (code) => content.accessibility.find((each) => each.code === code) ?? { id: newId(), code, note: '' },
      );
      return ok({ ...withKeywords(content, unknown), accessibility: features });
    },
  },
  languages: {
    write: ({ languages }) =>
      languages.map(({ code }) => findTerm('language', code)?.name.ja ?? code).join(';'),
    read: (content, text, { newId }: CellContext) => {
      const { codes, unknown } = readTerms('language', text);
      if (unknown[0]) return wrong('unknown-word', { text: unknown[0] });
      const languages = codes.map(
        (code) => content.languages.find((each) => each.code === code) ?? { id: newId(), code, note: '' },
      );
      return ok({ ...content, languages });
    },
  },
  /** What an entry is stays what it is: of another kind, it is another entry. */
  kind: {
    write: ({ kind }) => kindNames[kind],
    read: (content, text) => {
      const [kind] = Object.entries(kindNames).find(([code, name]) => code === text || name === text) ?? [];
      if (!kind && text !== '') return wrong('unknown-word', { text });
      return !kind || kind === content.kind ? ok(content) : wrong('kind-differs', { text });
    },
  },
} satisfies Record<string, Codec>;

export const kindNames = {
  scheme: '支援制度',
  desk: '相談窓口',
  group: '支援団体',
  place: '居場所',
} as const;

/** Fields of need (GIF 491-1) are broader than our worries; each stands for the one that people mean by it. */
const worryOfNeed: Readonly<Record<string, string>> = {
  housing: 'housing',
  work: 'job_search',
  'medical-welfare': 'health',
  children: 'childcare',
  money: 'income',
  'other-life': 'other',
};

function readTerms(
  taxonomy: TaxonomyCode,
  text: string,
): { codes: readonly string[]; unknown: readonly string[] } {
  const codes = new Set<string>();
  const unknown: string[] = [];
  for (const word of splitList(text)) {
    const code =
      codeOf(taxonomy, word) ?? (taxonomy === 'worry' ? worryOfNeed[codeOf('need', word) ?? ''] : undefined);
    if (code) codes.add(code);
    else unknown.push(word);
  }
  return { codes: [...codes], unknown };
}

const fold = (word: string) => word.normalize('NFKC').toLowerCase().replace(/\s/g, '');

function codeOf(taxonomy: TaxonomyCode, word: string): string | undefined {
  const wanted = fold(word);
  return taxonomies[taxonomy].terms.find(({ code, name }) =>
    [code, name.ja, name.en].map(fold).includes(wanted),
  )?.code;
}

function withKeywords(content: ServiceContent, words: readonly string[]): ServiceContent {
  if (words.length === 0) return content;
  return { ...content, keywords: [...new Set([...content.keywords, ...words])].slice(0, 20) };
}
