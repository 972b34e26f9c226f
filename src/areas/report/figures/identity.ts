import { createHash } from 'node:crypto';
import type { EditionKind } from '../editions/content.ts';
import type { StateKey } from '../states/content/rules.ts';

/** What a published number says something about. A program and a measure are named by their threads: they stay the same over the years. */
export type FigureSubject =
  | { readonly of: 'measure'; readonly thread: string }
  | { readonly of: 'budget'; readonly thread: string; readonly stage: 'initial' | 'revised' | 'settled' }
  /** Kept before the results: the first budget of a program, the target of a measure. */
  | { readonly of: 'expected-budget' | 'target'; readonly thread: string }
  | { readonly of: 'plan'; readonly row: string }
  | { readonly of: 'plan-total'; readonly pillar: string | null }
  | { readonly of: 'programs'; readonly category: string | null }
  /** People by where they stood before and after, of a program or (null) of all. */
  | {
      readonly of: 'state';
      readonly thread: string | null;
      readonly domain: string;
      readonly key: StateKey;
    }
  /** What the overview and the plan count of themselves; `code` is the rating's, where programs of a rating are counted. */
  | { readonly of: 'count'; readonly what: Counted; readonly code: string | null };

export type Counted = 'new-programs' | 'categories' | 'rated' | 'pillars' | 'new-rows';

/** What it stands in: an edition, or what was expected of the year and belongs to none. */
export type FigureKind = EditionKind | 'expectation';

export interface FigureKey {
  readonly kind: FigureKind;
  readonly fiscalYear: number;
  readonly subject: FigureSubject;
  /** `2024` the year, `2024-04` a month. */
  readonly period: string;
}

/** Without letters that are read for others: what somebody types from paper is found. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The name of a published number, the same in every format and in every edition of the year: `f` and eleven letters (55 bits of
 * SHA-256 over what the number is of). It says nothing of the value: a corrected number keeps its name.
 */
export function figureId({ kind, fiscalYear, subject, period }: FigureKey): string {
  const digest = createHash('sha256')
    .update([kind, fiscalYear, ...subjectParts(subject), period].join('|'))
    .digest();
  return `f${[...digest.subarray(0, 11)].map((byte) => letters[byte & 31]).join('')}`;
}

function subjectParts(subject: FigureSubject): readonly string[] {
  switch (subject.of) {
    case 'measure':
      return ['measure', subject.thread];
    case 'budget':
      return ['budget', subject.thread, subject.stage];
    case 'expected-budget':
    case 'target':
      return [subject.of, subject.thread];
    case 'plan':
      return ['plan', subject.row];
    case 'plan-total':
      return ['plan-total', subject.pillar ?? ''];
    case 'programs':
      return ['programs', subject.category ?? ''];
    case 'state':
      return ['state', subject.thread ?? '', subject.domain, subject.key];
    case 'count':
      return ['count', subject.what, subject.code ?? ''];
  }
}
