/** What anybody can say to be wrong with an entry. */
export const correctableFields = [
  'hours',
  'phone',
  'address',
  'name',
  'website',
  'summary',
  'description',
  'eligibility',
  'costs',
  'application',
  'closed',
  'other',
] as const;
export type CorrectableField = (typeof correctableFields)[number];

/** Of an entry that is missing: what it would be, too. `part`: staff propose a whole part, and the content says how. */
export type ProposedField = CorrectableField | 'kind' | 'part';

/** One thing that should be different, in the words of whoever said so. */
export interface ProposedItem {
  readonly field: ProposedField;
  readonly said: string;
}
