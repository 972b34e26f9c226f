import type { Tx } from '#platform/database/database.ts';
import { insertView } from '../views/store.ts';
import type { Referral } from './store.ts';

/** What was told is read by somebody who does not stand to the case: a look like every other, on the sender's record. */
export async function recordReading(
  tx: Tx,
  {
    referral,
    personId,
    readerAt = referral.toOrganisationId,
    as,
  }: { referral: Referral; personId: string | null; readerAt?: string; as: 'received' | 'link' },
  now: Date,
): Promise<void> {
  const { caseId, homeId: organisationId } = referral;
  await insertView(tx, { caseId, organisationId, personId, readerAt, at: now, what: 'referral', as });
}
