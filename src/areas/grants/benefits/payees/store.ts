import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { grantApplicants } from '../../applicants/tables.ts';

export type Payee = typeof grantApplicants.$inferSelect;

/** The applicant under which a group of the product is paid. */
export async function findPayee(tx: Tx, organisationId: string): Promise<Payee | undefined> {
  const [row] = await tx
    .select()
    .from(grantApplicants)
    .where(and(eq(grantApplicants.organisationId, organisationId), isNotNull(grantApplicants.sealedAccount)))
    .orderBy(asc(grantApplicants.createdAt))
    .limit(1);
  return row;
}

export async function linkPayee(
  tx: Tx,
  { applicantId, organisationId }: { applicantId: string; organisationId: string },
): Promise<void> {
  await tx.update(grantApplicants).set({ organisationId }).where(eq(grantApplicants.id, applicantId));
}

/** Groups that have said where they are paid (ids). */
export async function listKnownGroups(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: grantApplicants.organisationId })
    .from(grantApplicants)
    .where(and(isNotNull(grantApplicants.organisationId), isNotNull(grantApplicants.sealedAccount)));
  return rows.flatMap(({ id }) => id ?? []);
}
