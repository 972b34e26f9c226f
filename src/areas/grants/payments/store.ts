import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Text } from '#platform/i18n.ts';
import { grantApplicants } from '../applicants/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantAwards } from '../awards/tables.ts';
import { grantCalls, grantCallVersions } from '../calls/tables.ts';
import { grantPayments } from './tables.ts';

export type Payment = typeof grantPayments.$inferSelect;

export interface OrderFacts {
  readonly awardId: string;
  readonly callId: string;
  readonly bureauId: string;
  readonly awardState: string;
  readonly owed: number;
  /** Ordered or approved already, not yet paid. */
  readonly waiting: number;
  readonly applicantId: string | null;
  readonly sealedAccount: string | null;
}

/** What decides whether awards may be paid, by id. The caller holds the locks of their calls' money. */
export async function listOrderFacts(
  tx: Tx,
  awardIds: readonly string[],
): Promise<ReadonlyMap<string, OrderFacts>> {
  const waiting = tx
    .select({ awardId: grantPayments.awardId, yen: sql<string>`sum(${grantPayments.yen})`.as('waiting_yen') })
    .from(grantPayments)
    .where(
      and(
        inArray(grantPayments.awardId, [...awardIds]),
        inArray(grantPayments.state, ['ordered', 'approved']),
      ),
    )
    .groupBy(grantPayments.awardId)
    .as('waiting');
  const rows = await tx
    .select({
      awardId: grantAwards.id,
      callId: grantAwards.callId,
      bureauId: grantAwards.bureauId,
      awardState: grantAwards.state,
      owed: sql<string>`${grantAwards.decidedYen} - ${grantAwards.paidYen}`,
      waiting: waiting.yen,
      applicantId: grantApplications.applicantId,
      sealedAccount: grantApplicants.sealedAccount,
    })
    .from(grantAwards)
    .innerJoin(grantApplications, eq(grantApplications.id, grantAwards.applicationId))
    .leftJoin(grantApplicants, eq(grantApplicants.id, grantApplications.applicantId))
    .leftJoin(waiting, eq(waiting.awardId, grantAwards.id))
    .where(inArray(grantAwards.id, [...awardIds]));
  return new Map(
    rows.map((row) => [row.awardId, { ...row, owed: Number(row.owed), waiting: Number(row.waiting ?? 0) }]),
  );
}

export async function listCallsOf(tx: Tx, awardIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ callId: grantAwards.callId })
    .from(grantAwards)
    .where(inArray(grantAwards.id, [...awardIds]))
    .orderBy(asc(grantAwards.callId));
  return rows.map((row) => row.callId);
}

export async function insertPayments(
  tx: Tx,
  rows: readonly (typeof grantPayments.$inferInsert & { id: string })[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1_000)
    await tx.insert(grantPayments).values(rows.slice(at, at + 1_000));
}

export async function findPayment(tx: Tx, id: string): Promise<Payment> {
  const [row] = await tx.select().from(grantPayments).where(eq(grantPayments.id, id));
  if (!row) throw new NotFound('grant payment');
  return row;
}

/** A payment with what opens its account. */
export type KeyedPayment = Payment & { readonly sealedKey: string | null };

/** Locked until the transaction ends, in one order for everybody. One that may not be seen is not there. */
export async function lockPayments(tx: Tx, ids: readonly string[]): Promise<KeyedPayment[]> {
  const rows = await tx
    .select({ payment: grantPayments, sealedKey: grantApplicants.sealedKey })
    .from(grantPayments)
    .innerJoin(grantApplicants, eq(grantApplicants.id, grantPayments.applicantId))
    .where(inArray(grantPayments.id, [...ids]))
    .orderBy(asc(grantPayments.id))
    .for('update', { of: grantPayments });
  if (rows.length < new Set(ids).size) throw new NotFound('grant payment');
  return rows.map(({ payment, sealedKey }) => ({ ...payment, sealedKey }));
}

export async function updatePayments(
  tx: Tx,
  ids: readonly string[],
  change: Partial<typeof grantPayments.$inferInsert>,
): Promise<void> {
  for (let at = 0; at < ids.length; at += 10_000)
    await tx
      .update(grantPayments)
      .set(change)
      .where(inArray(grantPayments.id, ids.slice(at, at + 10_000)));
}

/** What a list shows of a payment. A person has no name here: the number of the award says which it is. */
export type ListedPayment = Payment & {
  readonly awardNumber: string;
  readonly payee: string | null;
  readonly sealedKey: string | null;
};

interface Asked {
  readonly states: readonly string[];
  readonly callId?: string;
  /** Only payments of one of these amounts (yen). */
  readonly amounts?: readonly number[];
  readonly limit: number;
  readonly offset?: number;
}

export async function listPayments(
  tx: Tx,
  { states, callId, amounts, limit, offset = 0 }: Asked,
): Promise<ListedPayment[]> {
  const rows = await listed(tx)
    .where(
      and(
        inArray(grantPayments.state, [...states]),
        callId === undefined ? undefined : eq(grantPayments.callId, callId),
        amounts === undefined ? undefined : inArray(grantPayments.yen, [...amounts]),
      ),
    )
    .orderBy(asc(grantPayments.dueOn), asc(grantPayments.id))
    .limit(limit)
    .offset(offset);
  return rows.map(flat);
}

export async function listPaymentsOf(
  tx: Tx,
  of: { transferId: string } | { awardId: string },
  { limit = 1_000_000, offset = 0 } = {},
): Promise<ListedPayment[]> {
  const rows = await listed(tx)
    .where(
      'transferId' in of
        ? eq(grantPayments.transferId, of.transferId)
        : eq(grantPayments.awardId, of.awardId),
    )
    .orderBy(asc(grantPayments.line), desc(grantPayments.orderedAt))
    .limit(limit)
    .offset(offset);
  return rows.map(flat);
}

export async function findListedPayment(tx: Tx, id: string): Promise<ListedPayment> {
  const [row] = await listed(tx).where(eq(grantPayments.id, id));
  if (!row) throw new NotFound('grant payment');
  return flat(row);
}

function listed(tx: Tx) {
  return tx
    .select({
      payment: grantPayments,
      awardNumber: grantAwards.number,
      payee: grantApplicants.name,
      sealedKey: grantApplicants.sealedKey,
    })
    .from(grantPayments)
    .innerJoin(grantAwards, eq(grantAwards.id, grantPayments.awardId))
    .innerJoin(grantApplicants, eq(grantApplicants.id, grantPayments.applicantId))
    .$dynamic();
}

function flat({
  payment,
  ...rest
}: { payment: Payment } & Omit<ListedPayment, keyof Payment>): ListedPayment {
  return { ...payment, ...rest };
}

/** How many, and how much, in each state. */
export async function countPayments(
  tx: Tx,
): Promise<ReadonlyMap<string, { readonly payments: number; readonly yen: number }>> {
  const rows = await tx
    .select({
      state: grantPayments.state,
      payments: count(),
      yen: sql<string>`sum(${grantPayments.yen})`,
    })
    .from(grantPayments)
    .groupBy(grantPayments.state);
  return new Map(rows.map(({ state, payments, yen }) => [state, { payments, yen: Number(yen) }]));
}

export interface UnorderedAward {
  readonly awardId: string;
  readonly number: string;
  readonly callId: string;
  readonly decidedOn: string;
  readonly yen: number;
}

/** One-shot awards of which something is owed that nobody has ordered: an officer orders them from the list. */
export async function listUnordered(tx: Tx, limit = 500): Promise<UnorderedAward[]> {
  const open = sql<string>`${grantAwards.decidedYen} - ${grantAwards.paidYen} - coalesce((
    select sum(p.yen) from grant_payments p where p.award_id = ${grantAwards.id} and p.state in ('ordered', 'approved')), 0)`;
  const rows = await tx
    .select({
      awardId: grantAwards.id,
      number: grantAwards.number,
      callId: grantAwards.callId,
      decidedOn: grantAwards.decidedOn,
      yen: open,
    })
    .from(grantAwards)
    .innerJoin(grantCalls, eq(grantCalls.id, grantAwards.callId))
    .where(
      and(
        eq(grantCalls.shape, 'one-shot'),
        sql`${grantAwards.decidedYen} > ${grantAwards.paidYen}`,
        sql`${grantAwards.state} not in ('closed', 'cancelled')`,
        sql`${open} > 0`,
      ),
    )
    .orderBy(asc(grantAwards.decidedOn), asc(grantAwards.number))
    .limit(limit);
  return rows.map((row) => ({ ...row, yen: Number(row.yen) }));
}

/** Calls by the name of their newest published terms. */
export async function listCallNames(tx: Tx, callIds: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  if (callIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([grantCallVersions.callId], {
      callId: grantCallVersions.callId,
      name: sql<Text>`${grantCallVersions.terms} -> 'name'`,
    })
    .from(grantCallVersions)
    .where(inArray(grantCallVersions.callId, [...new Set(callIds)]))
    .orderBy(
      asc(grantCallVersions.callId),
      sql`${grantCallVersions.publishedAt} desc nulls last`,
      desc(grantCallVersions.version),
    );
  return new Map(rows.map(({ callId, name }) => [callId, name]));
}
