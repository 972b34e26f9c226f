import type { Text } from '#platform/i18n.ts';

/** What the secretariat says beyond what is registered. It names sections, numbers and sentences, so it holds when the draft is made anew. */
export interface ManuscriptEdits {
  readonly format: 1;
  /** Ids of all sections as they stood when one was last moved; a section that came since stands behind its natural neighbour. */
  readonly order: readonly string[];
  readonly leftOut: readonly string[];
  /** Sections of the secretariat's own. */
  readonly added: readonly string[];
  /** Headings and texts of sections by id; a text stands before what the section shows by itself. `{f…}` in it is a number. */
  readonly headings: Readonly<Record<string, Text>>;
  readonly texts: Readonly<Record<string, Text>>;
  /** What a program shows, by slug. */
  readonly programs: Readonly<Record<string, ProgramChoice>>;
  readonly marks: readonly NumberMark[];
}

export const chartForms = ['own', 'column', 'line', 'none'] as const;
export type ChartForm = (typeof chartForms)[number];

export interface ProgramChoice {
  /** own: columns for the year's values, lines for months. */
  readonly chart: ChartForm;
  /** What is not shown, by `voiceKey` and file id. */
  readonly voicesLeftOut: readonly string[];
  readonly picturesLeftOut: readonly string[];
}

/** A number that somebody typed in a sentence: which figure it is, or why it is none. */
export interface NumberMark {
  /** Where the text is typed: `program:night-desk:evaluation`. */
  readonly where: string;
  readonly sentence: string;
  /** Which number of the sentence, from 0. */
  readonly nth: number;
  readonly is: { readonly figure: string } | { readonly reason: string };
}

export const noEdits: ManuscriptEdits = {
  format: 1,
  order: [],
  leftOut: [],
  added: [],
  headings: {},
  texts: {},
  programs: {},
  marks: [],
};

export const ownChoice: ProgramChoice = { chart: 'own', voicesLeftOut: [], picturesLeftOut: [] };

/** The sections in their order: as moved, new ones behind the neighbour that they naturally follow. */
export function inOrder<S extends { readonly id: string }>(
  natural: readonly S[],
  order: readonly string[],
): readonly S[] {
  const moved = order.flatMap((id) => natural.find((section) => section.id === id) ?? []);
  const placed = [...moved];
  natural.forEach((section, at) => {
    if (placed.includes(section)) return;
    const before = natural[at - 1];
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, section);
  });
  return placed;
}
