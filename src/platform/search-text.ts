/**
 * Text as a search compares it: one width (NFKC), lower case, katakana as hiragana, one kind of blank.
 * What is stored and what is typed go through the same function.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a query, each of which has to be found; at most eight, the rest says too little. */
export function searchWords(query: string): readonly string[] {
  return [...new Set(foldForSearch(query.slice(0, 200)).split(' '))].filter(Boolean).slice(0, 8);
}

/** A word as a pattern of LIKE, its own wildcards taken literally. */
export function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
