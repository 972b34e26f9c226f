import { fold } from '../folding.ts';

/** Words of fewer letters have too many neighbours. */
const shortest = 3;
const longest = 24;

/**
 * Words that differ by one letter put in, left out, or put for another. Two such words become the same when each loses at most
 * one letter: so every word is kept under itself and under all it becomes by losing one, and looked up alike.
 */
export class NearWords {
  private readonly words = new Map<string, Set<string>>();
  private readonly shown = new Map<string, string>();

  constructor(words: readonly string[]) {
    for (const word of words) {
      const folded = fold(word);
      const letters = [...folded].length;
      if (this.shown.has(folded) || letters < shortest || letters > longest) continue;
      this.shown.set(folded, word);
      for (const form of shorterBy1(folded)) {
        const same = this.words.get(form);
        if (same) same.add(folded);
        else this.words.set(form, new Set([folded]));
      }
    }
  }

  /** The word that was meant, as it is written; undefined when none or it is the word itself. Kana and Latin letters need one more. */
  meant(folded: string): string | undefined {
    const letters = [...folded].length;
    if (
      letters < (/^[\u3041-\u3096a-z0-9]+$/.test(folded) ? shortest + 1 : shortest) ||
      letters > longest + 1
    )
      return undefined;
    const near = new Set<string>();
    for (const form of shorterBy1(folded)) for (const word of this.words.get(form) ?? []) near.add(word);
    if (near.has(folded)) return undefined;
    const best = [...near].filter((word) => isOneApart(word, folded)).sort()[0];
    return best === undefined ? undefined : this.shown.get(best);
  }
}

/** The word, and each that it becomes by losing one letter. */
function shorterBy1(word: string): readonly string[] {
  const letters = [...word];
  return [word, ...letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join(''))];
}

/** One letter put in, left out or put for another, or two neighbours changed about. */
export function isOneApart(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  const rest = (letters: string[], from: number) => letters.slice(from).join('');
  return (
    rest(a, at + 1) === rest(b, at + 1) ||
    rest(a, at + 1) === rest(b, at) ||
    rest(a, at) === rest(b, at + 1) ||
    (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2))
  );
}

/** The part of a text that differs by one letter from a word; undefined when there is none. */
export function nearIn(text: string, word: string): string | undefined {
  const letters = [...text];
  const length = [...word].length;
  for (let from = 0; from + length - 1 <= letters.length; from += 1)
    for (const taken of [length, length + 1, length - 1]) {
      const part = letters.slice(from, from + taken);
      if (part.length === taken && isOneApart(part.join(''), word)) return part.join('');
    }
  return undefined;
}
