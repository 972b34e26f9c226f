import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { grantApplicants } from '../applicants/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantAwards } from '../awards/tables.ts';
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
