/** Slides as we want them, free of their file format: what `write.ts` writes. Lengths are points on a slide of 960 × 540. */

export const slideSize = { width: 960, height: 540 } as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly color?: Color;
  /** Where it leads. */
  readonly link?: string;
}

export type Color = 'ink' | 'quiet' | 'accent' | 'white' | 'strong';

export interface Paragraph {
  readonly runs: readonly Run[];
  /** Points of the letters; the line is `lineOf(size)` high, whatever font is there. */
  readonly size: number;
  readonly bullet?: boolean;
  /** Points above it; not at the top of a box. */
  readonly before?: number;
  readonly align?: 'left' | 'right' | 'center';
}

export type DeckItem =
  | {
      readonly kind: 'text';
      readonly box: Box;
      readonly paragraphs: readonly Paragraph[];
      /** With a pale ground, inside `quoteInset`. */
      readonly quote?: boolean;
    }
  | {
      readonly kind: 'table';
      readonly box: Box;
      /** What it is, for those who do not see it. */
      readonly name: string;
      readonly columns: readonly { readonly width: number; readonly align: 'left' | 'right' }[];
      /** None: a list of labels and values without a heading. */
      readonly head?: DeckRow;
      readonly rows: readonly DeckRow[];
    }
  | {
      readonly kind: 'chart';
      readonly box: Box;
      readonly shape: 'column' | 'line';
      readonly title: string;
      readonly alternative: string;
      readonly labels: readonly string[];
      readonly series: readonly {
        readonly name: string;
        readonly values: readonly (number | null)[];
      }[];
    }
  | {
      readonly kind: 'picture';
      readonly box: Box;
      readonly alternative: string;
      readonly picture: Picture;
    };

export interface DeckRow {
  readonly cells: readonly (readonly Paragraph[])[];
  readonly height: number;
  /** The sum below a table. */
  readonly total?: boolean;
}

export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg';
  readonly width: number;
  readonly height: number;
}

export interface Slide {
  readonly layout: 'title' | 'content';
  /** Names the slide; no two have the same. */
  readonly title: string;
  readonly titleRuns?: readonly Run[];
  /** Below the title of a title slide. */
  readonly subtitle?: readonly Paragraph[];
  readonly items: readonly DeckItem[];
  /** Small, at the foot of the slide. */
  readonly footnote?: readonly Run[];
  readonly notes: readonly string[];
}

export interface Deck {
  readonly title: string;
  readonly author: string;
  readonly lang: 'ja' | 'en';
  /** YYYY-MM-DD: the day that the file says it was made. */
  readonly on: string;
  /** On every slide beside its number. */
  readonly footer: string;
  readonly slides: readonly Slide[];
}

/** Points of a line of letters of this size. */
export function lineOf(size: number): number {
  return Math.round(size * 1.42);
}

export const cellInset = { x: 6, y: 4 } as const;
export const quoteInset = { x: 12, y: 9 } as const;
