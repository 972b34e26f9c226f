import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { people } from '#platform/people/tables.ts';
import { contactReads, contacts } from '../contacts/tables.ts';
import { readerHomes, readReviews } from './tables.ts';

export type Review = typeof readReviews.$inferSelect;

/** Looks at conversations of a desk since a moment, with what stands in the contact now; one that moved on has nothing. */
export async function listReadings(tx: Tx, { deskId, since }: { deskId: string; since: Date }) {
  return tx
    .select({
      contactId: contactReads.contactId,
      personId: contactReads.personId,
      name: sql<string>`coalesce(${people.name}, '')`,
      at: contactReads.at,
      as: contactReads.as,
      number: contacts.number,
      takenBy: contacts.takenBy,
      takenAt: contacts.takenAt,
      endedAt: contacts.endedAt,
      municipality: contacts.municipality,
    })
    .from(contactReads)
    .leftJoin(contacts, eq(contacts.id, contactReads.contactId))
    .leftJoin(people, eq(people.id, contactReads.personId))
    .where(and(eq(contactReads.deskId, deskId), gt(contactReads.at, since)))
    .orderBy(desc(contactReads.at));
}

export async function listHomes(tx: Tx, deskId: string): Promise<Record<string, string>> {
  const rows = await tx.select().from(readerHomes).where(eq(readerHomes.deskId, deskId));
  return Object.fromEntries(rows.map(({ personId, municipality }) => [personId, municipality]));
}

export async function writeHome(tx: Tx, row: typeof readerHomes.$inferInsert): Promise<void> {
  const { municipality } = row;
  await tx
    .insert(readerHomes)
    .values(row)
    .onConflictDoUpdate({ target: [readerHomes.deskId, readerHomes.personId], set: { municipality } });
}

export async function removeHome(
  tx: Tx,
  { deskId, personId }: { deskId: string; personId: string },
): Promise<void> {
  await tx.delete(readerHomes).where(and(eq(readerHomes.deskId, deskId), eq(readerHomes.personId, personId)));
}

export async function listReviews(tx: Tx, deskId: string): Promise<Review[]> {
  return tx.select().from(readReviews).where(eq(readReviews.deskId, deskId));
}

export async function writeReview(tx: Tx, row: Omit<typeof readReviews.$inferInsert, 'id'>): Promise<void> {
  const { state, answer, supervisorId, at } = row;
  await tx
    .insert(readReviews)
    .values(row)
    .onConflictDoUpdate({
      target: [readReviews.deskId, readReviews.personId, readReviews.contactId, readReviews.readOn],
      set: { state, answer, supervisorId, at },
    });
}

/** What somebody is asked about their own looking, the oldest first. */
export async function listAsked(
  tx: Tx,
  { deskId, personId }: { deskId: string; personId: string },
): Promise<Review[]> {
  return tx
    .select()
    .from(readReviews)
    .where(
      and(eq(readReviews.deskId, deskId), eq(readReviews.personId, personId), eq(readReviews.state, 'asked')),
    )
    .orderBy(readReviews.at);
}

export async function lockReview(tx: Tx, id: string): Promise<Review | undefined> {
  const [row] = await tx.select().from(readReviews).where(eq(readReviews.id, id)).for('update');
  return row;
}

export async function answerReview(
  tx: Tx,
  id: string,
  change: { state: string; answer: string },
): Promise<void> {
  await tx.update(readReviews).set(change).where(eq(readReviews.id, id));
}
