import type { Text } from '#platform/i18n.ts';

export const sides = ['need', 'offer'] as const;
export type Side = (typeof sides)[number];
export const kinds = ['money', 'goods', 'place', 'skills', 'work-training'] as const;
export type Kind = (typeof kinds)[number];

/** What a kind tells beside title, place, time and quantity: by the code of its field. Choices of several are lists. */
export type Details = Readonly<Record<string, string | number | readonly string[]>>;

interface Common {
  readonly code: string;
  readonly label: Text;
  readonly hint?: Text;
  /** On which side it is asked; both unless said. */
  readonly side?: Side;
  /** Needed to publish it; a function of what else was said. */
  readonly required?: (details: Details) => boolean;
}

export type Field = Common &
  (
    | { readonly type: 'line'; readonly max: number }
    | { readonly type: 'day' }
    | { readonly type: 'number'; readonly max: number }
    | { readonly type: 'choice' | 'choices'; readonly options: readonly Option[] }
  );

export interface Option {
  readonly value: string;
  readonly label: Text;
}

export interface KindDefinition {
  readonly name: Text;
  readonly example: Text;
  /** The words of its quantity. */
  readonly quantity: { readonly label: Text; readonly units: readonly Option[] };
  readonly fields: readonly Field[];
}
