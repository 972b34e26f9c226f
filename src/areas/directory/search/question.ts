import { distanceKm } from '../municipalities/rules.ts';
import { weightList } from './ranking.ts';
import {
  inTier,
  patternFor,
  propertyToken,
  segmentsOf,
  tierCount,
  type Tiers,
  tiersOf,
  tokensOfSegment,
} from './tokens.ts';
import type { Need, Understanding } from './understand.ts';
import type { Place } from './vocabulary/places.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** What a person may narrow a search by. */
export interface Filters {
  readonly kind?: string | undefined;
  readonly topic?: string | undefined;
  readonly language?: string | undefined;
  /** What is open now comes first. */
  readonly open?: boolean | undefined;
}

/** A search as `search_page` of guards.sql takes it. */
export interface Question {
  readonly whole: Tiers;
  readonly wholeWords: readonly string[];
  readonly every: Tiers;
  readonly everyWords: readonly string[];
  readonly some: readonly [Tiers, Tiers, Tiers];
  readonly area: Tiers;
  readonly literals: readonly string[];
  readonly needs: readonly [readonly string[], readonly string[], readonly string[]];
  readonly topics: readonly string[];
  readonly here: readonly string[];
  readonly serving: readonly string[];
  /** The nearest first. */
  readonly near: readonly { readonly code: string; readonly km: number }[];
  readonly weights: readonly number[];
}

/** Of two worries an entry has to help with both, or with one of them. */
export type Joined = 'all' | 'any';

export function questionOf(
  understood: Understanding,
  {
    topic,
    municipalities,
    joined,
    vocabulary,
  }: {
    topic?: string | undefined;
    /** Where the person is; several when they named one of several. */
    municipalities: readonly string[];
    joined: Joined;
    vocabulary: Vocabulary;
  },
): Question {
  const known = understood.needs.filter(isKnown);
  const unknown = understood.needs.filter((need) => !isKnown(need));
  const groups = known.slice(0, 3).map((need) => tokensOf(need, vocabulary));
  const literal = joined === 'any' && groups.length > 0 ? [] : unknown;
  const segments = literal.flatMap(({ text }) => segmentsOf(text));
  const every = sparse(segments.flatMap(tokensOfSegment));
  const some = joined === 'any' && groups.length > 0 ? [groups.flat()] : groups;
  const area = areaOf(municipalities, vocabulary);
  const somewhere = area.tokens.length > 0 ? area.tokens : [propertyToken('any', '')];
  // An absent condition repeats one that is there: it costs nothing and keeps the plan the same.
  const [first = every.length > 0 ? every.slice(0, 1) : somewhere, second = first, third = first] = some;
  const ofFirst = tiersOf(first);
  const texts = understood.needs.map(({ text }) => text).filter(Boolean);
  return {
    whole: tiersOf(sparse(understood.whole.flatMap(tokensOfSegment))),
    wholeWords: understood.whole.map(patternFor),
    every: tiersOf(every),
    everyWords: segments.map(patternFor),
    some: [ofFirst, second === first ? ofFirst : tiersOf(second), third === first ? ofFirst : tiersOf(third)],
    area: first === somewhere ? ofFirst : tiersOf(somewhere),
    literals: (texts.length > 0 ? texts : understood.whole).map(patternFor),
    needs: [known[0]?.codes ?? [], known[1]?.codes ?? [], known[2]?.codes ?? []],
    topics: [...understood.topics, ...(topic ? [topic] : [])],
    here: area.here,
    serving: area.serving,
    near: area.near,
    weights: weightList,
  };
}

/** Some tokens leave few entries, whose letters are then read; each more is another list to go through. */
const mostTokens = 5;

/** The first, the last and some evenly between. */
function sparse(tokens: readonly number[]): readonly number[] {
  const different = [...new Set(tokens)];
  if (different.length <= mostTokens) return different;
  const step = (different.length - 1) / (mostTokens - 1);
  return Array.from({ length: mostTokens }, (_, at) => different[Math.round(at * step)] as number);
}

/** The same question where only what fits the filters is read. */
export function narrowed(question: Question, { kind, topic, language }: Filters): Question {
  const tokens = [
    ...(kind ? [propertyToken('kind', kind)] : []),
    ...(topic ? [propertyToken('topic', topic)] : []),
    ...(language ? [propertyToken('language', language)] : []),
  ];
  const joinedTo = (tiers: Tiers) =>
    Array.from({ length: tierCount }, (_, tier) => [
      ...(tiers[tier] ?? []),
      ...tokens.map((token) => inTier(token, tier)),
    ]);
  return {
    ...question,
    whole: question.whole.length > 0 ? joinedTo(question.whole) : [],
    every: joinedTo(question.every),
  };
}

function isKnown({ codes, lang }: Need): boolean {
  return codes.length > 0 || lang !== undefined;
}

/** What an entry that answers a need has one of: a word of its group, or its worry. */
function tokensOf({ codes, lang }: Need, vocabulary: Vocabulary): readonly number[] {
  if (lang !== undefined) return [propertyToken('language', lang)];
  const topics = codes.flatMap((code) => vocabulary.groups.get(code)?.topics.slice(0, 1) ?? []);
  return [
    ...codes.map((code) => propertyToken('concept', code)),
    // 「その他」 says nothing about what is needed.
    ...[...new Set(topics)]
      .filter((topic) => topic !== 'other')
      .map((topic) => propertyToken('topic', topic)),
  ];
}

/** How far somebody would go to a place that is not in their own town. */
const nearKm = 20;

/** Who serves a municipality: entries for it, for the city of a ward, for the wards of a city, for everybody; and places near it. */
function areaOf(municipalities: readonly string[], { places }: Vocabulary) {
  const asked = municipalities.flatMap((code) => places.get(code) ?? []);
  if (asked.length === 0) return { tokens: [], here: [], serving: [], near: [] };
  const codes = asked.map(({ code }) => code);
  const wards = [...places.values()].filter(
    ({ parentCode, kind }) => kind === 'ward' && codes.includes(parentCode ?? ''),
  );
  const here = [...codes, ...wards.map(({ code }) => code)];
  const cities = asked.flatMap(({ kind, parentCode }) => (kind === 'ward' && parentCode ? [parentCode] : []));
  const serving = [...here, ...cities];
  const kmTo = (place: Place) =>
    here.includes(place.code) ? 0 : Math.round(Math.min(...asked.map((each) => distanceKm(each, place))));
  const near = [...places.values()]
    .map((place) => ({ code: place.code, km: kmTo(place) }))
    .sort((a, b) => a.km - b.km || (a.code < b.code ? -1 : 1));
  const tokens = [
    ...['', ...serving].map((code) => propertyToken('area', code)),
    ...codes.map((code) => propertyToken('part', code)),
    ...near.filter(({ km }) => km <= nearKm).map(({ code }) => propertyToken('place', code)),
  ];
  return { tokens, here, serving, near };
}
