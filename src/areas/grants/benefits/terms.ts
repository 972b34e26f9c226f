import type { Text } from '#platform/i18n.ts';

/** What a call for persons asks and pays: data, in the call's versions. Money in yen. */
export interface BenefitTerms {
  /** Who is paid: the group that passes it on against a receipt, or the person. */
  readonly payee: 'group' | 'person';
  readonly conditions: readonly Condition[];
  readonly amount: BenefitAmount;
  /** For one person in this call. */
  readonly limit: { readonly times: number; readonly yen: number };
  /** What it may be for. */
  readonly uses: readonly Named[];
  /** What may have come of it. */
  readonly outcomes: readonly Named[];
  /** Days after the payment by which receipt and result are there. */
  readonly reportDays: number;
}

interface Named {
  readonly code: string;
  readonly label: Text;
}

/** All of them have to be met. `otherwise` says what a «no» means, and where else help is. */
export type Condition = Named & { readonly otherwise: Text } & (
    | { readonly kind: 'plan' }
    | { readonly kind: 'age'; readonly atMost: number }
    | { readonly kind: 'answer'; readonly passes: 'yes' | 'no' }
    /** Not moved in yet, or at most so many months ago. */
    | { readonly kind: 'moved'; readonly withinMonths: number }
    /** Last month's income of the household ≤ (base + rent limit of the area) × factor. */
    | {
        readonly kind: 'income';
        readonly base: BySize;
        readonly areas: readonly (Named & { readonly rent: BySize })[];
        readonly numerator: number;
        readonly denominator: number;
      }
    /** ≤ base × times, and ≤ cap. */
    | { readonly kind: 'savings'; readonly base: BySize; readonly times: number; readonly cap: number }
  );

/** Yen by size of the household: the first is for one person, the last also for more. */
export type BySize = readonly [number, ...number[]];

export type BenefitAmount =
  | { readonly kind: 'asked'; readonly ceiling: number }
  /** A share of what things cost, and (where the call says so) of the interest of instalments. */
  | {
      readonly kind: 'share';
      readonly numerator: number;
      readonly denominator: number;
      readonly ceiling: number;
      readonly roundDownTo: number;
      readonly items: readonly Named[];
      readonly interest: InterestTerms | null;
    };

export interface InterestTerms {
  /** The share of the interest that is paid. */
  readonly numerator: number;
  readonly denominator: number;
  readonly maxInstalments: number;
  /** Highest yearly rate, in hundredths of a percent: 1500 is 15 %. */
  readonly maxBasisPoints: number;
}
