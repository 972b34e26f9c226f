import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { SealedPlace } from '#platform/retention/places.ts';
import { caseFiles } from '../case-files/tables.ts';
import { persons } from '../persons/tables.ts';
import { referrals } from '../referrals/tables.ts';
import { caseViews } from '../views/tables.ts';
import { caseErasures, retentionPeriods } from './tables.ts';

export async function listPeriods(tx: Tx, organisationId: string) {
  return tx.select().from(retentionPeriods).where(eq(retentionPeriods.organisationId, organisationId));
}

export async function writePeriod(tx: Tx, row: typeof retentionPeriods.$inferInsert): Promise<void> {
  const { years, changedBy, changedAt } = row;
  await tx
    .insert(retentionPeriods)
    .values(row)
    .onConflictDoUpdate({
      target: [retentionPeriods.organisationId, retentionPeriods.kind],
      set: { years, changedBy, changedAt },
    });
}

/** Organisations that have cases, or had. */
export async function listHomes(tx: Tx): Promise<string[]> {
  const rows = await tx.selectDistinct({ id: caseFiles.organisationId }).from(caseFiles);
  return rows.map(({ id }) => id);
}

const held = (caseId: unknown, today: string) =>
  sql`exists (select from case_holds h where h.case_id = ${caseId} and h.lifted_at is null and h.until_on >= ${today}::date)`;

export interface Due {
  readonly organisationId: string;
  /** Ended before this day. */
  readonly before: string;
  readonly today: string;
  readonly limit: number;
}

/** Cases that ended before a day, are not held, and still have their key; with a plan or without. */
export async function lockDueCases(tx: Tx, due: Due & { hadPlan: boolean }): Promise<string[]> {
  const rows = await tx
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(
      and(
        eq(caseFiles.organisationId, due.organisationId),
        isNull(caseFiles.erasedAt),
        due.hadPlan ? sql`${caseFiles.planRound} > 0` : eq(caseFiles.planRound, 0),
        sql`${caseFiles.closedOn} < ${due.before}::date`,
        sql`not ${held(caseFiles.id, due.today)}`,
      ),
    )
    .orderBy(asc(caseFiles.closedOn))
    .limit(due.limit)
    .for('update', { skipLocked: true });
  return rows.map(({ id }) => id);
}

/** Cases that ended before a day, are not held, and have rows in one of these places. */
export async function lockCasesWithText(tx: Tx, due: Due, places: readonly SealedPlace[]): Promise<string[]> {
  const some = places.map(
    ({ table, by }) =>
      sql`exists (select from ${sql.identifier(table)} t where t.${sql.identifier(by)} = ${caseFiles.id})`,
  );
  const rows = await tx
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(
      and(
        eq(caseFiles.organisationId, due.organisationId),
        isNull(caseFiles.erasedAt),
        sql`${caseFiles.closedOn} < ${due.before}::date`,
        sql`not ${held(caseFiles.id, due.today)}`,
        sql`(${sql.join(some, sql` or `)})`,
      ),
    )
    .limit(due.limit)
    .for('update', { skipLocked: true });
  return rows.map(({ id }) => id);
}

export async function lockDueReferrals(tx: Tx, due: Due): Promise<string[]> {
  const rows = await tx
    .select({ id: referrals.id })
    .from(referrals)
    .where(
      and(
        eq(referrals.homeId, due.organisationId),
        sql`${referrals.closedAt} < ${due.before}::date`,
        sql`(${referrals.sealedKey} is not null or exists (select from referral_shares s where s.referral_id = ${referrals.id}))`,
        sql`not ${held(referrals.caseId, due.today)}`,
      ),
    )
    .limit(due.limit)
    .for('update', { skipLocked: true });
  return rows.map(({ id }) => id);
}

export async function listReferralIds(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: referrals.id })
    .from(referrals)
    .where(inArray(referrals.caseId, [...caseIds]));
  return rows.map(({ id }) => id);
}

/** Persons of these cases with whom no other case still stands. */
export async function listLeftPersons(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: caseFiles.personId })
    .from(caseFiles)
    .where(
      and(
        inArray(caseFiles.id, [...caseIds]),
        sql`not exists (select from case_files o where o.person_id = ${caseFiles.personId} and o.erased_at is null
          and not (o.id = any(${sql.param([...caseIds])}::uuid[])))`,
      ),
    );
  return rows.flatMap(({ id }) => id ?? []);
}

/** Those who were joined into these persons: they end together, because the cases of both stood with the one that was kept. */
export async function listJoinedPersons(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(and(inArray(persons.joinedInto, [...personIds]), isNull(persons.erasedAt)));
  return rows.map(({ id }) => id);
}

/** Persons all of whose cases are erased: a case may have gone back to somebody else when a join was undone. */
export async function lockLeftPersons(tx: Tx, organisationId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: persons.id })
    .from(persons)
    .where(
      and(
        eq(persons.organisationId, organisationId),
        isNull(persons.erasedAt),
        isNull(persons.joinedInto),
        sql`exists (select from case_files c where c.person_id = ${persons.id})`,
        sql`not exists (select from case_files c where c.person_id = ${persons.id} and c.erased_at is null)`,
      ),
    )
    .limit(limit)
    .for('update', { skipLocked: true });
  return rows.map(({ id }) => id);
}

export async function markErased(
  tx: Tx,
  { caseIds, personIds }: { caseIds: readonly string[]; personIds: readonly string[] },
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await tx.execute(
    sql`update case_files set erased_at = ${at}::timestamptz where id = any(${sql.param([...caseIds])}::uuid[])`,
  );
  await tx.execute(
    sql`update persons set erased_at = ${at}::timestamptz where id = any(${sql.param([...personIds])}::uuid[])`,
  );
}

/** Looks before a moment, at cases that are not held. */
export async function removeViews(
  tx: Tx,
  { organisationId, before, today }: Omit<Due, 'limit'>,
): Promise<number> {
  const gone = await tx
    .delete(caseViews)
    .where(
      and(
        eq(caseViews.organisationId, organisationId),
        sql`${caseViews.at} < ${before}::date`,
        sql`not ${held(caseViews.caseId, today)}`,
      ),
    );
  return gone.rowCount ?? 0;
}

export async function insertErasure(
  tx: Tx,
  row: Omit<typeof caseErasures.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(caseErasures).values(row);
}

export async function listErasures(tx: Tx, organisationId: string) {
  return tx
    .select()
    .from(caseErasures)
    .where(eq(caseErasures.organisationId, organisationId))
    .orderBy(desc(caseErasures.at))
    .limit(100);
}

/** Numbers of cases, for whoever answers for them without seeing into them. */
export async function listNumbers(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: caseFiles.id, number: caseFiles.number })
    .from(caseFiles)
    .where(inArray(caseFiles.id, [...caseIds]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
