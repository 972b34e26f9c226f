import type { SealedPlace } from '#platform/retention/places.ts';

/**
 * Every place of the area where words of people lie, sealed: what retention erases. A table with a column `sealed…` that is not
 * here fails `places.test.ts`.
 */
export const casePlaces: readonly SealedPlace[] = [
  { table: 'case_answers', by: 'case_id', erase: 'row', text: true },
  { table: 'case_plan_texts', by: 'case_id', erase: 'row', text: true },
  { table: 'case_meeting_papers', by: 'case_id', erase: 'row', text: true },
  { table: 'case_hand_offs', by: 'case_id', erase: 'row', text: true },
  { table: 'case_protection_words', by: 'case_id', erase: 'row', text: true },
  { table: 'case_plan_items', by: 'case_id', erase: { empty: ['sealed'] } },
  { table: 'case_records', by: 'case_id', erase: { empty: ['sealed'] } },
  { table: 'case_tasks', by: 'case_id', erase: { empty: ['sealed'] } },
  { table: 'case_reviews', by: 'case_id', erase: { empty: ['sealed'] } },
  { table: 'case_scales', by: 'case_id', erase: { nulls: ['sealed'] } },
  { table: 'case_follow_ups', by: 'case_id', erase: { nulls: ['sealed'] } },
  { table: 'case_bases', by: 'case_id', erase: { empty: ['sealed_purpose'] } },
  { table: 'case_bars', by: 'case_id', erase: { empty: ['sealed_reason'] } },
  { table: 'case_holds', by: 'case_id', erase: { empty: ['sealed'] } },
  { table: 'case_meeting_members', by: 'case_id', erase: { nulls: ['sealed_name'] } },
  { table: 'case_meetings', by: 'case_id', erase: { nulls: ['sealed_key'] } },
  { table: 'case_openings', by: 'case_id', erase: { empty: ['sealed_reason'] } },
  { table: 'own_page_requests', by: 'case_id', erase: { nulls: ['sealed', 'sealed_answer'] } },
  { table: 'case_view_alerts', by: 'case_id', erase: { nulls: ['sealed_answer', 'sealed_key'] } },
  { table: 'case_files', by: 'id', erase: { nulls: ['sealed_key'] } },
];

export const referralPlaces: readonly SealedPlace[] = [
  { table: 'referral_shares', by: 'referral_id', erase: 'row' },
  { table: 'referral_moves', by: 'referral_id', erase: { nulls: ['sealed_reason'] } },
  { table: 'referrals', by: 'id', erase: { nulls: ['sealed_key'] } },
];

export const personPlaces: readonly SealedPlace[] = [
  { table: 'person_details', by: 'person_id', erase: 'row' },
  { table: 'person_keys', by: 'person_id', erase: 'row' },
  { table: 'household_members', by: 'person_id', erase: { empty: ['sealed'] } },
  {
    table: 'person_joins',
    by: 'kept_id',
    erase: { empty: ['sealed_reason'], nulls: ['sealed_undo_reason'] },
  },
  {
    table: 'person_joins',
    by: 'other_id',
    erase: { empty: ['sealed_reason'], nulls: ['sealed_undo_reason'] },
  },
  { table: 'persons', by: 'id', erase: { nulls: ['sealed_key'] } },
];
