import { and, asc, eq, gt } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { messages } from './tables.ts';

export type SealedMessage = typeof messages.$inferSelect;

export async function findMessageByKey(
  tx: Tx,
  { contactId, key }: { contactId: string; key: string },
): Promise<SealedMessage | undefined> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.contactId, contactId), eq(messages.key, key)));
  return row;
}

export async function insertMessage(tx: Tx, message: typeof messages.$inferInsert): Promise<void> {
  await tx.insert(messages).values(message);
}

/** What came after `after`, in the order of the conversation. */
export async function listMessages(
  tx: Tx,
  { contactId, after = 0 }: { contactId: string; after?: number },
): Promise<SealedMessage[]> {
  return tx
    .select()
    .from(messages)
    .where(and(eq(messages.contactId, contactId), gt(messages.seq, after)))
    .orderBy(asc(messages.seq));
}
