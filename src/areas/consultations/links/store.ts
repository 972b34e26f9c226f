import { aliasedTable, and, desc, eq, ne, or } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { contacts } from '../contacts/tables.ts';
import type { Match } from './rules.ts';
import { contactLinks, contactMarks } from './tables.ts';

export type Link = typeof contactLinks.$inferSelect;

/** Once for each contact, kind and mark. */
export async function insertMark(
  tx: Tx,
  mark: { contactId: string; deskId: string; kind: string; mark: string },
): Promise<void> {
  await tx.insert(contactMarks).values(mark).onConflictDoNothing();
}

/** Other contacts of the same desk that share a mark. */
export async function listMatches(tx: Tx, contactId: string): Promise<Match[]> {
  const other = aliasedTable(contactMarks, 'other');
  return tx
    .selectDistinct({ earlierId: other.contactId, kind: other.kind })
    .from(contactMarks)
    .innerJoin(
      other,
      and(
        eq(other.deskId, contactMarks.deskId),
        eq(other.kind, contactMarks.kind),
        eq(other.mark, contactMarks.mark),
        ne(other.contactId, contactMarks.contactId),
      ),
    )
    .where(eq(contactMarks.contactId, contactId));
}

/** What was decided about a contact, from whichever side. */
export async function listLinks(tx: Tx, contactId: string): Promise<Link[]> {
  return tx
    .select()
    .from(contactLinks)
    .where(or(eq(contactLinks.contactId, contactId), eq(contactLinks.earlierId, contactId)))
    .orderBy(desc(contactLinks.at));
}

export async function insertLink(tx: Tx, link: Omit<typeof contactLinks.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(contactLinks).values(link);
}

/** Takes a decision back; whether there was one. */
export async function removeLink(
  tx: Tx,
  { contactId, otherId }: { contactId: string; otherId: string },
): Promise<Link | undefined> {
  const [row] = await tx
    .delete(contactLinks)
    .where(
      or(
        and(eq(contactLinks.contactId, contactId), eq(contactLinks.earlierId, otherId)),
        and(eq(contactLinks.contactId, otherId), eq(contactLinks.earlierId, contactId)),
      ),
    )
    .returning();
  return row;
}

/** What may be shown of a contact that is proposed or linked: codes and moments. */
export async function findLinked(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: contacts.id,
      number: contacts.number,
      door: contacts.door,
      arrivedAt: contacts.arrivedAt,
      risk: contacts.risk,
      mainWorry: contacts.mainWorry,
    })
    .from(contacts)
    .where(eq(contacts.id, id));
  return row;
}
