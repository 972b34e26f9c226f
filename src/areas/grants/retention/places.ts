import type { SealedPlace } from '#platform/retention/places.ts';

/**
 * Every place of the area where words of people lie, sealed, and where keys lie that know people again: what retention erases. A
 * table with a column `sealed…` that is not here fails `places.test.ts`.
 */
export const benefitPlaces: readonly SealedPlace[] = [
  { table: 'grant_benefit_steps', by: 'benefit_id', erase: { nulls: ['sealed_reason'] } },
  { table: 'grant_hand_ons', by: 'benefit_id', erase: { nulls: ['sealed_key', 'file_id'] } },
  { table: 'grant_holds', by: 'benefit_id', erase: { empty: ['sealed'] } },
  {
    table: 'grant_benefits',
    by: 'id',
    erase: { nulls: ['sealed', 'sealed_outcome', 'sealed_key', 'case_key'] },
  },
];

/** Of a group's application, and of the one that stands behind a benefit. With a paper goes its file (papers/guards.sql). */
export const applicationPlaces: readonly SealedPlace[] = [
  { table: 'grant_answers', by: 'application_id', erase: 'row' },
  { table: 'grant_editors', by: 'application_id', erase: 'row' },
  { table: 'grant_papers', by: 'application_id', erase: 'row' },
  { table: 'grant_letters', by: 'application_id', erase: 'row' },
  { table: 'grant_marks', by: 'application_id', erase: 'row' },
  { table: 'grant_steps', by: 'application_id', erase: { nulls: ['sealed_reason'] } },
  { table: 'grant_alarms', by: 'application_id', erase: { nulls: ['sealed_note'] } },
  { table: 'grant_pack_items', by: 'application_id', erase: { nulls: ['sealed_reason'] } },
  { table: 'grant_assessments', by: 'application_id', erase: { empty: ['sealed'] } },
  { table: 'grant_checklists', by: 'application_id', erase: { nulls: ['sealed_note'] } },
  { table: 'grant_holds', by: 'application_id', erase: { empty: ['sealed'] } },
  { table: 'grant_applications', by: 'id', erase: { nulls: ['sealed_key', 'unit_key'] } },
];

/** Sums, days and codes of an award stay. */
export const awardPlaces: readonly SealedPlace[] = [
  { table: 'grant_payments', by: 'award_id', erase: { nulls: ['sealed_account'] } },
  { table: 'grant_settlements', by: 'award_id', erase: { nulls: ['sealed_report', 'sealed_remark'] } },
  {
    table: 'grant_award_changes',
    by: 'award_id',
    erase: { empty: ['sealed_reason'], nulls: ['sealed_answer'] },
  },
  { table: 'grant_returns', by: 'award_id', erase: { nulls: ['sealed_waiver'] } },
];
export const settlementPlaces: readonly SealedPlace[] = [
  { table: 'grant_settlement_lines', by: 'settlement_id', erase: { empty: ['sealed'] } },
];

/** Once nothing stands under an applicant any more. A group's public name stays. */
export const applicantPlaces: readonly SealedPlace[] = [
  {
    table: 'grant_applicants',
    by: 'id',
    erase: { nulls: ['sealed_key', 'sealed_contact', 'sealed_account'] },
  },
];

/** Once everything in a pack is erased: who sat on the board, and what it said. */
export const packPlaces: readonly SealedPlace[] = [
  { table: 'grant_packs', by: 'id', erase: { nulls: ['sealed_board', 'sealed_key'] } },
];

export const statementPlaces: readonly SealedPlace[] = [
  { table: 'grant_statement_lines', by: 'statement_id', erase: { empty: ['sealed_text'] } },
  { table: 'grant_statements', by: 'id', erase: { nulls: ['sealed_key'] } },
];
