import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { caseRelations } from './tables.ts';

export type CaseRelation = typeof caseRelations.$inferSelect;

export async function listRelations(tx: Tx, caseId: string): Promise<CaseRelation[]> {
  return tx.select().from(caseRelations).where(eq(caseRelations.caseId, caseId));
}

export async function insertRelation(
  tx: Tx,
  row: Omit<typeof caseRelations.$inferInsert, 'id'>,
): Promise<string> {
  const [inserted] = await tx.insert(caseRelations).values(row).returning({ id: caseRelations.id });
  if (!inserted) throw new Error('relation was not written');
  return inserted.id;
}

/** Ends what was given with these bases, referrals or meetings; gives how many were open. */
export async function endRelations(tx: Tx, basisIds: readonly string[], at: Date): Promise<number> {
  if (basisIds.length === 0) return 0;
  const ended = await tx
    .update(caseRelations)
    .set({ endsAt: at })
    .where(
      and(
        inArray(caseRelations.basisId, [...basisIds]),
        or(isNull(caseRelations.endsAt), sql`${caseRelations.endsAt} > ${at.toISOString()}::timestamptz`),
      ),
    )
    .returning({ id: caseRelations.id });
  return ended.length;
}
