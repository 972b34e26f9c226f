import { and, count, desc, eq, gt, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { messages } from '../messages/tables.ts';
import { mailIds, mailThreads } from './tables.ts';

export type MailThread = typeof mailThreads.$inferSelect;

export async function findThread(tx: Tx, contactId: string): Promise<MailThread | undefined> {
  const [row] = await tx.select().from(mailThreads).where(eq(mailThreads.contactId, contactId));
  return row;
}

export async function findThreadByToken(tx: Tx, token: string): Promise<MailThread | undefined> {
  const [row] = await tx.select().from(mailThreads).where(eq(mailThreads.token, token));
  return row;
}

/** The thread that one of these mails belongs to, the latest first. */
export async function findThreadByIds(tx: Tx, indexes: readonly string[]): Promise<MailThread | undefined> {
  if (indexes.length === 0) return undefined;
  const [row] = await tx
    .select({ thread: mailThreads })
    .from(mailIds)
    .innerJoin(mailThreads, eq(mailThreads.contactId, mailIds.contactId))
    .where(inArray(mailIds.idIndex, [...indexes]))
    .orderBy(desc(mailIds.at))
    .limit(1);
  return row?.thread;
}

export async function insertThread(tx: Tx, thread: typeof mailThreads.$inferInsert): Promise<void> {
  await tx.insert(mailThreads).values(thread);
}

export async function updateThread(tx: Tx, contactId: string, change: Partial<MailThread>): Promise<void> {
  await tx.update(mailThreads).set(change).where(eq(mailThreads.contactId, contactId));
}

export async function findMailId(tx: Tx, index: string) {
  const [row] = await tx.select().from(mailIds).where(eq(mailIds.idIndex, index));
  return row;
}

/** A mail that comes twice at once: the second is undone by `Conflict`, and is seen when it is read again. */
export async function insertMailId(tx: Tx, mail: typeof mailIds.$inferInsert): Promise<void> {
  await tx.insert(mailIds).values(mail);
}

export async function markSent(tx: Tx, index: string, at: Date): Promise<void> {
  await tx.update(mailIds).set({ sentAt: at }).where(eq(mailIds.idIndex, index));
}

/** Mails that came from an address since a moment, at all desks. */
export async function countRecent(tx: Tx, addressIndex: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ mails: count() })
    .from(mailIds)
    .innerJoin(mailThreads, eq(mailThreads.contactId, mailIds.contactId))
    .where(
      and(eq(mailThreads.addressIndex, addressIndex), eq(mailIds.direction, 'in'), gt(mailIds.at, since)),
    );
  return row?.mails ?? 0;
}

/** Automatic answers to an address since a moment. */
export async function countAnswers(tx: Tx, addressIndex: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ answers: count() })
    .from(mailThreads)
    .where(and(eq(mailThreads.addressIndex, addressIndex), gt(mailThreads.acknowledgedAt, since)));
  return row?.answers ?? 0;
}

/** The sealed message that goes out, and the person's last one before it. */
export async function findOutgoing(tx: Tx, messageId: string) {
  const [row] = await tx.select().from(messages).where(eq(messages.id, messageId));
  if (!row) return undefined;
  const [before] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.contactId, row.contactId), eq(messages.sender, 'person')))
    .orderBy(desc(messages.seq))
    .limit(1);
  return { message: row, before };
}
