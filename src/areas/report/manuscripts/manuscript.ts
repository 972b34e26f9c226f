import type { EditionKind } from '../editions/content.ts';

/**
 * The one document of an edition, in one language. Every format is written from it: pages, slides, workbook, PDF and data say the
 * same in the same order because there is nothing else to read from. Plain JSON, frozen with the edition.
 */
export interface Manuscript {
  readonly format: 1;
  readonly lang: 'ja' | 'en';
  readonly edition: {
    readonly kind: EditionKind;
    readonly fiscalYear: number;
    readonly number: number;
    /** YYYY-MM-DD in Tokyo; null in a preview. */
    readonly publishedOn: string | null;
  };
  readonly title: string;
  readonly operator: string;
  readonly headquarters: string;
  readonly sections: readonly Section[];
  /** Every number in it, by its name (see `figures/identity.ts`). */
  readonly figures: Readonly<Record<string, ManuscriptFigure>>;
}

/** What a section is of: decides the layout of its slides. */
export type SectionKind =
  | 'title'
  | 'headquarters'
  | 'place'
  | 'categories'
  | 'states'
  | 'program'
  | 'plan'
  | 'direction'
  | 'text';

export interface Section {
  /** Unique in the manuscript, stable over editions: `program:<slug>`, `plan`, … */
  readonly id: string;
  readonly kind: SectionKind;
  readonly heading: string;
  /** Above the heading: the category of a program. */
  readonly kicker?: string;
  /** Beside the heading: new, an example, the rating. */
  readonly marks?: readonly string[];
  readonly blocks: readonly Block[];
}

export type Block =
  | {
      readonly kind: 'text';
      readonly heading?: string;
      readonly paragraphs: readonly Line[];
      /** Where it was typed (`program:night-desk:evaluation`): what a correction of the text finds it by. */
      readonly source?: string;
      readonly lang?: TypedIn;
    }
  | { readonly kind: 'list'; readonly heading?: string; readonly items: readonly Line[] }
  /** Results as the source prints them: a label and a number a line. */
  | { readonly kind: 'figures'; readonly heading?: string; readonly ids: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly { readonly heading: string; readonly align: 'start' | 'end' }[];
      readonly rows: readonly (readonly Line[])[];
    }
  | {
      readonly kind: 'chart';
      readonly shape: 'column' | 'line';
      readonly caption: string;
      /** What it shows, in words. */
      readonly alternative: string;
      readonly unit: string;
      readonly series: readonly {
        readonly name: string;
        /** A point names the figure that it shows; null where there is none. */
        readonly points: readonly { readonly label: string; readonly figure: string | null }[];
      }[];
    }
  | { readonly kind: 'voice'; readonly speaker: string; readonly words: string; readonly lang?: TypedIn }
  | {
      readonly kind: 'picture';
      readonly fileId: string;
      readonly alternative: string;
      readonly caption: string;
      readonly lang?: TypedIn;
    };

/** Stands where the English manuscript prints Japanese as it was typed. */
export type TypedIn = 'ja';

/** Text with numbers in it: a number is named, never typed. */
export type Line = readonly Inline[];
export type Inline = { readonly text: string } | { readonly figure: string };

export interface ManuscriptFigure {
  readonly id: string;
  readonly label: string;
  /** Null: not reported, or withheld; `shown` says which. */
  readonly value: number | null;
  readonly unit: string;
  /** As it is printed, unit and 延べ or 実 included: `延べ207人`. */
  readonly shown: string;
  /** Behind it in brackets: last year's value, that it is rounded or withheld and why. Empty in most. */
  readonly note: string;
  /** The number whose path tells of this one too: last year's value belongs to this year's number. Otherwise its own. */
  readonly path?: string;
  /** In an English manuscript: as a text that stands in Japanese prints it. */
  readonly ja?: { readonly unit: string; readonly shown: string };
  /** What it is of: `2024`, or a month `2024-05`; absent in documents made before it was said, and then the edition's year. */
  readonly period?: string;
  /** What is counted, as the bureau says; absent where it says nothing. */
  readonly definition?: string;
  /** Where it comes from, as the bureau says; absent where it says nothing. */
  readonly source?: string;
  /** The section that it is of. */
  readonly section: string;
}

/** What a line says with its numbers printed; `typedIn` is that of its block. */
export function lineText({ figures }: Pick<Manuscript, 'figures'>, line: Line, typedIn?: TypedIn): string {
  return line
    .map((inline) => ('text' in inline ? inline.text : shownIn(figures[inline.figure], typedIn)))
    .join('');
}

export function shownIn(figure: ManuscriptFigure | undefined, typedIn?: TypedIn): string {
  if (!figure) return '';
  return (typedIn && figure.ja?.shown) ?? figure.shown;
}
