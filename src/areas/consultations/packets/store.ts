import { eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { contactPackets } from './tables.ts';

export async function findPacketContact(tx: Tx, packetId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ contactId: contactPackets.contactId })
    .from(contactPackets)
    .where(eq(contactPackets.packetId, packetId));
  return row?.contactId;
}

export async function insertPacketContact(tx: Tx, row: typeof contactPackets.$inferInsert): Promise<void> {
  await tx.insert(contactPackets).values(row);
}
