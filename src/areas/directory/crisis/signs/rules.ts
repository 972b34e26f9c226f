/** What cannot wait, the most pressing first: this order is the order in which people are shown who is there now. */
export const crisisKinds = [
  'medical',
  'suicide',
  'violence',
  'sexual',
  'child',
  'harm',
  'shelter',
  'food',
] as const;
export type CrisisKind = (typeof crisisKinds)[number];

/**
 * Signs of one language. In a sign `{a|b}` is a choice, `~` a gap of a few letters (or words), `*` the rest of a word.
 * `run`: for scripts without blanks; compared with all blanks and marks taken away.
 * `words`: whole words, without accents: people leave them out when they type in a hurry.
 */
export interface LanguageSigns {
  readonly run?: Signs;
  readonly words?: Signs;
}
export type Signs = { readonly [Kind in CrisisKind]?: readonly string[] };
type Spelling = keyof LanguageSigns;

/** One width, lower case, hiragana, nothing but letters and digits: 「シ ニタ〜〜い…」 is しにたい. */
export function foldRun(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/タヒ(?!チ)/g, '死')
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[ぁぃぅぇぉー]|[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Words in lower case without accents, one blank between and at both ends: « No  Quiero… » is « no quiero ». */
export function foldWords(text: string): string {
  return ` ${foldLetters(text).trim()} `;
}

function foldLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('đ', 'd')
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
}

/** One pattern for all signs, or none where there are none. It takes time linear in the text. */
export function patternOf(signs: readonly string[], spelling: Spelling): RegExp | undefined {
  if (signs.length === 0) return undefined;
  const either = signs.map((sign) => sourceOf(sign, spelling)).join('|');
  return spelling === 'run' ? new RegExp(either, 'u') : new RegExp(` (?:${either})(?= )`, 'u');
}

function sourceOf(sign: string, spelling: Spelling): string {
  return sign.replace(/\{([^}]*)\}|[~*]|[^{}~*]+/g, (part, choices: string | undefined) => {
    if (choices !== undefined)
      return `(?:${choices
        .split('|')
        .map((each) => sourceOf(each, spelling))
        .join('|')})`;
    if (part === '~') return spelling === 'run' ? '.{0,8}?' : '(?: [^ ]+){0,4}?';
    if (part === '*') return '[^ ]*';
    return spelling === 'run' ? foldRun(part) : foldLetters(part);
  });
}
