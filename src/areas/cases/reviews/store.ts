import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { caseReviews } from './tables.ts';

export type CaseReview = typeof caseReviews.$inferSelect;
export type NewCaseReview = typeof caseReviews.$inferInsert;

export async function listReviews(tx: Tx, caseId: string): Promise<CaseReview[]> {
  return tx.select().from(caseReviews).where(eq(caseReviews.caseId, caseId)).orderBy(asc(caseReviews.round));
}

export async function findReviewOfPlan(tx: Tx, planId: string): Promise<CaseReview | undefined> {
  const [row] = await tx.select().from(caseReviews).where(eq(caseReviews.planId, planId));
  return row;
}

export async function lockReview(tx: Tx, id: string): Promise<CaseReview> {
  const [row] = await tx.select().from(caseReviews).where(eq(caseReviews.id, id)).for('update');
  if (!row) throw new NotFound('review');
  return row;
}

export async function insertReview(tx: Tx, row: NewCaseReview): Promise<CaseReview> {
  const [inserted] = await tx.insert(caseReviews).values(row).returning();
  if (!inserted) throw new Error('review was not written');
  return inserted;
}

/** Writes a change and counts its version up. */
export async function updateReview(tx: Tx, id: string, change: Partial<NewCaseReview>): Promise<CaseReview> {
  const [row] = await tx
    .update(caseReviews)
    .set({ ...change, version: sql`${caseReviews.version} + 1` })
    .where(eq(caseReviews.id, id))
    .returning();
  if (!row) throw new NotFound('review');
  return row;
}

export async function findReviewCase(tx: Tx, reviewId: string): Promise<string> {
  const [row] = await tx
    .select({ caseId: caseReviews.caseId })
    .from(caseReviews)
    .where(eq(caseReviews.id, reviewId));
  if (!row) throw new NotFound('review');
  return row.caseId;
}
