import type { Text } from '#platform/i18n.ts';
import type { FieldClass } from '../relations/rules.ts';
import type { Mark } from './standing.ts';

/** Read in a published form; named from memory and to be checked; of the prefecture's own. */
export const sources = ['verified', 'memory', 'local'] as const;
export type Source = (typeof sources)[number];

export interface FormOption {
  readonly code: string;
  readonly name: Text;
  readonly source: Source;
  /** No longer offered; what was answered with it is read as before. */
  readonly retired?: boolean;
  /** Codes of other records (the consultation's) that mean this one. */
  readonly also?: readonly string[];
  /** What this choice tells of somebody, where it tells more than its field does: 障害 is health, 刑余 an offence. */
  readonly class?: FieldClass;
  /** Of an entry of the prefecture's own: as what rules and figures count it. */
  readonly mark?: Mark;
}

export interface FormList {
  readonly code: string;
  readonly name: Text;
  readonly options: readonly FormOption[];
}

/** text: one line · long: several · one, many: of a list · number, yen, day: read from what people write */
export const fieldKinds = ['text', 'long', 'one', 'many', 'number', 'yen', 'day'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export interface FormField {
  readonly code: string;
  readonly name: Text;
  readonly kind: FieldKind;
  readonly class: FieldClass;
  readonly list?: string;
  readonly source: Source;
  /** Told to the state: in a thick frame on the sheet. */
  readonly reported?: boolean;
  /** Why it matters, if it is among what a form is said to miss. */
  readonly why?: Text;
  readonly hint?: Text;
  /** `reception.insurance`: said there before, so it is offered here and not asked again. */
  readonly earlier?: string;
  readonly retired?: boolean;
}

export interface FormPart {
  readonly code: string;
  readonly name: Text;
  readonly fields: readonly FormField[];
}

export const formCodes = ['reception', 'intake', 'assessment'] as const;
export type FormCode = (typeof formCodes)[number];

export interface Form {
  readonly code: FormCode;
  /** The number of the national form. */
  readonly number: string;
  readonly name: Text;
  readonly parts: readonly FormPart[];
}

/** Everything that a fiscal year's forms are made of. */
export interface FormSet {
  readonly lists: readonly FormList[];
  readonly forms: readonly Form[];
}
