/** A workbook as we want it, free of any library: what `write.ts` writes and `read.ts` gives back. */

/** What a cell is for decides how it looks; input looks are the only unlocked ones of a protected sheet. */
export type Look =
  | 'plain'
  | 'title'
  | 'lead'
  | 'heading'
  | 'heading-number'
  | 'group'
  | 'group-title'
  | 'label'
  | 'note'
  | 'step'
  | 'text'
  | 'message'
  | 'shown'
  | 'shown-note'
  | 'shown-text'
  | 'shown-choice'
  | 'shown-number'
  | 'shown-decimal'
  | 'blocked'
  | 'sum'
  | 'cell-text'
  | 'cell-number'
  | 'cell-decimal'
  | 'input-number'
  | 'input-decimal'
  | 'input-text'
  | 'input-choice';

export interface BookCell {
  readonly value?: string | number | null;
  readonly look: Look;
  /** Without the equals sign; `value` is its result as of now. */
  readonly formula?: string;
}

export interface BookRow {
  readonly cells: readonly (BookCell | null)[];
  /** Points. */
  readonly height?: number;
  readonly hidden?: boolean;
}

export interface BookColumn {
  /** Characters of the default font. */
  readonly width: number;
  readonly hidden?: boolean;
}

/** What a range of cells takes: one of the texts of another range, or a number. */
export interface Check {
  /** `C5:C20` */
  readonly range: string;
  readonly takes: { readonly oneOf: string } | 'whole' | 'decimal' | { readonly textUpTo: number };
  readonly title: string;
  readonly message: string;
}

export interface BookSheet {
  /** Letters and digits only: print areas name it without quotes. */
  readonly name: string;
  readonly columns: readonly BookColumn[];
  readonly rows: readonly BookRow[];
  readonly merges?: readonly string[];
  readonly checks?: readonly Check[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Out of sight, also in the list of hidden sheets. */
  readonly veryHidden?: boolean;
  readonly tabColor?: string;
  /** Rows repeated on every printed page: `$1:$4`. */
  readonly repeatRows?: string;
  readonly printArea?: string;
  readonly footer?: string;
  /** Printed on one page; otherwise as many as its rows need. */
  readonly onePage?: boolean;
}

export interface Book {
  readonly title: string;
  readonly author: string;
  /** Given out to be worked with: nothing is locked. */
  readonly open?: boolean;
  /** YYYY-MM-DD: the day that the file says it was made, and the same book gives the same bytes. Now, where it is left out. */
  readonly on?: string;
  readonly sheets: readonly BookSheet[];
}

/** A cell as found: `formula` cells carry what the program that saved it had worked out. */
export interface ReadCell {
  readonly kind: 'text' | 'number' | 'yes-no' | 'date' | 'error' | 'formula';
  readonly value: string | number | boolean | null;
}

export interface ReadSheet {
  readonly name: string;
  /** Rows and columns from 0; empty cells are null. */
  readonly rows: readonly (readonly (ReadCell | null)[])[];
}

export type WorkbookRefusal =
  | 'not-a-workbook'
  | 'encrypted'
  | 'old-format'
  | 'damaged'
  | 'unsafe-package'
  | 'too-large'
  | 'too-slow';

/** 0 → A, 26 → AA */
export function columnName(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnName((index - rest) / 26 - 1) + letter;
}
