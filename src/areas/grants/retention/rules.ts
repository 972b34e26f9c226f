import { settledYears } from '#platform/retention/rules.ts';

/**
 * What an office keeps for its own number of years: `benefit`, of a person, with its letters and accounts · `application`, of a group,
 * once its account is closed or it was refused · `draft`, never sent.
 */
export const keptKinds = ['benefit', 'application', 'draft'] as const;
export type KeptKind = (typeof keptKinds)[number];
export type Years = Readonly<Record<KeptKind, number>>;

export const usualYears: Years = { benefit: 5, application: 5, draft: 1 };

/** What a bank's statement said, of every office: as long as accounts are kept. */
export const statementYears = 5;

/** What an office has settled, and the usual years for the rest. */
export function yearsOf(rows: readonly { readonly kind: string; readonly years: number }[]): Years {
  return settledYears(usualYears, rows);
}

export type RetentionRefusal =
  | 'years-out-of-bounds'
  | 'reason-missing'
  | 'day-order'
  | 'held-before'
  | 'not-held';
