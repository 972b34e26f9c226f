import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { caseBases } from './tables.ts';

export type CaseBasis = typeof caseBases.$inferSelect;
export type NewBasis = typeof caseBases.$inferInsert;

export async function insertBasis(tx: Tx, basis: NewBasis): Promise<CaseBasis> {
  const [row] = await tx.insert(caseBases).values(basis).returning();
  if (!row) throw new Error('basis was not written');
  return row;
}

export async function findBasis(tx: Tx, id: string): Promise<CaseBasis> {
  const [row] = await tx.select().from(caseBases).where(eq(caseBases.id, id));
  if (!row) throw new NotFound('basis');
  return row;
}

export async function lockBasis(tx: Tx, id: string): Promise<CaseBasis> {
  const [row] = await tx.select().from(caseBases).where(eq(caseBases.id, id)).for('update');
  if (!row) throw new NotFound('basis');
  return row;
}

/** Newest first. */
export async function listBases(tx: Tx, caseId: string): Promise<CaseBasis[]> {
  return tx.select().from(caseBases).where(eq(caseBases.caseId, caseId)).orderBy(desc(caseBases.createdAt));
}

export async function updateBasis(tx: Tx, id: string, change: Partial<NewBasis>): Promise<void> {
  await tx.update(caseBases).set(change).where(eq(caseBases.id, id));
}

/** Urgencies that somebody was told of and has not looked at. */
export async function listUnseenUrgencies(tx: Tx, personId: string): Promise<CaseBasis[]> {
  return tx
    .select()
    .from(caseBases)
    .where(
      and(eq(caseBases.lane, 'urgency'), eq(caseBases.toldPersonId, personId), isNull(caseBases.seenAt)),
    );
}

/** Broken glass that the told person has not looked at. */
export async function listUnsigned(tx: Tx): Promise<CaseBasis[]> {
  return tx
    .select()
    .from(caseBases)
    .where(and(eq(caseBases.lane, 'urgency'), isNull(caseBases.seenAt)));
}
