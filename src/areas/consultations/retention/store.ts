import { and, asc, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { contacts, contactTexts } from '../contacts/tables.ts';
import { drafts } from '../drafts/tables.ts';
import { contactLinks, contactMarks } from '../links/tables.ts';
import { messages } from '../messages/tables.ts';
import { riskAssessments } from '../risks/tables.ts';
import { talkKeys } from '../talks/tables.ts';
import { transfers } from '../transfers/tables.ts';
import { erasures } from './tables.ts';

/** Contacts of a door that ended before a moment and still hold words, the oldest first; held until the transaction ends. */
export async function lockDue(
  tx: Tx,
  { deskId, door, endedBefore, limit }: { deskId: string; door: string; endedBefore: Date; limit: number },
): Promise<string[]> {
  const rows = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        eq(contacts.deskId, deskId),
        eq(contacts.door, door),
        isNull(contacts.erasedAt),
        lt(contacts.endedAt, endedBefore),
      ),
    )
    .orderBy(asc(contacts.endedAt))
    .limit(limit)
    .for('update', { skipLocked: true });
  return rows.map((row) => row.id);
}

/** Removes every word of these contacts and the key that opened them; what is counted stays. */
export async function eraseContacts(
  tx: Tx,
  ids: readonly string[],
  now: Date,
): Promise<{ messages: number; texts: number }> {
  const of = [...ids];
  const said = await tx
    .delete(messages)
    .where(inArray(messages.contactId, of))
    .returning({ id: messages.id });
  const texts = await tx
    .delete(contactTexts)
    .where(inArray(contactTexts.contactId, of))
    .returning({ id: contactTexts.id });
  await tx.delete(riskAssessments).where(inArray(riskAssessments.contactId, of));
  await tx.delete(contactMarks).where(inArray(contactMarks.contactId, of));
  await tx
    .delete(contactLinks)
    .where(or(inArray(contactLinks.contactId, of), inArray(contactLinks.earlierId, of)));
  await tx.update(transfers).set({ sealedKey: null, sealed: null }).where(inArray(transfers.contactId, of));
  await tx.delete(drafts).where(inArray(drafts.contactId, of));
  await tx.delete(talkKeys).where(inArray(talkKeys.contactId, of));
  await tx
    .update(contacts)
    .set({ sealedKey: null, passphraseHash: null, accompaniedBy: null, erasedAt: now })
    .where(inArray(contacts.id, of));
  return { messages: said.length, texts: texts.length };
}

export async function insertErasure(
  tx: Tx,
  erasure: Omit<typeof erasures.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(erasures).values(erasure);
}

export async function listErasures(tx: Tx, { deskId, limit }: { deskId: string; limit: number }) {
  return tx
    .select()
    .from(erasures)
    .where(eq(erasures.deskId, deskId))
    .orderBy(desc(erasures.at))
    .limit(limit);
}
