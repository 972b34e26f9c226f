import type { ServiceContent } from '../services/content.ts';
import type { CellProblem } from './cells/codec.ts';
import type { ColumnField } from './layouts.ts';

/** One cell that would change. */
export interface CellChange {
  readonly field: ColumnField;
  readonly before: string;
  readonly after: string;
}

/** What can be wrong with a cell, and with a row as a whole. */
export type ImportProblem = CellProblem | 'ragged' | 'sealed' | 'several' | 'row-twice';

/** What is wrong with a row: where, what, and which words of ours say how to mend it. */
export interface RowProblem {
  readonly column: string;
  readonly problem: ImportProblem;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A row of an imported file, compared with what stands. */
export interface ImportedRow {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly name: string;
  readonly state: 'new' | 'changed' | 'unchanged' | 'wrong';
  readonly code: string;
  readonly serviceId?: string;
  /** The version it was compared with. */
  readonly version?: number;
  readonly changes: readonly CellChange[];
  readonly problems: readonly RowProblem[];
  /** What the entry would be; of a new or a changed row. */
  readonly content?: ServiceContent;
}
