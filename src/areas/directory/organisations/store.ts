import { asc, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { organisations } from '#platform/people/tables.ts';
import { services } from '../services/tables.ts';
import { confirmationAddresses, organisationProfiles } from './tables.ts';

export type Profile = typeof organisationProfiles.$inferSelect;

/** Undefined where nobody wrote one yet. */
export async function findProfile(tx: Tx, organisationId: string): Promise<Profile | undefined> {
  const [row] = await tx
    .select()
    .from(organisationProfiles)
    .where(eq(organisationProfiles.organisationId, organisationId));
  return row;
}

export async function upsertProfile(
  tx: Tx,
  profile: typeof organisationProfiles.$inferInsert,
): Promise<void> {
  const { organisationId: _, ...set } = profile;
  await tx
    .insert(organisationProfiles)
    .values(profile)
    .onConflictDoUpdate({ target: organisationProfiles.organisationId, set });
}

/** Empty where there is none, and for those who may not know it. */
export async function findConfirmationAddress(tx: Tx, organisationId: string): Promise<string> {
  const [row] = await tx
    .select()
    .from(confirmationAddresses)
    .where(eq(confirmationAddresses.organisationId, organisationId));
  return row?.email ?? '';
}

export async function replaceConfirmationAddress(
  tx: Tx,
  { organisationId, email }: { organisationId: string; email: string },
): Promise<void> {
  if (email === '')
    await tx.delete(confirmationAddresses).where(eq(confirmationAddresses.organisationId, organisationId));
  else
    await tx
      .insert(confirmationAddresses)
      .values({ organisationId, email })
      .onConflictDoUpdate({ target: confirmationAddresses.organisationId, set: { email } });
}

/** Open organisations, those with entries first, with what is known about them here; addresses only where this person may know them. */
export async function listKeptOrganisations(tx: Tx) {
  const entries = tx
    .select({ organisationId: services.organisationId, entries: count().as('entries') })
    .from(services)
    .groupBy(services.organisationId)
    .as('entries');
  return tx
    .select({
      id: organisations.id,
      kind: organisations.kind,
      nameJa: organisations.nameJa,
      nameEn: organisations.nameEn,
      entries: entries.entries,
      hasProfile: isNotNull(organisationProfiles.organisationId).mapWith(Boolean),
      hasAddress: isNotNull(confirmationAddresses.organisationId).mapWith(Boolean),
    })
    .from(organisations)
    .leftJoin(entries, eq(entries.organisationId, organisations.id))
    .leftJoin(organisationProfiles, eq(organisationProfiles.organisationId, organisations.id))
    .leftJoin(confirmationAddresses, eq(confirmationAddresses.organisationId, organisations.id))
    .where(isNull(organisations.closedAt))
    .orderBy(isNull(entries.entries), asc(organisations.kind), asc(organisations.nameJa));
}
