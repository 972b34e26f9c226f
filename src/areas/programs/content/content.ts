import type { Text } from '#platform/i18n.ts';
import type { EntryStatus } from '../programs/rules.ts';
import type { Scheme } from '../terms/rules.ts';

/** A fiscal year as it stands now, with everything a published edition copies into itself. Plain JSON: no dates, no undefined. */
export interface YearContent {
  readonly year: number;
  readonly summary: Text;
  /** Code of the year's ratings. */
  readonly overallRating: string | null;
  /** Every vocabulary of the year, in order. */
  readonly terms: Readonly<Record<Scheme, readonly TermContent[]>>;
  /** False where no round ever asked for the year's results: then every `entryStatus` is null. */
  readonly collected: boolean;
  /** In the order of the report: by category as the year orders them, then by position. */
  readonly programs: readonly ProgramContent[];
  readonly plan: readonly PlanRowContent[];
}

export interface TermContent {
  readonly code: string;
  /** `en` may be empty: it then falls back to Japanese (`contentIn`). */
  readonly name: Text;
  readonly organisationId: string | null;
  /** { mainContent, mainContentEn } of a category, { level } of a rating (1 is best). */
  readonly details: Readonly<Record<string, string | number>>;
}

export interface BureauContent {
  readonly organisationId: string;
  /** As it was called in that year. */
  readonly name: Text;
}

export interface ProgramContent {
  readonly id: string;
  /** Id of the earliest predecessor: follows the program over the years. */
  readonly thread: string;
  readonly slug: string;
  readonly name: Text;
  readonly continuity: string;
  /** Codes of the year's vocabularies. */
  readonly category: string | null;
  readonly line: string | null;
  readonly pillars: readonly string[];
  readonly bureau: BureauContent;
  readonly partners: readonly BureauContent[];
  readonly division: string;
  readonly targetPeople: string;
  readonly purpose: string;
  readonly logic: {
    readonly inputs: string;
    readonly activities: string;
    readonly outputs: string;
    readonly outcomes: string;
  };
  /** Yen; null where not stated. */
  readonly budget: {
    readonly initial: number | null;
    readonly revised: number | null;
    readonly settled: number | null;
  };
  readonly illustrative: boolean;
  readonly measures: readonly MeasureContent[];
  readonly result: {
    readonly summary: string;
    readonly evaluation: string;
    /** Code of the year's ratings. */
    readonly rating: string | null;
    readonly nextStep: string;
  };
  readonly voices: readonly { readonly speaker: string; readonly words: string }[];
  readonly pictures: readonly {
    readonly fileId: string;
    readonly alternative: string;
    readonly caption: string;
  }[];
  /** The problem it came of. */
  readonly problem: { readonly id: string; readonly title: string } | null;
  /** In the latest round that asked for it. */
  readonly entryStatus: EntryStatus | null;
}

export interface MeasureContent {
  readonly id: string;
  /** Id of the earliest predecessor: follows the measure over the years. */
  readonly thread: string;
  readonly label: Text;
  /** Code of the year's units, and its words. */
  readonly unit: string;
  readonly unitName: Text;
  readonly kind: string;
  readonly counting: 'total' | 'distinct' | null;
  readonly rhythm: 'year' | 'month';
  readonly target: number | null;
  /** By period, as reported: `2024` the year, `2024-04` a month. */
  readonly values: Readonly<Record<string, number>>;
  /** The year's value (see `yearValue`); null is «not reported». */
  readonly yearValue: number | null;
  /** Last year's value: of the measure it follows, else as typed. */
  readonly previousValue: number | null;
  readonly definition: string;
  readonly sourceNote: string;
}

export interface PlanRowContent {
  readonly id: string;
  readonly pillar: string | null;
  readonly name: Text;
  readonly description: Text;
  readonly isNew: boolean;
  /** Yen. */
  readonly amount: number;
  readonly programId: string | null;
}
