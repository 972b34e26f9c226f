import { and, asc, count, countDistinct, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantAwards } from '../awards/tables.ts';
import { grantCalls, grantCallVersions } from '../calls/tables.ts';
import type { CallTerms } from '../calls/terms.ts';
import { grantPayments } from '../payments/tables.ts';
import { grantBenefitSteps, grantBenefits, grantRecipients } from './tables.ts';

export type Benefit = typeof grantBenefits.$inferSelect;
export type NewBenefit = typeof grantBenefits.$inferInsert;

/** The same person is the same id, whoever asks: in the order of `blinds`. */
export async function knowRecipients(tx: Tx, blinds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select benefit_recipient(blind) as id from unnest(${sql.param([...blinds])}::text[]) with ordinality u(blind, at) order by at`,
  );
  return rows.map(({ id }) => id);
}

/** How often and how much somebody had in a call, whoever asked: two numbers. */
export async function countBefore(
  tx: Tx,
  { recipientId, callId, but }: { recipientId: string; callId: string; but: string | null },
): Promise<{ times: number; yen: number }> {
  const { rows } = await tx.execute<{ times: number; yen: string }>(
    sql`select times, yen from benefit_before(${recipientId}::uuid, ${callId}::uuid, ${but}::uuid)`,
  );
  return { times: rows[0]?.times ?? 0, yen: Number(rows[0]?.yen ?? 0) };
}

/** One person at a time in a call: two groups that ask at once count each other. */
export async function lockRecipient(tx: Tx, recipientId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`benefit ${recipientId}`}, 0))`);
}

/** One sending of a form at a time. */
export async function lockForm(tx: Tx, once: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`benefit form ${once}`}, 0))`);
}

export async function insertBenefits(tx: Tx, rows: readonly NewBenefit[]): Promise<readonly string[]> {
  const made = await tx
    .insert(grantBenefits)
    .values([...rows])
    .returning({ id: grantBenefits.id });
  return made.map(({ id }) => id);
}

export async function findBenefit(tx: Tx, id: string): Promise<Benefit> {
  const [row] = await tx.select().from(grantBenefits).where(eq(grantBenefits.id, id));
  if (!row) throw new NotFound('benefit');
  return row;
}

/** In the order of their numbers, so that two who act on some of the same wait and do not stand in each other's way. */
export async function lockBenefits(tx: Tx, ids: readonly string[]): Promise<Benefit[]> {
  const rows = await tx
    .select()
    .from(grantBenefits)
    .where(inArray(grantBenefits.id, [...new Set(ids)]))
    .orderBy(asc(grantBenefits.serial))
    .for('update');
  if (rows.length < new Set(ids).size) throw new NotFound('benefit');
  return rows;
}

export async function updateBenefits(
  tx: Tx,
  ids: readonly string[],
  change: Partial<NewBenefit>,
): Promise<void> {
  await tx
    .update(grantBenefits)
    .set(change)
    .where(inArray(grantBenefits.id, [...ids]));
}

/** The office has looked at each, and knows who is paid. */
export async function updateChecked(
  tx: Tx,
  payees: ReadonlyMap<string, string>,
  checkedBy: string | null,
): Promise<void> {
  const links = [...payees].map(([benefitId, payeeId]) => ({ benefitId, payeeId }));
  await tx.execute(sql`
    update grant_benefits b set state = 'checked', payee_id = n."payeeId", checked_by = ${checkedBy}::uuid
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) n("benefitId" uuid, "payeeId" uuid) where b.id = n."benefitId"`);
}

/** Each benefit gets what was decided on, and its award where there is one. */
export async function linkDecided(
  tx: Tx,
  links: readonly {
    readonly benefitId: string;
    readonly applicationId: string;
    readonly awardId: string | null;
  }[],
): Promise<void> {
  await tx.execute(sql`
    update grant_benefits b set award_id = n."awardId", application_id = n."applicationId"
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) n("benefitId" uuid, "applicationId" uuid, "awardId" uuid)
    where b.id = n."benefitId"`);
}

/** The number of each award, and the application under it. */
export async function listDecidedOn(tx: Tx, benefitIds: readonly string[]) {
  const { id } = grantApplications;
  const sealedKey = sql<string>`coalesce(${grantApplications.sealedKey}, '')`;
  const rows = await tx
    .select({ benefitId: grantBenefits.id, award: grantAwards.number, application: { id, sealedKey } })
    .from(grantBenefits)
    .innerJoin(grantAwards, eq(grantAwards.id, grantBenefits.awardId))
    .innerJoin(grantApplications, eq(id, grantAwards.applicationId))
    .where(inArray(grantBenefits.id, [...benefitIds]));
  return new Map(rows.map((row) => [row.benefitId, row]));
}

/** Benefits of one person that stand on one case, and were decided on; the newest first. */
export async function listBenefitsOfCase(
  tx: Tx,
  { caseKey, blind }: { caseKey: string; blind: string },
): Promise<Benefit[]> {
  const rows = await tx
    .select({ benefit: grantBenefits })
    .from(grantBenefits)
    .innerJoin(grantRecipients, eq(grantRecipients.id, grantBenefits.recipientId))
    .where(
      and(
        eq(grantBenefits.caseKey, caseKey),
        eq(grantRecipients.blind, blind),
        isNotNull(grantBenefits.applicationId),
        isNotNull(grantBenefits.sealedKey),
      ),
    )
    .orderBy(desc(grantBenefits.serial));
  return rows.map(({ benefit }) => benefit);
}

/** Decided at once with its benefit: the award stands on it. */
export async function insertApplications(
  tx: Tx,
  rows: readonly (typeof grantApplications.$inferInsert)[],
): Promise<void> {
  await tx.insert(grantApplications).values([...rows]);
}

export async function insertSteps(
  tx: Tx,
  rows: readonly (typeof grantBenefitSteps.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(grantBenefitSteps).values([...rows]);
}

export async function listSteps(tx: Tx, benefitId: string) {
  return tx
    .select({ step: grantBenefitSteps, name: people.name })
    .from(grantBenefitSteps)
    .leftJoin(people, eq(people.id, grantBenefitSteps.personId))
    .where(eq(grantBenefitSteps.benefitId, benefitId))
    .orderBy(asc(grantBenefitSteps.at), asc(grantBenefitSteps.id));
}

export interface Money {
  readonly decidedYen: number;
  readonly paidYen: number;
  readonly settledYen: number;
  readonly paidOn: string | null;
}
export const noMoney: Money = { decidedYen: 0, paidYen: 0, settledYen: 0, paidOn: null };

/** How the money of benefits stands that the reader may see. */
export async function readMoney(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Money>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<{
    id: string;
    decided: string;
    paid: string;
    settled: string;
    paid_on: string | null;
  }>(
    sql`select id, decided, paid, settled, paid_on::text from benefit_money(${sql.param([...ids])}::uuid[])`,
  );
  return new Map(
    rows.map(({ id, decided, paid, settled, paid_on: paidOn }) => [
      id,
      { decidedYen: Number(decided), paidYen: Number(paid), settledYen: Number(settled), paidOn },
    ]),
  );
}

export interface BenefitFilter {
  readonly callId?: string | undefined;
  readonly states?: readonly string[] | undefined;
  readonly organisationIds?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
}

const matching = ({ callId, states, organisationIds, ids }: BenefitFilter) =>
  and(
    callId ? eq(grantBenefits.callId, callId) : undefined,
    states ? inArray(grantBenefits.state, [...states]) : undefined,
    organisationIds ? inArray(grantBenefits.organisationId, [...organisationIds]) : undefined,
    ids ? inArray(grantBenefits.id, [...ids]) : undefined,
  );

/** The newest first, with what a list says of them; as row-level security leaves them. */
export async function listBenefits(
  tx: Tx,
  { limit, offset, ...filter }: BenefitFilter & { limit: number; offset: number },
) {
  return tx
    .select({ benefit: grantBenefits, organisation: organisations.nameJa, terms: grantCallVersions.terms })
    .from(grantBenefits)
    .innerJoin(organisations, eq(organisations.id, grantBenefits.organisationId))
    .innerJoin(grantCallVersions, eq(grantCallVersions.id, grantBenefits.versionId))
    .where(matching(filter))
    .orderBy(desc(grantBenefits.serial))
    .limit(limit)
    .offset(offset);
}
export type BenefitLine = Awaited<ReturnType<typeof listBenefits>>[number];

export async function countBenefits(tx: Tx, filter: BenefitFilter): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(grantBenefits).where(matching(filter));
  return row?.n ?? 0;
}

/** Calls for persons that are or were open, with the terms that hold. */
export async function listPersonCalls(
  tx: Tx,
): Promise<{ call: typeof grantCalls.$inferSelect; versionId: string; terms: CallTerms }[]> {
  return tx
    .selectDistinctOn([grantCalls.id], {
      call: grantCalls,
      versionId: grantCallVersions.id,
      terms: grantCallVersions.terms,
    })
    .from(grantCalls)
    .innerJoin(grantCallVersions, eq(grantCallVersions.callId, grantCalls.id))
    .where(and(eq(grantCalls.audience, 'persons'), isNotNull(grantCallVersions.publishedAt)))
    .orderBy(grantCalls.id, desc(grantCallVersions.version));
}

/** Which version of the call's terms. */
export async function findVersion(tx: Tx, versionId: string): Promise<number> {
  const [row] = await tx
    .select({ version: grantCallVersions.version })
    .from(grantCallVersions)
    .where(eq(grantCallVersions.id, versionId));
  if (!row) throw new NotFound('terms');
  return row.version;
}

/** 延べ and 実 of a call: benefits that were decided, and different people. */
export async function countRecipients(tx: Tx, callId: string): Promise<{ total: number; distinct: number }> {
  const [row] = await tx
    .select({ total: count(), distinct: countDistinct(grantBenefits.recipientId) })
    .from(grantBenefits)
    .where(and(eq(grantBenefits.callId, callId), eq(grantBenefits.state, 'decided')));
  return { total: row?.total ?? 0, distinct: row?.distinct ?? 0 };
}

/** Decided, and nothing of it ordered to be paid; the oldest first. */
export async function listUnordered(tx: Tx, callId: string): Promise<BenefitLine[]> {
  return tx
    .select({ benefit: grantBenefits, organisation: organisations.nameJa, terms: grantCallVersions.terms })
    .from(grantBenefits)
    .innerJoin(organisations, eq(organisations.id, grantBenefits.organisationId))
    .innerJoin(grantCallVersions, eq(grantCallVersions.id, grantBenefits.versionId))
    .where(
      and(
        eq(grantBenefits.callId, callId),
        eq(grantBenefits.state, 'decided'),
        sql`not exists (select from ${grantPayments} p where p.award_id = ${grantBenefits.awardId} and p.state not in ('cancelled', 'returned'))`,
      ),
    )
    .orderBy(asc(grantBenefits.serial))
    .limit(200);
}
