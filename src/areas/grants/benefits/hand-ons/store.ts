import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { grantBudgetChanges } from '../../calls/tables.ts';
import { grantBenefits } from '../tables.ts';
import { grantDonations, grantHandOns } from './tables.ts';

export type HandOn = typeof grantHandOns.$inferSelect;

export async function insertHandOns(
  tx: Tx,
  rows: readonly (typeof grantHandOns.$inferInsert)[],
): Promise<readonly string[]> {
  const made = await tx
    .insert(grantHandOns)
    .values([...rows])
    .returning({ id: grantHandOns.id });
  return made.map(({ id }) => id);
}

export async function findHandOn(tx: Tx, id: string): Promise<HandOn> {
  const [row] = await tx.select().from(grantHandOns).where(eq(grantHandOns.id, id));
  if (!row) throw new NotFound('hand-on');
  return row;
}

export async function lockHandOns(tx: Tx, ids: readonly string[]): Promise<HandOn[]> {
  const rows = await tx
    .select()
    .from(grantHandOns)
    .where(inArray(grantHandOns.id, [...new Set(ids)]))
    .orderBy(asc(grantHandOns.id))
    .for('update');
  if (rows.length < new Set(ids).size) throw new NotFound('hand-on');
  return rows;
}

export async function confirmHandOns(
  tx: Tx,
  ids: readonly string[],
  confirmed: { confirmedBy: string | null; confirmedAt: Date },
): Promise<void> {
  await tx
    .update(grantHandOns)
    .set(confirmed)
    .where(inArray(grantHandOns.id, [...ids]));
}

export async function listHandOns(tx: Tx, benefitId: string) {
  return tx
    .select({ handOn: grantHandOns, name: people.name })
    .from(grantHandOns)
    .leftJoin(people, eq(people.id, grantHandOns.personId))
    .where(eq(grantHandOns.benefitId, benefitId))
    .orderBy(asc(grantHandOns.at), asc(grantHandOns.id));
}

export interface Sums {
  readonly handedYen: number;
  readonly confirmedYen: number;
  readonly returnedYen: number;
}
export const noSums: Sums = { handedYen: 0, confirmedYen: 0, returnedYen: 0 };

export async function sumHandOns(tx: Tx, benefitIds: readonly string[]): Promise<ReadonlyMap<string, Sums>> {
  if (benefitIds.length === 0) return new Map();
  const { kind, yen, confirmedAt } = grantHandOns;
  const of = (rule: ReturnType<typeof sql>) =>
    sql<string>`coalesce(sum(${yen}) filter (where ${rule}), 0)`.mapWith(Number);
  const rows = await tx
    .select({
      id: grantHandOns.benefitId,
      handedYen: of(sql`${kind} = 'hand-on'`),
      confirmedYen: of(sql`${kind} = 'hand-on' and ${confirmedAt} is not null`),
      returnedYen: of(sql`${kind} = 'return'`),
    })
    .from(grantHandOns)
    .where(inArray(grantHandOns.benefitId, [...benefitIds]))
    .groupBy(grantHandOns.benefitId);
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}

/** Receipts of a call that the office has not looked at yet, the oldest first. */
export async function listUnconfirmed(tx: Tx, callId: string) {
  return tx
    .select({ handOn: grantHandOns, benefit: grantBenefits, organisation: organisations.nameJa })
    .from(grantHandOns)
    .innerJoin(grantBenefits, eq(grantBenefits.id, grantHandOns.benefitId))
    .innerJoin(organisations, eq(organisations.id, grantHandOns.organisationId))
    .where(
      and(
        eq(grantBenefits.callId, callId),
        eq(grantHandOns.kind, 'hand-on'),
        isNull(grantHandOns.confirmedAt),
      ),
    )
    .orderBy(asc(grantHandOns.at))
    .limit(200);
}

export async function insertDonation(tx: Tx, row: typeof grantDonations.$inferInsert): Promise<void> {
  await tx.insert(grantDonations).values(row);
}

/** The newest first; `state`: whether its money stands in the budget yet. */
export async function listDonations(tx: Tx, callId: string) {
  return tx
    .select({ donation: grantDonations, state: grantBudgetChanges.state })
    .from(grantDonations)
    .innerJoin(grantBudgetChanges, eq(grantBudgetChanges.id, grantDonations.changeId))
    .where(eq(grantDonations.callId, callId))
    .orderBy(desc(grantDonations.receivedOn), desc(grantDonations.at))
    .limit(500);
}
