import type { Translated } from '../hours/hours.ts';

/** What a person said that schemes ask about. Absent: not said, and never guessed. Yen are whole, per month where they recur. */
export interface SchemeFacts {
  /** Municipality or ward code, and what it lies in, the smallest first. */
  readonly area?: readonly string[];
  readonly numbers: { readonly [Name in NumberFact]?: number };
  readonly choices: { readonly [Name in ChoiceFact]?: string };
}

export const numberFacts = ['household', 'age', 'income', 'rent', 'savings', 'monthsSinceLoss'] as const;
/** People in the household · years · yen a month of the household · yen a month · yen · months since the job was lost or the income fell. */
export type NumberFact = (typeof numberFacts)[number];

export const choiceFacts = {
  /** lost: 離職・廃業, reduced: income fell as if, none: no work for other reasons, working, hired: begins soon */
  work: ['lost', 'reduced', 'none', 'working', 'hired'],
  mainEarner: ['yes', 'no'],
  seeking: ['yes', 'no'],
  /** lost: no home, losing: about to lose it, renting, movedIn: moved in within a month, owned */
  home: ['lost', 'losing', 'renting', 'movedIn', 'owned'],
  welfare: ['yes', 'no'],
  /** A plan made by a 自立相談支援機関 of the prefecture. */
  plan: ['yes', 'no'],
  /** 家計改善支援 found that moving mends the budget. */
  movingHelps: ['yes', 'no'],
  schoolChildren: ['yes', 'no'],
  /** Lives, learns or works in the prefecture, or is about to. */
  connected: ['yes', 'no'],
  /** Illness, birth, care or the like kept them from looking for work. */
  hindered: ['yes', 'no'],
} as const;
export type ChoiceFact = keyof typeof choiceFacts;

/** An amount that follows from facts and tables; where something is unknown it is a range. */
export type Amount =
  | number
  | { readonly fact: NumberFact }
  /** A row of the area (or `other`), the column of the household size; missing: unknown. */
  | { readonly table: string }
  | { readonly sum: readonly Amount[] }
  | { readonly product: readonly [Amount, number] }
  | { readonly least: readonly Amount[] };

export type Test =
  | { readonly fact: NumberFact; readonly atMost: Amount }
  | { readonly fact: NumberFact; readonly atLeast: Amount }
  | { readonly fact: ChoiceFact; readonly oneOf: readonly string[] }
  | { readonly area: readonly string[] }
  | { readonly any: readonly Test[] }
  | { readonly all: readonly Test[] };

export interface Requirement {
  readonly test: Test;
  /** What is asked, as a sentence. `{limit}` is the amount of the test, in yen. */
  readonly says: Translated;
  /** What would have to change; absent where nothing could (age). */
  readonly change?: Translated;
}

/** The rule of a scheme between two days. A change of the law is another version; the earlier stays for its time. */
export interface SchemeVersion {
  /** `YYYY-MM-DD`, both inclusive; null: without an end that is known. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly name: Translated;
  /** What one gets, in one or two sentences; `{name of an amount}` is put in. */
  readonly gives: Translated;
  readonly law: Translated;
  readonly requirements: readonly Requirement[];
  readonly amounts?: { readonly [name: string]: Amount };
  readonly tables?: { readonly [name: string]: { readonly [area: string]: readonly number[] } };
  /** The last day for which somebody has looked the facts up. After it, people are told to ask. */
  readonly checkedUntil: string;
  /** 例示: the rule is simplified, since its text was not at hand. */
  readonly illustrative?: boolean;
}

export interface Scheme {
  readonly code: string;
  /** Worries for which it is looked at. */
  readonly topics: readonly string[];
  /** Entry of the directory that tells more. */
  readonly service?: string;
  /** Where each municipality has an entry of its own: by code, the prefecture's for towns and villages. */
  readonly serviceByArea?: { readonly [area: string]: string };
  /** A right that anybody may ask for (生活保護): it is never said not to fit. */
  readonly openToAll?: boolean;
  readonly versions: readonly SchemeVersion[];
}
