import { and, desc, eq, isNull, lt, ne, notExists } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { preparedInsert, preparedSelect } from '#platform/database/prepared.ts';
import { type Contact } from '../../contacts/store.ts';
import { contacts } from '../../contacts/tables.ts';
import { messages } from '../../messages/tables.ts';
import { lineFriends, lineTalks } from './tables.ts';

export type Friend = typeof lineFriends.$inferSelect;

/** The friend, held until the transaction ends: what reaches them and what they do come one after the other. */
export async function lockFriend(tx: Tx, id: string): Promise<Friend | undefined> {
  const [row] = await friendById(tx, id);
  return row;
}
const friendById = preparedSelect(lineFriends, {
  name: 'line_friend',
  condition: 'where t.id = $1 for update',
});

export async function findFriend(tx: Tx, id: string): Promise<Friend | undefined> {
  const [row] = await tx.select().from(lineFriends).where(eq(lineFriends.id, id));
  return row;
}

export async function lockFriendByIndex(
  tx: Tx,
  { deskId, userIndex }: { deskId: string; userIndex: string },
): Promise<Friend | undefined> {
  const [row] = await friendByIndex(tx, deskId, userIndex);
  return row;
}
const friendByIndex = preparedSelect(lineFriends, {
  name: 'line_friend_by_index',
  condition: 'where t.desk_id = $1 and t.user_index = $2 for update',
});

/** Written once however many come at the same moment, and then held; `written` is false for who came second. */
export const insertFriend = preparedInsert(lineFriends, {
  suffix: 'on conflict (desk_id, user_index) do nothing',
});

export async function updateFriend(tx: Tx, id: string, change: Partial<Friend>): Promise<void> {
  await tx.update(lineFriends).set(change).where(eq(lineFriends.id, id));
}

/** The contact that is going on with a friend, if one is. */
export async function findOpenTalk(tx: Tx, friendId: string): Promise<Contact | undefined> {
  const [row] = await tx
    .select({ contact: contacts })
    .from(lineTalks)
    .innerJoin(contacts, eq(contacts.id, lineTalks.contactId))
    .where(and(eq(lineTalks.friendId, friendId), ne(contacts.state, 'ended'), isNull(contacts.erasedAt)))
    .orderBy(desc(lineTalks.beganAt))
    .limit(1);
  return row?.contact;
}

/** The contact of a friend in which a message was said, ended or not; its key is gone with an erased one. */
export async function findTalkOfMessage(
  tx: Tx,
  { friendId, key }: { friendId: string; key: string },
): Promise<string | undefined> {
  const [row] = await tx
    .select({ contactId: lineTalks.contactId })
    .from(lineTalks)
    .innerJoin(messages, eq(messages.contactId, lineTalks.contactId))
    .where(and(eq(lineTalks.friendId, friendId), eq(messages.key, key)));
  return row?.contactId;
}

export async function insertTalk(tx: Tx, talk: typeof lineTalks.$inferInsert): Promise<void> {
  await tx.insert(lineTalks).values(talk).onConflictDoNothing();
}

export async function findTalk(tx: Tx, contactId: string) {
  const [row] = await tx.select().from(lineTalks).where(eq(lineTalks.contactId, contactId));
  return row;
}

export async function updateTalk(
  tx: Tx,
  contactId: string,
  change: { deliveredSeq?: number; rungSeq?: number },
): Promise<void> {
  await tx.update(lineTalks).set(change).where(eq(lineTalks.contactId, contactId));
}

/** Friends of a desk who did nothing since, and whose contacts hold no words any more. */
export async function removeIdleFriends(
  tx: Tx,
  { deskId, before }: { deskId: string; before: Date },
): Promise<number> {
  const words = tx
    .select({ id: lineTalks.contactId })
    .from(lineTalks)
    .innerJoin(contacts, eq(contacts.id, lineTalks.contactId))
    .where(and(eq(lineTalks.friendId, lineFriends.id), isNull(contacts.erasedAt)));
  const rows = await tx
    .delete(lineFriends)
    .where(and(eq(lineFriends.deskId, deskId), lt(lineFriends.lastSeenAt, before), notExists(words)))
    .returning({ id: lineFriends.id });
  return rows.length;
}
