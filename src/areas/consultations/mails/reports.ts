import { system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { type Contact, lockContact } from '../contacts/store.ts';
import { say } from '../messages/actions.ts';
import { contactTopic, deskTopic } from '../messages/keys.ts';
import type { InboundMail, MailRefusal } from './rules.ts';
import { idIndex } from './sealing.ts';
import { type MailThread, updateThread } from './store.ts';
import { words } from './words.ts';

/** Acts for whoever writes by e-mail. */
export const mailer = system('mail');

/** A report about an answer of ours: one that failed for good marks the contact, and its desk is told. */
export async function reported(
  tx: Tx,
  { vault, mail, thread }: { vault: Vault; mail: InboundMail; thread: MailThread | undefined },
  now: Date,
): Promise<Result<{ contactId: string }, MailRefusal>> {
  if (!thread || !mail.marks.isFailure) return refuse('report');
  const contact = await lockContact(tx, thread.contactId);
  if (contact.sealedKey === null) return refuse('report');
  await markBounced(tx, { vault, contact, key: idIndex(vault, mail.messageId) }, now);
  return ok({ contactId: contact.id });
}

/** An answer that the mail server refused for good: the desk is told, and nothing is tried again. */
export async function noteUndeliverable(
  db: Db,
  { vault, contactId, messageId }: { vault: Vault; contactId: string; messageId: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, mailer, async (tx) => {
    const contact = await lockContact(tx, contactId);
    if (contact.sealedKey) await markBounced(tx, { vault, contact, key: `refused:${messageId}` }, now);
  });
}

async function markBounced(
  tx: Tx,
  { vault, contact, key }: { vault: Vault; contact: Contact; key: string },
  now: Date,
): Promise<void> {
  await updateThread(tx, contact.id, { bouncedAt: now });
  if (contact.state !== 'ended') await whisper(tx, { vault, contact, text: words.ja.bounced, key }, now);
  await record(tx, { event: 'mail.bounce', subject: { kind: 'contact', id: contact.id } }, now);
  await announce(tx, contactTopic(contact.id), deskTopic(contact.deskId));
}

/** For the desk alone. */
export async function whisper(
  tx: Tx,
  { vault, contact, text, key }: { vault: Vault; contact: Contact; text: string; key: string },
  now: Date,
): Promise<void> {
  await say(tx, mailer, { vault, contactId: contact.id, sender: 'whisper', text, key }, now);
}
