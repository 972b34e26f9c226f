import { fold } from '../folding.ts';
import { Trie } from '../trie.ts';
import type { WordGroup } from './group.ts';
import { namesOf, type Place } from './places.ts';
import { NearWords } from './near-words.ts';

/** What staff made of a shipped group, or a group of their own. */
export type ChangedGroup = WordGroup & { readonly removed: boolean };

export interface Phrase {
  readonly code: string;
  /** Which of all phrases it is. */
  readonly at: number;
  readonly pattern: RegExp;
}

export interface Vocabulary {
  /** Changes with anything below: entries indexed with another one are indexed again. */
  readonly version: string;
  readonly groups: ReadonlyMap<string, WordGroup>;
  /** Codes of groups by folded word. */
  readonly words: Trie<readonly string[]>;
  /** By what they begin with, up to the first gap, folded. */
  readonly phrases: Trie<readonly Phrase[]>;
  readonly places: ReadonlyMap<string, Place>;
  /** Codes of municipalities by folded name; several where a name is that of several. */
  readonly placeNames: Trie<readonly string[]>;
  /** Codes of languages by folded name. */
  readonly languages: Trie<readonly string[]>;
  /** Words that one slip of the finger turns into others. */
  readonly near: NearWords;
}

/** What a vocabulary is made of. */
export interface Ingredients {
  readonly version: string;
  readonly groups: readonly WordGroup[];
  readonly places: readonly Place[];
  /** Names of a language in Japanese, English and itself. */
  readonly languages: readonly { readonly code: string; readonly names: readonly string[] }[];
}

export function makeVocabulary({ version, groups, places, languages }: Ingredients): Vocabulary {
  const words = byName(groups.map(({ code, words: names }) => ({ code, names })));
  const placeNames = byName(places.map((place) => ({ code: place.code, names: namesOf(place) })));
  return {
    version,
    groups: new Map(groups.map((group) => [group.code, group])),
    words: new Trie(words),
    phrases: new Trie(byBeginning(groups)),
    places: new Map(places.map((place) => [place.code, place])),
    placeNames: new Trie(placeNames),
    languages: new Trie(byName(languages)),
    near: new NearWords([...groups.flatMap((group) => group.words), ...places.flatMap(namesOf)]),
  };
}

/** The shipped groups with what staff changed. */
export function effectiveGroups(
  shipped: readonly WordGroup[],
  changed: readonly ChangedGroup[],
): readonly WordGroup[] {
  const codes = new Set(changed.map(({ code }) => code));
  return [...shipped.filter(({ code }) => !codes.has(code)), ...changed.filter(({ removed }) => !removed)];
}

function byName(all: readonly { code: string; names: readonly string[] }[]): Map<string, readonly string[]> {
  const codes = new Map<string, readonly string[]>();
  for (const { code, names } of all)
    for (const name of new Set(names.map(fold)))
      if (name) codes.set(name, [...(codes.get(name) ?? []), code]);
  return codes;
}

function byBeginning(groups: readonly WordGroup[]): Map<string, readonly Phrase[]> {
  const all = groups.flatMap(({ code, phrases }) => phrases.map((phrase) => ({ code, phrase })));
  const found = new Map<string, Phrase[]>();
  for (const [at, { code, phrase }] of all.entries()) {
    const parts = phrase.split(gap).map(fold).filter(Boolean);
    const [beginning = ''] = parts;
    found.set(beginning, [...(found.get(beginning) ?? []), { code, at, pattern: patternOf(parts) }]);
  }
  return found;
}

/** In a phrase: a few letters may stand here. */
const gap = '…';

/** `夫…怖い` allows a few letters between, no end of a sentence. */
function patternOf(parts: readonly string[]): RegExp {
  const written = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(written.join('[^。、.,!?]{0,8}?'), 'u');
}
