import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { desks } from '../desks/tables.ts';
import { transfers } from './tables.ts';

export type Transfer = typeof transfers.$inferSelect;

export async function insertTransfer(tx: Tx, row: typeof transfers.$inferInsert): Promise<void> {
  await tx.insert(transfers).values(row);
}

export async function lockTransfer(tx: Tx, id: string): Promise<Transfer | undefined> {
  const [row] = await tx.select().from(transfers).where(eq(transfers.id, id)).for('update');
  return row;
}

/** The open offer of a contact. */
export async function findOffer(tx: Tx, contactId: string): Promise<Transfer | undefined> {
  const [row] = await tx
    .select()
    .from(transfers)
    .where(and(eq(transfers.contactId, contactId), eq(transfers.state, 'offered')));
  return row;
}

/** Answered, taken back or over: the handoff text goes with its key. */
export async function closeTransfer(
  tx: Tx,
  id: string,
  change: { state: string; answeredBy?: string; answeredAt: Date; declineReason?: string },
): Promise<void> {
  await tx
    .update(transfers)
    .set({ ...change, sealedKey: null, sealed: null })
    .where(eq(transfers.id, id));
}

/** Where a conversation ends, nobody is asked to take it any more. */
export async function withdrawOffers(tx: Tx, contactId: string, now: Date): Promise<void> {
  await tx
    .update(transfers)
    .set({ state: 'withdrawn', answeredAt: now, sealedKey: null, sealed: null })
    .where(and(eq(transfers.contactId, contactId), eq(transfers.state, 'offered')));
}

/** Moves the conversation; gives the id of the counted part that stays. See guards.sql. */
export async function moveContact(
  tx: Tx,
  { transferId, open, now }: { transferId: string; open: boolean; now: Date },
): Promise<string> {
  const { rows } = await tx.execute<{ left: string }>(
    sql`select accept_transfer(${transferId}::uuid, ${now.toISOString()}::timestamptz, ${open}) as left`,
  );
  return rows[0]?.left ?? '';
}

/** What other desks offer to this one, the oldest first, with the name of the desk that asks. */
export async function listOffersTo(tx: Tx, { deskId, now }: { deskId: string; now: Date }) {
  const rows = await tx
    .select({ row: transfers, nameJa: desks.nameJa, nameEn: desks.nameEn })
    .from(transfers)
    .innerJoin(desks, eq(desks.id, transfers.fromDeskId))
    .where(and(eq(transfers.toDeskId, deskId), eq(transfers.state, 'offered'), gt(transfers.dueAt, now)))
    .orderBy(asc(transfers.offeredAt));
  return rows.map(({ row, ...names }) => ({ ...row, ...names }));
}

/** The last offer of a contact that was not accepted: what became of it. */
export async function findLastAnswer(tx: Tx, contactId: string): Promise<Transfer | undefined> {
  const [row] = await tx
    .select()
    .from(transfers)
    .where(eq(transfers.contactId, contactId))
    .orderBy(sql`offered_at desc`)
    .limit(1);
  return row;
}
