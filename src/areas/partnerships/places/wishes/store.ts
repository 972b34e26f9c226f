import { and, asc, count, desc, eq, gte, inArray, isNull, sql, sum } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { placeAnswers, placeWishes } from './tables.ts';

export type Wish = typeof placeWishes.$inferSelect;
export type Answer = typeof placeAnswers.$inferSelect;

export async function findWish(
  tx: Tx,
  { serviceId, wishId }: { serviceId: string; wishId: string },
): Promise<Wish> {
  const [row] = await tx
    .select()
    .from(placeWishes)
    .where(and(eq(placeWishes.id, wishId), eq(placeWishes.serviceId, serviceId)));
  if (!row) throw new NotFound('place wish');
  return row;
}

/** Held until the end of the transaction: answers to it come one after the other. */
export async function lockWish(tx: Tx, wishId: string): Promise<void> {
  await tx.select({ id: placeWishes.id }).from(placeWishes).where(eq(placeWishes.id, wishId)).for('update');
}

/** Those that stand on a day, the one that ends first before the others. */
export async function listOpenWishes(
  tx: Tx,
  { serviceIds, today }: { serviceIds: readonly string[]; today: string },
): Promise<Wish[]> {
  if (serviceIds.length === 0) return [];
  return tx
    .select()
    .from(placeWishes)
    .where(
      and(
        inArray(placeWishes.serviceId, [...serviceIds]),
        isNull(placeWishes.endedAt),
        gte(placeWishes.untilOn, today),
      ),
    )
    .orderBy(asc(placeWishes.untilOn), asc(placeWishes.id));
}

/** All of a place, the latest first; 50 at most. */
export async function listWishes(tx: Tx, serviceId: string): Promise<Wish[]> {
  return tx
    .select()
    .from(placeWishes)
    .where(eq(placeWishes.serviceId, serviceId))
    .orderBy(desc(placeWishes.createdAt), asc(placeWishes.id))
    .limit(50);
}

export async function insertWish(tx: Tx, row: typeof placeWishes.$inferInsert): Promise<void> {
  await tx.insert(placeWishes).values(row);
}

export async function endWishRow(tx: Tx, wishId: string, endedAt: Date): Promise<void> {
  await tx
    .update(placeWishes)
    .set({ endedAt })
    .where(and(eq(placeWishes.id, wishId), isNull(placeWishes.endedAt)));
}

export async function insertAnswer(tx: Tx, row: typeof placeAnswers.$inferInsert): Promise<void> {
  await tx.insert(placeAnswers).values(row);
}

export async function listAnswers(tx: Tx, wishId: string): Promise<Answer[]> {
  return tx
    .select()
    .from(placeAnswers)
    .where(eq(placeAnswers.wishId, wishId))
    .orderBy(asc(placeAnswers.at), asc(placeAnswers.id));
}

export async function updateAnswer(tx: Tx, id: string, state: string): Promise<void> {
  await tx.update(placeAnswers).set({ state }).where(eq(placeAnswers.id, id));
}

/** How many answers wait, and how much was agreed. */
export async function weighAnswers(tx: Tx, wishId: string): Promise<{ waiting: number; agreed: number }> {
  const [row] = await tx
    .select({
      waiting: count(sql`case when ${placeAnswers.state} = 'new' then 1 end`),
      agreed: sum(sql`case when ${placeAnswers.state} = 'agreed' then ${placeAnswers.amount} end`),
    })
    .from(placeAnswers)
    .where(eq(placeAnswers.wishId, wishId));
  return { waiting: row?.waiting ?? 0, agreed: Number(row?.agreed ?? 0) };
}

/** Answers that wait at a place. */
export async function countWaiting(tx: Tx, serviceId: string): Promise<number> {
  const [row] = await tx
    .select({ waiting: count() })
    .from(placeAnswers)
    .innerJoin(placeWishes, eq(placeWishes.id, placeAnswers.wishId))
    .where(and(eq(placeWishes.serviceId, serviceId), eq(placeAnswers.state, 'new')));
  return row?.waiting ?? 0;
}
