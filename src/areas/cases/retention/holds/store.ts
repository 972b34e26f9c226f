import { and, asc, eq, gte, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { people } from '#platform/people/tables.ts';
import { caseHolds } from '../tables.ts';

export type Hold = typeof caseHolds.$inferSelect;

export async function insertHold(tx: Tx, row: typeof caseHolds.$inferInsert): Promise<void> {
  await tx.insert(caseHolds).values(row);
}

export async function findHold(tx: Tx, caseId: string, today: string): Promise<Hold | undefined> {
  const [row] = await tx
    .select()
    .from(caseHolds)
    .where(and(eq(caseHolds.caseId, caseId), isNull(caseHolds.liftedAt), gte(caseHolds.untilOn, today)));
  return row;
}

export async function updateHold(
  tx: Tx,
  id: string,
  change: Partial<typeof caseHolds.$inferInsert>,
): Promise<void> {
  await tx.update(caseHolds).set(change).where(eq(caseHolds.id, id));
}

/** Holds that stand, with who placed them; why, only the case's page tells. */
export async function listHolds(
  tx: Tx,
  { organisationId, today }: { organisationId: string; today: string },
) {
  return tx
    .select({
      caseId: caseHolds.caseId,
      untilOn: caseHolds.untilOn,
      placedAt: caseHolds.placedAt,
      by: people.name,
    })
    .from(caseHolds)
    .leftJoin(people, eq(people.id, caseHolds.placedBy))
    .where(
      and(
        eq(caseHolds.organisationId, organisationId),
        isNull(caseHolds.liftedAt),
        gte(caseHolds.untilOn, today),
      ),
    )
    .orderBy(asc(caseHolds.untilOn));
}
