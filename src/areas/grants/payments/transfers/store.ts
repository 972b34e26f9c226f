import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { grantPayments, grantTransferCopies, grantTransfers } from '../tables.ts';

export type Transfer = typeof grantTransfers.$inferSelect;
export type TransferCopy = typeof grantTransferCopies.$inferSelect;

/** One release at a time: the next number is nobody else's. */
export async function nextNumber(tx: Tx): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('grant_transfers'))`);
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${grantTransfers.number}::int), 0)::int` })
    .from(grantTransfers);
  return String((row?.last ?? 0) + 1);
}

export async function insertTransfer(
  tx: Tx,
  row: typeof grantTransfers.$inferInsert & { id: string },
): Promise<void> {
  await tx.insert(grantTransfers).values(row);
}

export async function findTransfer(tx: Tx, id: string): Promise<Transfer> {
  const [row] = await tx.select().from(grantTransfers).where(eq(grantTransfers.id, id));
  if (!row) throw new NotFound('grant transfer');
  return row;
}

/** Locked: whoever confirms it, or hands out its file, is alone. */
export async function lockTransfer(tx: Tx, id: string): Promise<Transfer> {
  const [row] = await tx.select().from(grantTransfers).where(eq(grantTransfers.id, id)).for('update');
  if (!row) throw new NotFound('grant transfer');
  return row;
}

/** The newest first. */
export async function listTransfers(tx: Tx, { limit = 100 } = {}): Promise<Transfer[]> {
  return tx.select().from(grantTransfers).orderBy(desc(grantTransfers.releasedAt)).limit(limit);
}

export async function listOpenTransfers(tx: Tx): Promise<Transfer[]> {
  return tx
    .select()
    .from(grantTransfers)
    .where(isNull(grantTransfers.confirmedAt))
    .orderBy(asc(grantTransfers.payOn));
}

export async function updateTransfer(
  tx: Tx,
  id: string,
  change: Partial<Pick<Transfer, 'confirmedBy' | 'confirmedAt'>>,
): Promise<void> {
  await tx.update(grantTransfers).set(change).where(eq(grantTransfers.id, id));
}

/** Writes the place of each payment in the file, and that it is released. */
export async function placePayments(
  tx: Tx,
  transferId: string,
  lines: readonly { id: string; line: number }[],
): Promise<void> {
  await tx.execute(sql`
    update grant_payments p set state = 'released', transfer_id = ${transferId}::uuid, line = n.line
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) n(id uuid, line int) where p.id = n.id`);
}

export async function findPaymentOfLine(
  tx: Tx,
  { number, line }: { number: string; line: number },
): Promise<typeof grantPayments.$inferSelect | undefined> {
  const [row] = await tx
    .select({ payment: grantPayments })
    .from(grantPayments)
    .innerJoin(grantTransfers, eq(grantTransfers.id, grantPayments.transferId))
    .where(and(eq(grantTransfers.number, number), eq(grantPayments.line, line)));
  return row?.payment;
}

export async function insertCopy(
  tx: Tx,
  row: Omit<typeof grantTransferCopies.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(grantTransferCopies).values(row);
}

/** The first one first. */
export async function listCopies(tx: Tx, transferId: string): Promise<TransferCopy[]> {
  return tx
    .select()
    .from(grantTransferCopies)
    .where(eq(grantTransferCopies.transferId, transferId))
    .orderBy(asc(grantTransferCopies.copy));
}

export async function updateCopy(tx: Tx, id: string, change: Partial<TransferCopy>): Promise<void> {
  await tx.update(grantTransferCopies).set(change).where(eq(grantTransferCopies.id, id));
}
