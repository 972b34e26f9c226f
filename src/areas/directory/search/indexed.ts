import type { ServiceContent } from '../services/content.ts';
import type { Translated } from '../hours/hours.ts';
import { fold } from './folding.ts';
import { inTier, propertyToken, spaced, textTokens, tierOf, tieOf } from './tokens.ts';
import { conceptsIn } from './vocabulary/matching.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** What of an entry is indexed. */
export interface Indexable {
  readonly id: string;
  readonly content: ServiceContent;
  readonly organisationNames: readonly string[];
}

/** Longer descriptions are searched by their beginning. */
const descriptionLetters = 400;

/** The columns of a search entry that follow from the content of the entry and the vocabulary. */
export function indexed(entry: Indexable, vocabulary: Vocabulary) {
  const { tokens, ...columns } = described(entry, vocabulary);
  const tie = tieOf(entry.id);
  return { ...columns, tie, tokens: tokens.map((token) => inTier(token, tierOf(tie))) };
}

/** The same for an entry of whatever id: its tokens belong to no tier yet. */
export function described({ content, organisationNames }: Omit<Indexable, 'id'>, vocabulary: Vocabulary) {
  const located = [...new Set(content.locations.map(({ municipality }) => municipality))];
  const names = lines([...inAll(content.name), content.nameKana, content.alternateName]);
  const short = lines([...inAll(content.summary), ...content.keywords, ...organisationNames]);
  const long = lines([
    ...inAll(content.description).map((text) => text.slice(0, descriptionLetters)),
    ...inAll(content.eligibility.description),
    ...content.locations.flatMap(({ name, town }) => [name, town]),
    ...[...content.areas, ...located]
      .flatMap((code) => vocabulary.places.get(code) ?? [])
      .flatMap(({ nameJa, nameKana, nameEn }) => [nameJa, nameKana, nameEn]),
  ]);
  const body = [names, short, long].join('\n');
  const concepts = conceptsIn(vocabulary, body);
  const languages = [...new Set(['ja', ...content.languages.map(({ code }) => code)])];
  const tokens = new Set([
    ...properties(content, { located, languages, concepts }, vocabulary),
    ...textTokens(`${names}\n${short}`, { single: true }),
    ...textTokens(long, { single: false }),
  ]);
  return {
    kind: content.kind,
    topics: [...content.topics],
    languages,
    areas: [...content.areas],
    located,
    concepts: [...concepts],
    name: stored(names),
    body: stored(body),
    tokens: [...tokens],
    madeWith: vocabulary.version,
  };
}

function properties(
  content: ServiceContent,
  found: { located: readonly string[]; languages: readonly string[]; concepts: readonly string[] },
  vocabulary: Vocabulary,
): readonly number[] {
  const parentsOf = (codes: readonly string[]) =>
    codes.flatMap((code) => vocabulary.places.get(code)?.parentCode ?? []);
  const all = (property: Parameters<typeof propertyToken>[0], values: readonly string[]) =>
    values.map((value) => propertyToken(property, value));
  return [
    ...all('any', ['']),
    ...all('kind', [content.kind]),
    ...all('topic', content.topics),
    ...all('language', found.languages),
    ...all('concept', found.concepts),
    ...all('area', content.areas.length > 0 ? content.areas : ['']),
    ...all('part', parentsOf([...content.areas, ...found.located])),
    ...all('place', content.kind === 'place' ? found.located : []),
  ];
}

function inAll(text: Translated): readonly string[] {
  return Object.values(text).filter((value) => value !== undefined);
}

/** Folded, each once, one a line. */
function lines(texts: readonly string[]): string {
  return [...new Set(texts.map(fold))].filter(Boolean).join('\n');
}

function stored(folded: string): string {
  return folded.split('\n').map(spaced).join('\n');
}
