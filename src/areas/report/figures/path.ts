import type { Text } from '#platform/i18n.ts';
import type { Counting } from '../editions/content.ts';
import type { FigureKind, FigureSubject } from './identity.ts';

/** How a number came about, for its reader. */
export type Formula =
  /** Told as it stands. */
  | { readonly of: 'told' }
  /** Nobody reported it. */
  | { readonly of: 'none' }
  /** The months added up. */
  | { readonly of: 'months'; readonly count: number }
  /** Rows of the plan added up. */
  | { readonly of: 'rows'; readonly count: number }
  /** Copied as it stood in the program on the day on which it was kept. */
  | { readonly of: 'kept' }
  /** Counted in the edition itself. */
  | { readonly of: 'counted' }
  /** Counted from the records of cases when the edition was prepared, without opening one. */
  | { readonly of: 'cases' };

/** By which way a value came into the product, as everybody may know it: roles, never names. */
export interface EntryFact {
  readonly via: 'form' | 'program' | 'workbook' | 'offer' | 'live';
  readonly by: 'reporter' | 'secretariat' | 'product';
  /** YYYY-MM-DD in Tokyo; empty where it was not kept. */
  readonly on: string;
  /** A workbook: SHA-256 of the file and the cell, `実績!F12`. */
  readonly sha256?: string;
  readonly cell?: string;
  /** An offer: what it was counted from, and from how many answers. */
  readonly offer?: { readonly label: Text; readonly sources: number };
}

/** The measure that the product counts itself, and what it counted when the edition was published. */
export interface LiveFact {
  readonly code: string;
  readonly name: Text;
  readonly definition: Text;
  readonly formula: Text;
  /** Which desk, channel, call: as words, in the order of the registry. */
  readonly parameters: readonly { readonly name: Text; readonly value: string }[];
  readonly version: number;
  /** The version behind last year's number, where it was another. */
  readonly formerVersion: number | null;
  /** Whether it counted what was published; null: there was nothing to count, or the number is withheld. How far it differs, staff see. */
  readonly agrees: boolean | null;
  /** `2025-07-01 09:00`, Tokyo. */
  readonly computedAt: string;
}

export interface StatementFact {
  readonly title: string;
  readonly issuer: string;
  /** Page or section. */
  readonly place: string;
  /** SHA-256 of the filed document; empty where only its name is known. */
  readonly sha256: string;
  /** The day on which it was filed (YYYY-MM-DD, Tokyo). */
  readonly filedOn?: string;
  /** What everybody may fetch; absent where it is for those who answer for the number. */
  readonly file?: { readonly id: string; readonly mediaType: string; readonly bytes: number };
}

/** What a number says, whatever it stands in. */
export interface FigureMeaning {
  readonly id: string;
  readonly kind: FigureKind;
  readonly fiscalYear: number;
  readonly subject: FigureSubject;
  readonly period: string;
  readonly label: Text;
  readonly program: { readonly name: Text } | null;
  readonly bureau: Text | null;
  readonly unit: Text;
  readonly counting: Counting | null;
  readonly definition: string;
  readonly formula: Formula;
  /** As published; null: withheld, or not reported: of such a number last year's and the target are told. */
  readonly value: number | null;
  /** Counts so few that it is not told, or gives away what is not; `fewest` is where telling begins. */
  readonly withheld?: true;
  readonly fewest?: number;
  readonly previousValue: number | null;
  readonly target: number | null;
}

/** All that everybody may know of a number of an edition. Frozen with it; what an old edition does not know is absent. */
export interface FigurePath extends FigureMeaning {
  readonly format: 1;
  /** Of a measure: its id in the year, as in `measures.csv`. */
  readonly measureId?: string;
  readonly program: { readonly slug: string; readonly name: Text } | null;
  readonly sourceNote: string;
  readonly entry?: EntryFact;
  readonly live?: LiveFact;
  readonly statement?: StatementFact;
  /** The day from which it was asked for no more: when the entry was accepted (YYYY-MM-DD, Tokyo). */
  readonly acceptedOn?: string;
}

/** What staff may know besides: where in the product it leads on, and who it was. */
export interface FigureTrail {
  readonly programId?: string;
  readonly measureId?: string;
  readonly entryId?: string;
  readonly roundId?: string;
  readonly organisationId?: string;
  readonly returnId?: string;
  readonly offerId?: string;
  readonly enteredBy?: string;
  readonly acceptedBy?: string;
  readonly statedBy?: string;
  /** What the live measure had counted then, also where the public is not told. */
  readonly liveValue?: number | null;
}
