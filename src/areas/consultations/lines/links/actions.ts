import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { hashToken, newToken } from '#platform/sign-in/sessions.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { readHolidays } from '#areas/directory/index.ts';
import { openContact } from '../../contacts/actions.ts';
import { keepMark } from '../../links/actions.ts';
import type { Contact } from '../../contacts/store.ts';
import { isDoorOpen } from '../../desks/opening.ts';
import { type Desk, findDesk } from '../../desks/store.ts';
import { newTalkKey, talker } from '../../talks/actions.ts';
import { findOpenTalk, type Friend, insertTalk, lockFriend } from '../friends/store.ts';
import { findLink, insertLink, useUp } from './store.ts';

/** A link works for so long (minutes), once. */
export const linkMinutes = 15;

/** Makes a way out of LINE; the token is kept nowhere. */
export async function newLink(tx: Tx, friendId: string, now: Date): Promise<{ token: string; until: Date }> {
  const token = newToken();
  const until = new Date(now.getTime() + linkMinutes * 60_000);
  await insertLink(tx, { tokenHash: hashToken(token), friendId, expiresAt: until });
  return { token, until };
}

/** The desk that a link leads to; looking at it uses nothing up: programs that preview links look, too. */
export async function lookAtLink(
  db: Db,
  token: string,
  now = new Date(),
): Promise<{ desk: Desk; lang: string } | undefined> {
  return inTransaction(db, talker, async (tx) => {
    const link = await findLink(tx, { tokenHash: hashToken(token), now });
    if (!link) return undefined;
    // After a transfer another desk than that of the channel reads.
    const going = await findOpenTalk(tx, link.friendId);
    return { desk: await findDesk(tx, going?.deskId ?? link.deskId), lang: link.lang };
  });
}

/** The person comes over: into the conversation that is going on, or a new one. Gives the token for this device's cookie. */
export async function comeOver(
  db: Db,
  { vault, token }: { vault: Vault; token: string },
  now = new Date(),
): Promise<Result<{ token: string }, 'link-over'>> {
  return inTransaction(db, talker, async (tx) => {
    const tokenHash = hashToken(token);
    const link = await findLink(tx, { tokenHash, now });
    const friend = link && (await lockFriend(tx, link.friendId));
    if (!friend || !(await useUp(tx, { tokenHash, now }))) return refuse('link-over');
    const contact = await contactOf(tx, { vault, friend }, now);
    await record(tx, { event: 'talk.from-line', subject: { kind: 'contact', id: contact.id } }, now);
    return ok({ token: await newTalkKey(tx, contact.id, now) });
  });
}

/** The contact that is going on with somebody, begun where there is none. */
export async function contactOf(
  tx: Tx,
  { vault, friend, state = 'bot' }: { vault: Vault; friend: Friend; state?: 'bot' | 'waiting' },
  now: Date,
): Promise<Contact> {
  const going = await findOpenTalk(tx, friend.id);
  if (going) return going;
  const { deskId, lang } = friend;
  const { settings } = await findDesk(tx, deskId);
  const inHours = isDoorOpen(settings, 'line', { now, holidays: await readHolidays(tx) });
  const fields = { queuedAt: state === 'waiting' ? now : null };
  const opening = { vault, deskId, door: 'line', state, inHours, lang, fields } as const;
  const contact = await openContact(tx, talker, opening, now);
  await insertTalk(tx, { contactId: contact.id, friendId: friend.id, deskId, beganAt: now });
  await keepMark(tx, contact, { vault, kind: 'line', value: friend.id });
  return contact;
}
