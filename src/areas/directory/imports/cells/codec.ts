import { ok, refuse, type Result, type RefusalFacts } from '#platform/result.ts';
import type { HoursProblem } from '../../hours-text/read.ts';
import type { ContentProblemName } from '../../services/content-checks/problem.ts';
import type { ServiceContent } from '../../services/content.ts';

/** A municipality as a file may name it. */
export interface Place {
  readonly code: string;
  readonly parentCode: string | null;
  readonly kind: string;
  readonly nameJa: string;
  readonly county: string | null;
}

/** What reading and writing cells rests on. */
export interface CellContext {
  readonly places: readonly Place[];
  /** Ids of what is new: random in the product, counted in tests. */
  readonly newId: () => string;
}

export type CellProblem =
  | ContentProblemName
  | HoursProblem
  | 'unknown-place'
  | 'unknown-word'
  | 'bad-check-digit'
  | 'not-a-number'
  | 'not-yes-or-no'
  | 'kind-differs'
  | 'hours-too-rich'
  | 'place-missing';

/** One column: how an entry is written into a cell, and what a changed cell makes of the entry. An empty cell empties it. */
export interface Codec {
  readonly write: (content: ServiceContent, context: CellContext) => string;
  readonly read: (
    content: ServiceContent,
    text: string,
    context: CellContext,
  ) => Result<ServiceContent, CellProblem>;
}

/** Several values in one cell are separated by semicolons, of any width. */
export function splitList(text: string): readonly string[] {
  return [...new Set(text.split(/[;；\n]/).map((each) => each.trim()))].filter(Boolean);
}

export function wrong(problem: CellProblem, facts?: RefusalFacts) {
  return refuse(problem, facts);
}

/** A codec for a text that is kept as it was typed. */
export function textCodec(
  write: (content: ServiceContent) => string,
  put: (content: ServiceContent, text: string) => ServiceContent,
): Codec {
  return { write, read: (content, text) => ok(put(content, text)) };
}
