import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { householdMembers } from './tables.ts';

export type HouseholdMember = typeof householdMembers.$inferSelect;
type NewMember = typeof householdMembers.$inferInsert;

/** Who belongs to a person, and (by `memberId`) to whom the person belongs. */
export async function listHousehold(tx: Tx, personId: string): Promise<HouseholdMember[]> {
  return tx
    .select()
    .from(householdMembers)
    .where(eq(householdMembers.personId, personId))
    .orderBy(asc(householdMembers.createdAt));
}

export async function listHouseholdsWith(tx: Tx, memberId: string): Promise<HouseholdMember[]> {
  return tx.select().from(householdMembers).where(eq(householdMembers.memberId, memberId));
}

export async function lockMember(tx: Tx, id: string): Promise<HouseholdMember> {
  const [row] = await tx.select().from(householdMembers).where(eq(householdMembers.id, id)).for('update');
  if (!row) throw new NotFound('member');
  return row;
}

export async function insertMember(tx: Tx, row: NewMember): Promise<void> {
  await tx.insert(householdMembers).values(row);
}

export async function updateMember(tx: Tx, id: string, change: Partial<NewMember>): Promise<void> {
  await tx.update(householdMembers).set(change).where(eq(householdMembers.id, id));
}

export async function removeMemberRow(tx: Tx, id: string): Promise<void> {
  await tx.delete(householdMembers).where(eq(householdMembers.id, id));
}

/** Joined persons are one household, until it is undone: only what was written for the other goes over, or back. */
export async function moveHousehold(
  tx: Tx,
  { writtenFor, from, to }: { writtenFor: string; from: string; to: string },
): Promise<void> {
  await tx
    .update(householdMembers)
    .set({ personId: to })
    .where(and(eq(householdMembers.sealedFor, writtenFor), eq(householdMembers.personId, from)));
}
