import { fold } from '../folding.ts';
import { Trie } from '../trie.ts';
import type { WordGroup } from './group.ts';

/** A municipality or ward as people name it. */
export interface Place {
  readonly code: string;
  readonly parentCode: string | null;
  readonly kind: string;
  readonly names: readonly string[];
}

/** What staff made of a shipped group, or a group of their own. */
export type ChangedGroup = WordGroup & { readonly removed: boolean };

export interface Vocabulary {
  /** Changes with anything below: entries indexed with another one are indexed again. */
  readonly version: string;
  readonly groups: ReadonlyMap<string, WordGroup>;
  /** Groups by folded word: in entries. */
  readonly words: Trie<readonly string[]>;
  readonly places: ReadonlyMap<string, Place>;
}

export function makeVocabulary(
  version: string,
  groups: readonly WordGroup[],
  places: readonly Place[],
): Vocabulary {
  const byWord = new Map<string, string[]>();
  for (const group of groups)
    for (const word of group.words) {
      const folded = fold(word);
      byWord.set(folded, [...new Set([...(byWord.get(folded) ?? []), group.code])]);
    }
  return {
    version,
    groups: new Map(groups.map((group) => [group.code, group])),
    words: new Trie(byWord),
    places: new Map(places.map((place) => [place.code, place])),
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

const kanaOnly = /^[\u3041-\u3096]+$/;

/** The codes of groups whose words a folded text contains. Short words in kana would be found inside of others. */
export function conceptsIn(vocabulary: Vocabulary, folded: string): readonly string[] {
  const found = new Set<string>();
  for (let at = 0; at < folded.length; at += 1)
    for (const hit of vocabulary.words.allAt(folded, at)) {
      const word = folded.slice(at, at + hit.length);
      const shortest = kanaOnly.test(word) ? 3 : 2;
      if (word.length >= shortest && standsAlone(folded, at, word))
        for (const code of hit.value) found.add(code);
    }
  return [...found].sort();
}

const latinLetter = /[a-z0-9]/;

/** A Latin word is one only between other letters; a plural s belongs to it. */
function standsAlone(text: string, at: number, word: string): boolean {
  if (!latinLetter.test(word[0] ?? '')) return true;
  const after = text.slice(at + word.length, at + word.length + 2);
  return (
    !latinLetter.test(text[at - 1] ?? ' ') &&
    (!latinLetter.test(after[0] ?? ' ') || /^s([^a-z0-9]|$)/.test(after))
  );
}
