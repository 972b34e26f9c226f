import type { Text } from '#platform/i18n.ts';
import type { BenefitTerms } from '../benefits/terms.ts';

/** A day as YYYY-MM-DD, in Asia/Tokyo. */
type Day = string;

/** What a call asks, pays and expects: data, edited by an office, never code. Money in yen. */
export interface CallTerms {
  readonly name: Text;
  readonly summary: Text;
  readonly whoFor: Text;
  /** Windows of application; the last day counts whole, paper by its postmark. */
  readonly windows: readonly { readonly opensOn: Day; readonly closesOn: Day }[];
  /** Closes early when this is true and nothing of the budget is free. */
  readonly firstCome: boolean;
  /** One application for each of these: `unitKey` of an application. */
  readonly unit: Unit;
  readonly amount: AmountRule;
  /** Two minutes, before anything is typed: yes or no, and what a «no» means. */
  readonly eligibility: readonly EligibilityQuestion[];
  readonly questions: readonly Question[];
  readonly papers: readonly Paper[];
  /** Conditions that stand in the letter of the decision. */
  readonly conditions: readonly Text[];
  /** What the officer ticks off on every application. */
  readonly checks: readonly Check[];
  /** What reviewers give points for. */
  readonly criteria: readonly Criterion[];
  readonly advance: { readonly allowed: boolean; readonly upToPercent: number };
  /** Null: nothing is reported (one-shot). */
  readonly report: {
    /** The sooner of: days after the work ended, and a fixed day. */
    readonly daysAfterEnd: number;
    readonly latestOn: Day;
    readonly papers: readonly Paper[];
    /** Numbers that the group counts: how many came, how often. */
    readonly questions?: readonly ReportQuestion[];
    readonly keepYears: number;
  } | null;
  /** Which answers of groups become figures of the call's program. */
  readonly figures?: readonly Figure[];
  /** Only of a call for persons: conditions, amount and who is paid (benefits). */
  readonly benefit?: BenefitTerms;
  readonly contact: { readonly name: Text; readonly phone: string; readonly mail: string };
}

export const units = ['group', 'site', 'municipality', 'person'] as const;
export type Unit = (typeof units)[number];

export type AmountRule =
  | { readonly kind: 'fixed'; readonly yen: number }
  /** By the number that was answered to `question`: the last tier whose `from` is reached. */
  | {
      readonly kind: 'tiers';
      readonly question: string;
      readonly tiers: readonly { readonly from: number; readonly yen: number }[];
    }
  /** Eligible costs × rate, at most the ceiling, rounded down to a multiple of `roundDownTo` (1 or 1,000 yen). */
  | {
      readonly kind: 'rate';
      readonly numerator: number;
      readonly denominator: number;
      readonly ceiling: number;
      readonly roundDownTo: number;
      /** The question (kind `costs`) that holds the eligible costs. */
      readonly question: string;
    };

export interface EligibilityQuestion {
  readonly code: string;
  readonly label: Text;
  /** The answer that passes. */
  readonly passes: 'yes' | 'no';
  /** Said when it does not pass: why, and where else help is. */
  readonly otherwise: Text;
}

/** `costs`: rows of what it is for, yen, and whether it counts as eligible. */
export const questionKinds = [
  'line',
  'text',
  'number',
  'yen',
  'day',
  'yes-no',
  'choice',
  'choices',
  'municipality',
  'costs',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Question {
  readonly code: string;
  readonly kind: QuestionKind;
  readonly label: Text;
  readonly hint?: Text;
  readonly required: boolean;
  readonly options?: readonly { readonly code: string; readonly label: Text }[];
  /** Asked only when another question was answered so. */
  readonly onlyIf?: { readonly code: string; readonly is: string };
  /**
   * Filled in from what is known: the group's own facts, last year's answer to the same code, or what was reported then (costs, or
   * what the amount went by; `last-report:<code>`: a number of the report).
   */
  readonly fillFrom?: FillFrom;
}

export type FillFrom = 'applicant' | 'last-year' | 'last-report' | `last-report:${string}`;

/** A number of the final report; whole, from 0. */
export interface ReportQuestion {
  readonly code: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly required: boolean;
}

/** An answer of every group that feeds a measure of the program. */
export interface Figure {
  readonly code: string;
  readonly measureId: string;
  readonly from: 'application' | 'report';
  /** Code of the question: a number, yen, or yes and no. */
  readonly question: string;
  /** sum: the numbers together · count: how many groups answered more than 0, or yes */
  readonly how: 'sum' | 'count';
}

export interface Check {
  readonly code: string;
  readonly label: Text;
}

export interface Criterion {
  readonly code: string;
  readonly label: Text;
  readonly hint?: Text;
  /** Points from 0 to this. */
  readonly most: number;
}

export interface Paper {
  readonly code: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly required: boolean;
  readonly onlyIf?: { readonly code: string; readonly is: string };
}
