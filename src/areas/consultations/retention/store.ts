import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or, sql, sum } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { contacts, contactTexts } from '../contacts/tables.ts';
import { debriefs } from '../debriefs/tables.ts';
import { drafts } from '../drafts/tables.ts';
import { contactLinks, contactMarks } from '../links/tables.ts';
import { lineOutbox } from '../lines/outbox/tables.ts';
import { mailIds, mailThreads } from '../mails/tables.ts';
import { messages } from '../messages/tables.ts';
import { riskAssessments } from '../risks/tables.ts';
import { talkKeys } from '../talks/tables.ts';
import { transfers } from '../transfers/tables.ts';
import { erasures } from './tables.ts';

/** Days after which words of contacts that still hold some were promised to go: `unmarked` for those without a promise of their own. */
export async function listPromises(
  tx: Tx,
  { deskId, door, unmarked }: { deskId: string; door: string; unmarked: number },
): Promise<number[]> {
  const days = sql<number>`coalesce(${contacts.retentionDays}, ${unmarked}::int)`;
  const rows = await tx
    .selectDistinct({ days })
    .from(contacts)
    .where(and(holdsWords(deskId, door), isNotNull(contacts.endedAt)));
  return rows.map((row) => row.days);
}

function holdsWords(deskId: string, door: string) {
  return and(eq(contacts.deskId, deskId), eq(contacts.door, door), isNull(contacts.erasedAt));
}

interface Due {
  readonly deskId: string;
  readonly door: string;
  readonly days: number;
  readonly unmarked: number;
  readonly endedBefore: Date;
  readonly limit: number;
}

/** Contacts of a door that ended before a moment and still hold words, the oldest first; held until the transaction ends. */
export async function lockDue(tx: Tx, due: Due): Promise<string[]> {
  const rows = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        holdsWords(due.deskId, due.door),
        sql`coalesce(${contacts.retentionDays}, ${due.unmarked}::int) = ${due.days}::int`,
        lt(contacts.endedAt, due.endedBefore),
      ),
    )
    .orderBy(asc(contacts.endedAt))
    .limit(due.limit)
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
  await tx.delete(debriefs).where(inArray(debriefs.contactId, of));
  await tx.delete(lineOutbox).where(inArray(lineOutbox.contactId, of));
  await tx.delete(drafts).where(inArray(drafts.contactId, of));
  await tx.delete(mailThreads).where(inArray(mailThreads.contactId, of));
  await tx.delete(mailIds).where(inArray(mailIds.contactId, of));
  await tx.delete(talkKeys).where(inArray(talkKeys.contactId, of));
  await tx
    .update(contacts)
    .set({ sealedKey: null, passphraseHash: null, erasedAt: now })
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

/** What stays at a desk until its day: contacts that hold words, by door, ended or not. */
export async function countHeld(
  tx: Tx,
  deskId: string,
): Promise<readonly { door: string; ended: boolean; contacts: number }[]> {
  return tx
    .select({
      door: contacts.door,
      ended: sql<boolean>`${contacts.endedAt} is not null`,
      contacts: count(),
    })
    .from(contacts)
    .where(and(eq(contacts.deskId, deskId), isNull(contacts.erasedAt)))
    .groupBy(contacts.door, sql`2`);
}

/** Everything that a desk has erased so far. */
export async function sumErasures(
  tx: Tx,
  deskId: string,
): Promise<{ contacts: number; lastOn: string | null }> {
  const [row] = await tx
    .select({ contacts: sum(erasures.contacts), lastOn: sql<string | null>`max(${erasures.ranOn})` })
    .from(erasures)
    .where(eq(erasures.deskId, deskId));
  return { contacts: Number(row?.contacts ?? 0), lastOn: row?.lastOn ?? null };
}

/** Contacts whose day was over before a moment and that still hold words: none, as long as the nightly run does its work. */
export async function countOverdue(
  tx: Tx,
  { deskId, unmarked, now }: { deskId: string; unmarked: number; now: Date },
): Promise<number> {
  const days = sql`coalesce(${contacts.retentionDays}, ${unmarked}::int)`;
  const [row] = await tx
    .select({ contacts: count() })
    .from(contacts)
    .where(
      and(
        eq(contacts.deskId, deskId),
        isNull(contacts.erasedAt),
        sql`${contacts.endedAt} + make_interval(days => ${days}) < ${now.toISOString()}::timestamptz`,
      ),
    );
  return row?.contacts ?? 0;
}

/** Talks in which the guide was the last, nobody asked for a human, and the person said nothing since. */
export async function lockQuiet(tx: Tx, before: Date): Promise<string[]> {
  const rows = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        eq(contacts.state, 'bot'),
        lt(contacts.arrivedAt, before),
        or(isNull(contacts.lastPersonAt), lt(contacts.lastPersonAt, before)),
      ),
    )
    .orderBy(asc(contacts.arrivedAt))
    .limit(500)
    .for('update', { skipLocked: true });
  return rows.map((row) => row.id);
}
