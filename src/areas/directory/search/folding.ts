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
const letters = /ゔ[ぁぃぇぉ]|[ぁぃぅぇぉゎゕゖゔゐゑぢづđ]|[ー~〜∼]|[\u3400-\u9fff\uf900-\ufaff]/gu;

/** Letter by letter; lone surrogates and control characters become blanks. */
function foldLetters(text: string): string {
  const plain = text.toWellFormed().replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' ');
  return foldForSearch(plain)
    .normalize('NFD')
    .replace(accents, '$1')
    .normalize('NFC')
    .replace(
      letters,
      (letter) => small[letter] ?? oldLetters.get(letter) ?? (/[ー~〜∼]/.test(letter) ? '' : letter),
    )
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
