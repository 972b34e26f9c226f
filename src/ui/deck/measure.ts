import { lineOf, type Paragraph, type Run } from './deck.ts';

/**
 * How wide a text is, in ems, rather too wide than too narrow: it has to fit in whatever font stands in for ours.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x1100 && !(code >= 0xff61 && code <= 0xff9f)) return 1;
  if (/[\u0300-\u036f]/.test(letter)) return 0;
  if (/[ijl.,:;'|!()[\] ]/.test(letter)) return 0.38;
  if (/[A-Z@%&mw]/.test(letter)) return 0.85;
  // Letters beyond Latin, arrows, ※ and the like stand as wide as a kanji in a Japanese font.
  if (code > 0xff) return 1;
  return 0.62;
}

/** How many letters of `text` go into a line of `ems`; at least one. A word of Latin letters is not broken unless it has to be. */
function fitting(letters: readonly string[], from: number, ems: number): number {
  let width = 0;
  let at = from;
  while (at < letters.length) {
    width += letterWidth(letters[at] ?? '');
    if (width > ems && at > from) break;
    at += 1;
    if (letters[at - 1] === '\n') return at - from;
  }
  if (at === letters.length) return at - from;
  let back = at;
  while (back > from && isWordLetter(letters[back]) && isWordLetter(letters[back - 1])) back -= 1;
  return (back > from ? back : at) - from;
}

function isWordLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{Script=Latin}\p{N}.,/:?=&_%+-]/u.test(letter) && letter < '\u0250';
}

/** The text broken into lines of at most `width` points of letters of `size`. */
export function linesOf(text: string, { size, width }: { size: number; width: number }): readonly string[] {
  // A line may end earlier than its width: no line begins with 。 or ）.
  const ems = Math.max(1, width / size - 1);
  const letters = [...text];
  const lines: string[] = [];
  for (let at = 0; at < letters.length; ) {
    const count = fitting(letters, at, ems);
    lines.push(letters.slice(at, at + count).join(''));
    at += count;
  }
  return lines.length > 0 ? lines : [''];
}

const bulletIndent = 14;

function linesOfParagraph(paragraph: Paragraph, width: number): readonly string[] {
  const text = paragraph.runs.map((run) => run.text).join('');
  const { size, bullet } = paragraph;
  return linesOf(text, { size, width: width - (bullet ? bulletIndent : 0) });
}

/** Points that the paragraphs need one below the other. */
export function heightOf(paragraphs: readonly Paragraph[], width: number): number {
  return paragraphs.reduce(
    (sum, paragraph, index) =>
      sum +
      (index > 0 ? (paragraph.before ?? 0) : 0) +
      linesOfParagraph(paragraph, width).length * lineOf(paragraph.size),
    0,
  );
}

/** Cuts a paragraph after so many of its lines. Nothing is lost: head and rest together are the paragraph. */
export function cutParagraph(
  paragraph: Paragraph,
  { width, lines }: { width: number; lines: number },
): { readonly head: Paragraph; readonly rest: Paragraph } | undefined {
  const all = linesOfParagraph(paragraph, width);
  if (lines < 1 || all.length <= lines) return undefined;
  const letters = [...all.slice(0, lines).join('')].length;
  return {
    head: { ...paragraph, runs: runsWithin(paragraph.runs, 0, letters) },
    rest: { ...paragraph, bullet: false, before: 0, runs: runsWithin(paragraph.runs, letters, Infinity) },
  };
}

function runsWithin(runs: readonly Run[], from: number, to: number): Run[] {
  let at = 0;
  return runs.flatMap((run) => {
    const letters = [...run.text];
    const start = Math.max(0, from - at);
    const end = Math.min(letters.length, to - at);
    at += letters.length;
    return start < end ? [{ ...run, text: letters.slice(start, end).join('') }] : [];
  });
}
