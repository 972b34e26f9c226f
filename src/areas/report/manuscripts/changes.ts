import type { Text } from '#platform/i18n.ts';
import { type ManuscriptEdits, noEdits, type NumberMark, type ProgramChoice } from './edits.ts';

/** What can be done with the edits; each gives new ones and leaves the old as they were. */

const own = /^added:(\d+)$/;

/** One place up (-1) or down (1) among the sections as they stand. */
export function moved(
  edits: ManuscriptEdits,
  { sections, section, by }: { sections: readonly string[]; section: string; by: -1 | 1 },
): ManuscriptEdits {
  const from = sections.indexOf(section);
  const to = from + by;
  if (from < 0 || to < 0 || to >= sections.length) return edits;
  return { ...edits, order: sections.toSpliced(from, 1).toSpliced(to, 0, section) };
}

export function leftOut(edits: ManuscriptEdits, section: string, isOut: boolean): ManuscriptEdits {
  const others = edits.leftOut.filter((each) => each !== section);
  return { ...edits, leftOut: isOut ? [...others, section] : others };
}

/** A section of the secretariat's own behind all others; its id is never given again, and with it no mark of another text. */
export function added(
  edits: ManuscriptEdits,
  { sections, heading, next }: { sections: readonly string[]; heading: Text; next: number },
): { edits: ManuscriptEdits; section: string } {
  const numbers = edits.added.map((id) => Number(own.exec(id)?.[1] ?? 0));
  const section = `added:${Math.max(next, ...numbers.map((number) => number + 1))}`;
  return {
    section,
    edits: {
      ...edits,
      order: [...sections, section],
      added: [...edits.added, section],
      headings: { ...edits.headings, [section]: heading },
    },
  };
}

export function isOwn(section: string): boolean {
  return own.test(section);
}

/** An empty heading or text is none: the section's own heading stands again. */
export function written(
  edits: ManuscriptEdits,
  { section, heading, text }: { section: string; heading: Text; text: Text },
): ManuscriptEdits {
  return {
    ...edits,
    headings: withText(edits.headings, section, heading),
    texts: withText(edits.texts, section, text),
  };
}

function withText(texts: ManuscriptEdits['texts'], section: string, text: Text): ManuscriptEdits['texts'] {
  const { [section]: _, ...others } = texts;
  return text.ja === '' && text.en === '' ? others : { ...others, [section]: text };
}

export function chosen(edits: ManuscriptEdits, slug: string, choice: ProgramChoice): ManuscriptEdits {
  return { ...edits, programs: { ...edits.programs, [slug]: choice } };
}

export function marked(edits: ManuscriptEdits, marks: readonly NumberMark[]): ManuscriptEdits {
  const others = edits.marks.filter((each) => !marks.some((mark) => isSameNumber(mark, each)));
  return { ...edits, marks: [...others, ...marks] };
}

export function unmarked(edits: ManuscriptEdits, mark: Omit<NumberMark, 'is'>): ManuscriptEdits {
  return { ...edits, marks: edits.marks.filter((each) => !isSameNumber(mark, each)) };
}

/** What holds in another year: a number that was no result is none again in the same sentence. */
export function onlyReasons({ marks }: ManuscriptEdits): ManuscriptEdits {
  return { ...noEdits, marks: marks.filter(({ is }) => 'reason' in is) };
}

function isSameNumber(a: Omit<NumberMark, 'is'>, b: Omit<NumberMark, 'is'>): boolean {
  return a.where === b.where && a.sentence === b.sentence && a.nth === b.nth;
}
