import type { KeyPlace } from '#platform/vault/rotate.ts';

const place = (table: string, owner: string, { id = 'id', column = 'sealed_key' } = {}): KeyPlace => ({
  table,
  id,
  column,
  owner: (of) => `${owner}:${of}`,
});

/** Every column in which data keys lie: what a rotation seals again. `keys.test.ts` finds one that is missing. */
export const keyPlaces: readonly KeyPlace[] = [
  place('grant_subscriptions', 'grant-subscription'),
  place('contacts', 'contact'),
  place('transfers', 'transfer'),
  place('debriefs', 'debrief'),
  place('line_channels', 'line', { id: 'desk_id' }),
  place('call_hooks', 'call-hook', { id: 'desk_id', column: 'sealed_secret' }),
  place('packets', 'packet'),
  place('place_answers', 'place-answer'),
  place('place_papers', 'place-paper'),
  place('persons', 'person'),
  place('case_files', 'case'),
  place('case_meetings', 'meeting'),
  place('case_view_alerts', 'view-alert'),
  place('referrals', 'referral'),
  place('grant_applicants', 'grant-applicant'),
  place('grant_applications', 'grant-application'),
  place('grant_packs', 'grant-pack'),
  place('grant_benefits', 'grant-benefit'),
  place('grant_hand_ons', 'grant-receipt', { id: 'receipt_id' }),
  place('grant_statements', 'grant-statement'),
  place('workplace_requests', 'workplace-request'),
  place('work_training_told', 'work-training', { id: 'training_id' }),
  place('training_entries', 'training-entry'),
  place('training_certificates', 'training-certificate'),
  place('watch_members', 'watch-member'),
  place('watch_notices', 'watch-notice'),
  place('lawyer_bookings', 'lawyer-booking'),
  place('member_applications', 'member-application'),
  place('partner_meeting_entries', 'partner-meeting-entry'),
];
