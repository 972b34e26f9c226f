import { and, count, eq, gt, lte } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { packetMisses, packets } from './tables.ts';

export type PacketRow = typeof packets.$inferSelect;

export async function insertPacket(tx: Tx, row: typeof packets.$inferInsert): Promise<void> {
  await tx.insert(packets).values(row);
}

/** Holds it until the end of the transaction: two desks do not both come first. */
export async function lockPacket(tx: Tx, codeIndex: string): Promise<PacketRow | undefined> {
  const [row] = await tx.select().from(packets).where(eq(packets.codeIndex, codeIndex)).for('update');
  return row;
}

export async function markOpened(
  tx: Tx,
  { id, openedBy, openedAt }: { id: string; openedBy: string; openedAt: Date },
): Promise<void> {
  await tx.update(packets).set({ openedBy, openedAt }).where(eq(packets.id, id));
}

/** The id of what is gone. */
export async function deletePacket(tx: Tx, codeIndex: string, now: Date): Promise<string | undefined> {
  const rows = await tx
    .delete(packets)
    .where(and(eq(packets.codeIndex, codeIndex), gt(packets.expiresAt, now)))
    .returning({ id: packets.id });
  return rows[0]?.id;
}

export async function deleteExpired(tx: Tx, now: Date): Promise<number> {
  const rows = await tx.delete(packets).where(lte(packets.expiresAt, now)).returning({ id: packets.id });
  return rows.length;
}

export async function countExpired(tx: Tx, now: Date): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(packets).where(lte(packets.expiresAt, now));
  return row?.count ?? 0;
}

export async function countMisses(tx: Tx, personId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(packetMisses)
    .where(and(eq(packetMisses.personId, personId), gt(packetMisses.at, since)));
  return row?.count ?? 0;
}

export async function insertMiss(tx: Tx, miss: { personId: string; at: Date }): Promise<void> {
  await tx.insert(packetMisses).values(miss);
}

export async function deleteMisses(tx: Tx, before: Date): Promise<void> {
  await tx.delete(packetMisses).where(lte(packetMisses.at, before));
}
