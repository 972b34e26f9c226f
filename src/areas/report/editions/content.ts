import type { Text } from '#platform/i18n.ts';
import type { StatesContent } from '../states/content/rules.ts';

/** The frozen content of an edition. Everything is copied in, words and vocabularies too: old years render as published. */

export type EditionKind = 'results' | 'plan';

/** A word of a year's vocabulary; English may be empty and then falls back to Japanese. */
export interface Term {
  readonly code: string;
  readonly name: Text;
}

export interface Rating extends Term {
  /** 1 is the best of the year's scale. */
  readonly level: number;
}

export interface Category extends Term {
  readonly mainContent: Text;
  readonly programs: number;
}

/** A program as the overview lists it. */
export interface ProgramBrief {
  readonly slug: string;
  readonly name: Text;
  readonly category: string | null;
  readonly bureau: Text;
  readonly isNew: boolean;
  /** new, continued, expanded or ended; the overview of editions made before it was printed tells only what is new. */
  readonly continuity?: string;
  readonly illustrative: boolean;
  readonly rating: Rating | null;
}

/** A row of money of a plan; a program may stand in several pillars, a row stands once. Yen. */
export interface PlanLine {
  /** Names its number (`figures/named.ts`); plans made before numbers had names have none. */
  readonly id?: string;
  readonly pillar: string | null;
  readonly name: Text;
  readonly description: Text;
  readonly isNew: boolean;
  readonly amount: number;
}

/** What comes next: the money of the next year's plan, by its own pillars. Rows without their contents: those stand in the plan. */
export interface Outlook {
  readonly fiscalYear: number;
  readonly pillars: readonly Term[];
  readonly plan: readonly PlanLine[];
}

/** What the year's own pages show. */
export interface EditionHead {
  readonly format: 1;
  readonly kind: EditionKind;
  readonly fiscalYear: number;
  readonly operator: Text;
  readonly headquarters: Text;
  /** What this edition is, or what it changes; printed. Empty in most. */
  readonly note: string;
  readonly summary: Text;
  readonly overallRating: Rating | null;
  readonly categories: readonly Category[];
  readonly pillars: readonly Term[];
  /** Units of its figures, Japanese: what the search offers. */
  readonly units: readonly string[];
  readonly programs: readonly ProgramBrief[];
  readonly plan: readonly PlanLine[];
  /** Of results, where next year's plan was there; absent in editions made before it was told. */
  readonly outlook?: Outlook;
  /** Programs that were not accepted in time and stand outside, and why it went out without them. */
  readonly missing: readonly { readonly name: Text; readonly bureau: Text }[];
  readonly withoutReason: string;
  /** Counts of people from 1 to less than this are withheld; absent in editions made before the rule. */
  readonly fewest?: number;
  /** How people stood before and after; absent where nobody was asked twice, and in editions made before it was told. */
  readonly states?: StatesContent;
}

export interface MonthValue {
  /** YYYY-MM */
  readonly period: string;
  /** Null only where it is withheld. */
  readonly value: number | null;
  readonly withheld?: Withheld;
}

/**
 * There is a number, and it is not told, because it or one beside it counts few people. One sign for both: with two, also in what is
 * hashed, a reader would know which is the small one.
 */
export type Withheld = true;

export type Counting = 'total' | 'distinct';

export interface MeasureContent {
  readonly id: string;
  /** Follows the measure over the years. */
  readonly thread: string;
  readonly label: Text;
  readonly unit: Text;
  readonly kind: string;
  /** 延べ or 実 where people are counted. */
  readonly counting: Counting | null;
  readonly target: number | null;
  /** Of the year; null when none was reported, which is not zero, and when it is withheld. */
  readonly value: number | null;
  readonly withheld?: Withheld;
  readonly previousValue: number | null;
  readonly previousWithheld?: Withheld;
  readonly months: readonly MonthValue[];
  readonly definition: string;
  readonly sourceNote: string;
}

/** A program's own page. */
export interface ProgramContent extends ProgramBrief {
  readonly id: string;
  readonly fiscalYear: number;
  /** Follows the program over the years. */
  readonly thread: string;
  readonly continuity: string;
  readonly division: string;
  readonly partners: readonly Text[];
  readonly pillars: readonly Term[];
  readonly line: Term | null;
  readonly categoryName: Text | null;
  readonly targetPeople: string;
  readonly purpose: string;
  readonly logic: {
    readonly inputs: string;
    readonly activities: string;
    readonly outputs: string;
    readonly outcomes: string;
  };
  /** Yen; null where it was not stated. */
  readonly budget: {
    readonly initial: number | null;
    readonly revised: number | null;
    readonly settled: number | null;
  };
  /** As in the head, where a number of this program is withheld. */
  readonly fewest?: number;
  readonly summary: string;
  readonly evaluation: string;
  readonly nextStep: string;
  readonly measures: readonly MeasureContent[];
  /** Its people’s state stands in `states` of the head. */
  readonly hasStates?: true;
  readonly voices: readonly { readonly speaker: string; readonly words: string }[];
  readonly pictures: readonly {
    readonly fileId: string;
    readonly alternative: string;
    readonly caption: string;
  }[];
}

export interface EditionContent {
  readonly head: EditionHead;
  readonly programs: readonly ProgramContent[];
}
