import { and, asc, desc, eq, gt, inArray, ne } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { contacts } from '../contacts/tables.ts';
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

/** Other words in the place of a message, or none: it was changed or taken back by its sender. */
export async function rewriteMessage(
  tx: Tx,
  id: string,
  change: { sealed: string; kind: string },
): Promise<void> {
  await tx.update(messages).set(change).where(eq(messages.id, id));
}

/** Messages that their sender changed or took back. */
export async function listRewritten(tx: Tx, contactId: string): Promise<SealedMessage[]> {
  return tx
    .select()
    .from(messages)
    .where(and(eq(messages.contactId, contactId), inArray(messages.kind, ['changed', 'unsent'])))
    .orderBy(asc(messages.seq));
}

/** The last words inside of each conversation of a desk that goes on: who said them. */
export async function listWhispers(tx: Tx, deskId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectDistinctOn([messages.contactId], { contactId: messages.contactId, personId: messages.personId })
    .from(messages)
    .innerJoin(contacts, eq(contacts.id, messages.contactId))
    .where(and(eq(contacts.deskId, deskId), eq(messages.sender, 'whisper'), ne(contacts.state, 'ended')))
    .orderBy(messages.contactId, desc(messages.seq));
  return new Map(rows.map(({ contactId, personId }) => [contactId, personId ?? '']));
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
