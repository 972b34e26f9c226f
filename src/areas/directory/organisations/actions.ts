import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { mustWriteService } from '../access.ts';
import { decideAddress, decideProfile, type ProfileInput, type ProfileRefusal } from './rules.ts';
import { replaceConfirmationAddress, upsertProfile } from './store.ts';

/** What the public reads about an organisation; its name and kind are the platform's. */
export async function saveProfile(
  db: Db,
  who: Who,
  { organisationId, ...profile }: { organisationId: string } & ProfileInput,
  now = new Date(),
): Promise<Result<{ organisationId: string }, ProfileRefusal>> {
  mustWriteService(who, { organisationId });
  const decision = decideProfile(profile);
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    await findOrganisation(tx, organisationId);
    await upsertProfile(tx, { organisationId, ...profile, updatedAt: now });
    await publicPagesChanged(tx);
    const subject = { kind: 'organisation', id: organisationId };
    await record(tx, { event: 'organisation.write-profile', subject }, now);
    return ok({ organisationId });
  });
}

/** Where the mailed links of an organisation's entries go; empty: nowhere. The address itself is in no record. */
export async function setConfirmationAddress(
  db: Db,
  who: Who,
  { organisationId, email }: { organisationId: string; email: string },
  now = new Date(),
): Promise<Result<{ organisationId: string }, ProfileRefusal>> {
  mustWriteService(who, { organisationId });
  const decision = decideAddress(email);
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    await findOrganisation(tx, organisationId);
    await replaceConfirmationAddress(tx, { organisationId, email });
    const event = {
      event: 'organisation.set-confirmation-address',
      subject: { kind: 'organisation', id: organisationId },
      facts: { set: email !== '' },
    } as const;
    await record(tx, event, now);
    return ok({ organisationId });
  });
}
