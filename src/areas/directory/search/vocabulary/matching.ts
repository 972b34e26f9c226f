import type { Hit, Trie } from '../trie.ts';
import type { Vocabulary } from './vocabulary.ts';

const kana = /[\u3041-\u3096]/;
const kanaOnly = /^[\u3041-\u3096]+$/;
const han = /\p{Script=Han}/u;
const latin = /[\p{Script=Latin}\p{Nd}]/u;

/** The codes of groups whose words a folded text contains. Short words would be found inside of others. */
export function conceptsIn(vocabulary: Vocabulary, folded: string): readonly string[] {
  const found = new Set<string>();
  for (let at = 0; at < folded.length; at += 1)
    for (const hit of vocabulary.words.allAt(folded, at)) {
      const word = folded.slice(at, at + hit.length);
      if (word.length >= (kanaOnly.test(word) ? 3 : 2) && standsAlone(folded, at, word))
        for (const code of hit.value) found.add(code);
    }
  return [...found].sort();
}

/** The longest known word that begins at this position of what somebody typed. */
export function longestTyped<Value>(trie: Trie<Value>, folded: string, at: number): Hit<Value> | undefined {
  let longest: Hit<Value> | undefined;
  for (const hit of trie.allAt(folded, at))
    if (standsAlone(folded, at, folded.slice(at, at + hit.length))) longest = hit;
  return longest;
}

/** Whether a word is one here and no part of another: each script has its own way of telling. */
function standsAlone(text: string, at: number, word: string): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at + word.length] ?? ' '];
  if (latin.test(word[0] ?? '')) {
    const plural = after === 's' && !latin.test(text[at + word.length + 1] ?? ' ');
    return !latin.test(before) && (!latin.test(after) || plural);
  }
  if (kanaOnly.test(word) && word.length < 3) return !kana.test(before);
  return word.length > 1 || (!han.test(before) && !han.test(after));
}
