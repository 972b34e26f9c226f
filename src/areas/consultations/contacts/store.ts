import { and, asc, count, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { contactReads, contacts, contactTexts } from './tables.ts';

export type Contact = typeof contacts.$inferSelect;
export type NewContact = typeof contacts.$inferInsert;

export async function insertContact(tx: Tx, contact: NewContact): Promise<Contact> {
  const [row] = await tx.insert(contacts).values(contact).returning();
  if (!row) throw new Error('contact was not written');
  return row;
}

export async function findContact(tx: Tx, id: string): Promise<Contact> {
  const [row] = await tx.select().from(contacts).where(eq(contacts.id, id));
  if (!row) throw new NotFound('contact');
  return row;
}

/** The contact, unless it is not, or no longer, one of those that this person sees. */
export async function findSeenContact(tx: Tx, id: string): Promise<Contact | undefined> {
  const [row] = await tx.select().from(contacts).where(eq(contacts.id, id));
  return row;
}

export async function findContactByNumber(tx: Tx, number: string): Promise<Contact | undefined> {
  const [row] = await tx.select().from(contacts).where(eq(contacts.number, number));
  return row;
}

/** Of these contacts those that somebody has taken, or that are over. */
export async function listTaken(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(inArray(contacts.id, [...ids]), inArray(contacts.state, ['open', 'ended'])));
  return rows.map(({ id }) => id);
}

/** The contact, held until the transaction ends: two who take it at once come one after the other. */
export async function lockContact(tx: Tx, id: string): Promise<Contact> {
  const [row] = await tx.select().from(contacts).where(eq(contacts.id, id)).for('update');
  if (!row) throw new NotFound('contact');
  return row;
}

export async function updateContact(tx: Tx, id: string, change: Partial<NewContact>): Promise<void> {
  await tx.update(contacts).set(change).where(eq(contacts.id, id));
}

/** The person's page has shown the messages up to this one. */
export async function raiseSeen(
  tx: Tx,
  { contactId, seq }: { contactId: string; seq: number },
): Promise<void> {
  await tx
    .update(contacts)
    .set({ seenSeq: seq })
    .where(and(eq(contacts.id, contactId), lt(contacts.seenSeq, seq)));
}

/** Everything of a desk that has not ended. */
export async function listOpenContacts(tx: Tx, deskId: string): Promise<Contact[]> {
  return tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.deskId, deskId), inArray(contacts.state, ['bot', 'waiting', 'open'])))
    .orderBy(asc(contacts.arrivedAt));
}

export async function countHeld(tx: Tx, deskId: string, personId: string): Promise<number> {
  const [row] = await tx
    .select({ held: count() })
    .from(contacts)
    .where(and(eq(contacts.deskId, deskId), eq(contacts.takenBy, personId), eq(contacts.state, 'open')));
  return row?.held ?? 0;
}

/** How many waiting ones of the desk came before. */
export async function countBefore(tx: Tx, contact: Contact): Promise<number> {
  const [row] = await tx
    .select({ before: count() })
    .from(contacts)
    .where(
      and(
        eq(contacts.deskId, contact.deskId),
        eq(contacts.state, 'waiting'),
        sql`${contacts.queuedAt} < ${contact.queuedAt?.toISOString() ?? null}::timestamptz`,
      ),
    );
  return row?.before ?? 0;
}

/** Talks at a door that wait or that somebody has: desk → number. */
export async function countTalks(
  tx: Tx,
  { door, deskIds }: { door: string; deskIds: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ deskId: contacts.deskId, talks: count() })
    .from(contacts)
    .where(
      and(
        inArray(contacts.deskId, [...deskIds]),
        inArray(contacts.state, ['waiting', 'open']),
        eq(contacts.door, door),
      ),
    )
    .groupBy(contacts.deskId);
  return new Map(rows.map(({ deskId, talks }) => [deskId, talks]));
}

export async function listTexts(tx: Tx, contactId: string): Promise<{ kind: string; sealed: string }[]> {
  return tx
    .select({ kind: contactTexts.kind, sealed: contactTexts.sealed })
    .from(contactTexts)
    .where(eq(contactTexts.contactId, contactId));
}

export async function writeText(tx: Tx, row: Omit<typeof contactTexts.$inferInsert, 'id'>): Promise<void> {
  const { sealed, updatedAt, updatedBy } = row;
  await tx
    .insert(contactTexts)
    .values(row)
    .onConflictDoUpdate({
      target: [contactTexts.contactId, contactTexts.kind],
      set: { sealed, updatedAt, updatedBy },
    });
}

/** Marks contacts of a door that carry no promise of their own with the days that held until now. */
export async function keepPromises(
  tx: Tx,
  { deskId, door, days }: { deskId: string; door: string; days: number },
): Promise<void> {
  await tx
    .update(contacts)
    .set({ retentionDays: days })
    .where(
      and(
        eq(contacts.deskId, deskId),
        eq(contacts.door, door),
        isNull(contacts.retentionDays),
        isNull(contacts.erasedAt),
      ),
    );
}

export async function insertRead(tx: Tx, read: Omit<typeof contactReads.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(contactReads).values(read);
}
