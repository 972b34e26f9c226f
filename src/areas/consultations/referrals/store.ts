import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { contactReferrals } from './tables.ts';

export type Referral = typeof contactReferrals.$inferSelect;

export async function listReferrals(tx: Tx, contactId: string): Promise<Referral[]> {
  return tx
    .select()
    .from(contactReferrals)
    .where(eq(contactReferrals.contactId, contactId))
    .orderBy(asc(contactReferrals.at));
}

export async function insertReferral(tx: Tx, row: typeof contactReferrals.$inferInsert): Promise<void> {
  await tx.insert(contactReferrals).values(row);
}

/** False when there was none. */
export async function removeReferral(
  tx: Tx,
  { contactId, id }: { contactId: string; id: string },
): Promise<boolean> {
  const rows = await tx
    .delete(contactReferrals)
    .where(and(eq(contactReferrals.contactId, contactId), eq(contactReferrals.id, id)))
    .returning({ id: contactReferrals.id });
  return rows.length > 0;
}
