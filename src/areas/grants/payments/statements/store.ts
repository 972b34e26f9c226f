import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { type ListedPayment, listPayments } from '../store.ts';
import { grantStatementLines, grantStatements, grantTransfers } from '../tables.ts';

export type LineRow = typeof grantStatementLines.$inferSelect;
export type OpenLine = LineRow & { readonly sealedKey: string };

/** False: this file was read before. */
export async function insertStatement(
  tx: Tx,
  row: typeof grantStatements.$inferInsert & { id: string },
): Promise<boolean> {
  const rows = await tx
    .insert(grantStatements)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: grantStatements.id });
  return rows.length > 0;
}

/** Lines that another statement had already are left out; the number of new ones. */
export async function insertLines(
  tx: Tx,
  rows: readonly Omit<typeof grantStatementLines.$inferInsert, 'id'>[],
): Promise<number> {
  const written = await tx
    .insert(grantStatementLines)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: grantStatementLines.id });
  return written.length;
}

/** The oldest first. */
export async function listOpenLines(tx: Tx, limit = 200): Promise<OpenLine[]> {
  const rows = await lines(tx)
    .where(eq(grantStatementLines.state, 'open'))
    .orderBy(asc(grantStatementLines.day), asc(grantStatementLines.line))
    .limit(limit);
  return rows.flatMap(({ line, sealedKey }) => (sealedKey === null ? [] : [{ ...line, sealedKey }]));
}

export async function lockLine(tx: Tx, id: string): Promise<LineRow> {
  const [row] = await tx
    .select()
    .from(grantStatementLines)
    .where(and(eq(grantStatementLines.id, id), eq(grantStatementLines.state, 'open')))
    .for('update');
  if (!row) throw new NotFound('open statement line');
  return row;
}

function lines(tx: Tx) {
  return tx
    .select({ line: grantStatementLines, sealedKey: grantStatements.sealedKey })
    .from(grantStatementLines)
    .innerJoin(grantStatements, eq(grantStatements.id, grantStatementLines.statementId))
    .$dynamic();
}

export async function updateLine(
  tx: Tx,
  id: string,
  change: Partial<Pick<LineRow, 'state' | 'transferId' | 'paymentId' | 'settledBy' | 'settledAt'>>,
): Promise<void> {
  await tx.update(grantStatementLines).set(change).where(eq(grantStatementLines.id, id));
}

/** Payments that may come back, with the day on which they were paid; those of these amounts only. */
export async function listReturnable(
  tx: Tx,
  amounts: readonly number[],
): Promise<(ListedPayment & { payOn: string })[]> {
  if (amounts.length === 0) return [];
  const days = await tx.select({ id: grantTransfers.id, payOn: grantTransfers.payOn }).from(grantTransfers);
  const byId = new Map(days.map(({ id, payOn }) => [id, payOn]));
  const all = await listPayments(tx, { states: ['released', 'confirmed'], amounts, limit: 5_000 });
  return all.map((payment) => ({ ...payment, payOn: byId.get(payment.transferId ?? '') ?? '' }));
}
