import { count, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { attachments } from './tables.ts';

export async function insertAttachment(tx: Tx, row: typeof attachments.$inferInsert): Promise<void> {
  await tx.insert(attachments).values(row).onConflictDoNothing();
}

export async function countAttachments(tx: Tx, contactId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(attachments)
    .where(eq(attachments.contactId, contactId));
  return row?.count ?? 0;
}

export async function findAttachment(tx: Tx, messageId: string): Promise<typeof attachments.$inferSelect> {
  const [row] = await tx.select().from(attachments).where(eq(attachments.messageId, messageId));
  if (!row) throw new NotFound('attachment');
  return row;
}
