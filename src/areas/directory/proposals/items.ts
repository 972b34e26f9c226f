/** What can be said to be wrong. */
export const proposedFields = [
  'name',
  'phone',
  'hours',
  'address',
  'website',
  'summary',
  'description',
  'eligibility',
  'costs',
  'application',
  'closed',
  'other',
] as const;
export type ProposedField = (typeof proposedFields)[number];

/** One thing that should be different, in the words of whoever said so. */
export interface ProposedItem {
  readonly field: ProposedField;
  readonly said: string;
}
