import { foldForSearch } from '#platform/search-text.ts';
import { oldLetters, spellings } from './spellings.ts';
import { Trie } from './trie.ts';

/**
 * Text as the directory compares it: beyond one width, one case and hiragana (`foldForSearch`) one form of each kanji, one
 * spelling of each word of `spellings.ts`, no long marks, no accents. Folding what is folded changes nothing.
 */
export function fold(text: string): string {
  const folded = respell(foldLetters(text));
  // A mark that stood alone may have come behind a letter that it belongs to.
  return folded.normalize('NFC') === folded ? folded : fold(folded);
}

/** Nothing else holds a mark of a Latin letter, together or apart. */
const accented = /[\u0300-\u036f\u00c0-\u024f\u1e00-\u1eff]/;
const accents = /(\p{Script=Latin})[\u0300-\u036f]+/gu;
const small: Readonly<Record<string, string>> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  ゎ: 'わ',
  ゕ: 'か',
  ゖ: 'け',
  ゔ: 'ぶ',
  ゔぁ: 'ば',
  ゔぃ: 'び',
  ゔぇ: 'べ',
  ゔぉ: 'ぼ',
  ゐ: 'い',
  ゑ: 'え',
  ぢ: 'じ',
  づ: 'ず',
  đ: 'd',
};
const longMarks = 'ー~〜∼';
const letters = new RegExp(
  `ゔ[ぁぃぇぉ]|[${[...Object.keys(small).filter((each) => each.length === 1), ...oldLetters.keys()].join('')}${longMarks}]`,
  'gu',
);

/** Letter by letter; lone surrogates and control characters become blanks. */
function foldLetters(text: string): string {
  const plain = text.toWellFormed().replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' ');
  const folded = foldForSearch(plain);
  const bare = accented.test(folded) ? folded.normalize('NFD').replace(accents, '$1') : folded;
  return bare
    .normalize('NFC')
    .replace(letters, (letter) => small[letter] ?? oldLetters.get(letter) ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

const known = new Trie(
  spellings.flatMap((variants) => {
    const folded = variants.map(foldLetters);
    const kept = folded[0] as string;
    return folded.map((variant) => [variant, kept] as const);
  }),
);

/** Again until nothing changes: what one spelling leaves may be the beginning of another. */
function respell(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const hit = known.longestAt(text, at);
    out += hit ? hit.value : text[at];
    at += hit?.length ?? 1;
  }
  return out === text ? out : respell(out);
}
