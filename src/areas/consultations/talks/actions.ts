import { system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { ok, type Result } from '#platform/result.ts';
import { hashPassword, isPassword } from '#platform/sign-in/passwords/hash.ts';
import { hashToken, newToken } from '#platform/sign-in/sessions.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { stepOfBot } from '../bots/actions.ts';
import { moved, openContact } from '../contacts/actions.ts';
import { type Contact, findContactByNumber, lockContact } from '../contacts/store.ts';
import type { Desk } from '../desks/store.ts';
import { newPassphrase, readNumber, readPassphrase } from './passphrase.ts';
import { afterWrongTry, decideQueue, decideReturn, type TalkRefusal } from './rules.ts';
import { findTalkContact, insertTalkKey, removeTalkKey, tries } from './store.ts';

/** Acts for the person at the other end, who has no account and no name. */
export const talker = system('talk');
/** How long a device stays in a conversation that nobody ended (hours). */
const keyHours = 12;

export interface Begun {
  readonly contactId: string;
  readonly number: string;
  /** Shown once. */
  readonly passphrase: string;
  /** For the cookie of this device. */
  readonly token: string;
}

/** Begins a conversation in web chat: the bot listens first, a human when the person asks for one. */
export async function startTalk(
  db: Db,
  { vault, desk, open, lang }: { vault: Vault; desk: Desk; open: boolean; lang: string },
  now = new Date(),
): Promise<Begun> {
  const passphrase = newPassphrase();
  const passphraseHash = await hashPassword(readPassphrase(passphrase));
  return inTransaction(db, talker, async (tx) => {
    const contact = await openContact(
      tx,
      talker,
      {
        vault,
        deskId: desk.id,
        door: 'chat',
        state: 'bot',
        inHours: open,
        lang,
        fields: { passphraseHash, route: 'web' },
      },
      now,
    );
    const token = await newTalkKey(tx, contact.id, now);
    return { contactId: contact.id, number: contact.number, passphrase, token };
  });
}

/** Lets a device into a conversation: the token for its cookie, which is kept nowhere. */
export async function newTalkKey(tx: Tx, contactId: string, now: Date): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + keyHours * 3_600_000);
  await insertTalkKey(tx, { tokenHash: hashToken(token), contactId, expiresAt });
  return token;
}

/** From any device, with number and passphrase. */
export async function returnToTalk(
  db: Db,
  typed: { number: string; passphrase: string },
  now = new Date(),
): Promise<Result<{ token: string }, TalkRefusal>> {
  const number = readNumber(typed.number);
  return inTransaction(db, talker, async (tx) => {
    const { tries: wrong, restsUntil } = await tries.lock(tx, number);
    const contact = await findContactByNumber(tx, number);
    const matches = await isPassword(readPassphrase(typed.passphrase), contact?.passphraseHash);
    const decision = decideReturn({
      known: contact !== undefined,
      matches,
      erased: Boolean(contact?.erasedAt),
      restsUntil,
      now,
    });
    if (!decision.ok || !contact) {
      if (!decision.ok && decision.refusal === 'talk-unknown')
        await tries.write(tx, number, afterWrongTry({ tries: wrong, now }));
      return decision.ok ? { ok: false, refusal: 'talk-unknown' } : decision;
    }
    await tries.remove(tx, number);
    const token = await newTalkKey(tx, contact.id, now);
    await record(tx, { event: 'talk.return', subject: { kind: 'contact', id: contact.id } }, now);
    return ok({ token });
  });
}

/** The conversation of a device; undefined when there is none any more. */
export async function findTalk(
  db: Db,
  token: string | undefined,
  now = new Date(),
): Promise<Contact | undefined> {
  if (!token) return undefined;
  return inTransaction(db, talker, (tx) => findTalkContact(tx, { tokenHash: hashToken(token), now }));
}

/** The person asks for a human: into the queue while the desk is open, otherwise read when it opens. */
export async function askForHuman(
  db: Db,
  { contactId, open }: { contactId: string; open: boolean },
  now = new Date(),
): Promise<Result<'queue' | 'leave-message', TalkRefusal>> {
  return inTransaction(db, talker, async (tx) => {
    const contact = await lockContact(tx, contactId);
    const decision = decideQueue({ open, state: contact.state });
    if (!decision.ok || contact.state !== 'bot') return decision;
    await moved(tx, contact, { event: 'contact.queue', change: { state: 'waiting', queuedAt: now } }, now);
    return decision;
  });
}

/** What the person says; while no human has the conversation, the guide hears it and answers. Written once per `key`. */
export async function saysPerson(
  db: Db,
  { text, ...said }: { vault: Vault; contactId: string; text: string; key: string },
  now = new Date(),
) {
  return inTransaction(db, talker, (tx) => stepOfBot(tx, { ...said, answer: { words: text } }, now));
}

/** A press on what the guide asks; `choices` undefined: the guide begins. */
export async function answersGuide(
  db: Db,
  { choices, ...said }: { vault: Vault; contactId: string; choices?: readonly string[]; key: string },
  now = new Date(),
) {
  return inTransaction(db, talker, (tx) =>
    stepOfBot(tx, { ...said, ...(choices && { answer: { choices } }) }, now),
  );
}

/** The person ends it; what was said stays for the time that was promised, and the number still leads back to it. */
export async function endTalk(db: Db, { contactId }: { contactId: string }, now = new Date()): Promise<void> {
  await inTransaction(db, talker, async (tx) => {
    const contact = await lockContact(tx, contactId);
    if (contact.state === 'ended') return;
    const reason = contact.state === 'open' ? 'done' : 'withdrawn';
    await moved(
      tx,
      contact,
      { event: 'contact.end', change: { state: 'ended', endedAt: now, endReason: reason } },
      now,
    );
  });
}

/** This device knows nothing of it any more. */
export async function forgetTalk(db: Db, token: string): Promise<void> {
  await inTransaction(db, talker, (tx) => removeTalkKey(tx, hashToken(token)));
}
