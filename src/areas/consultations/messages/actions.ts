import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import type { Who } from '#platform/access.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { findCrises } from '#areas/directory/index.ts';
import { type ContactRefusal, decideAnswer, decideMessage } from '../contacts/rules.ts';
import { type Contact, lockContact, updateContact } from '../contacts/store.ts';
import { enqueueDelivery } from './deliveries.ts';
import { contactTopic, deskTopic, keyOf } from './keys.ts';
import { findMessageByKey, insertMessage, listMessages, listRewritten, type SealedMessage } from './store.ts';

export type Sender = 'person' | 'counsellor' | 'bot' | 'notice' | 'whisper';

export interface Message {
  readonly id: string;
  readonly seq: number;
  readonly sender: Sender;
  readonly kind: string;
  readonly text: string;
  readonly at: Date;
  readonly personId: string | null;
}

interface Said {
  readonly vault: Vault;
  readonly contactId: string;
  readonly sender: Sender;
  readonly text: string;
  readonly kind?: string;
  /** Made by the sender, so that a message that is sent again is written once. */
  readonly key: string;
}

/**
 * Writes one message: sealed, numbered, told to both sides. Crisis words of the person raise a flag at arrival. A key that was
 * written before gives the message that it wrote.
 */
export async function say(
  db: Db,
  who: Who,
  said: Said,
  now = new Date(),
): Promise<Result<{ id: string; seq: number; flags: readonly string[] }, ContactRefusal>> {
  const text = decideMessage(said.text);
  if (!text.ok) return text;
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, said.contactId);
    const before = await findMessageByKey(tx, said);
    if (before) return ok({ id: before.id, seq: before.seq, flags: [] });
    if (said.sender === 'counsellor' && who.kind === 'person') {
      const answer = decideAnswer({ contact, personId: who.personId });
      if (!answer.ok) return answer;
    }
    if (contact.state === 'ended') return refuse('contact-ended');
    return ok(await write(tx, contact, { ...said, text: text.value }, now));
  });
}

async function write(tx: Tx, contact: Contact, said: Said, now: Date) {
  const seq = contact.lastSeq + 1;
  const id = crypto.randomUUID();
  await insertMessage(tx, {
    id,
    contactId: contact.id,
    deskId: contact.deskId,
    seq,
    sender: said.sender,
    personId: tx.who.kind === 'person' ? tx.who.personId : null,
    kind: said.kind ?? 'text',
    sealed: seal(keyOf(said.vault, contact), { text: said.text, owner: `message:${id}` }),
    at: now,
    key: said.key,
  });
  const found = said.sender === 'person' ? findCrises(said.text) : [];
  const flags = [...new Set([...contact.flags, ...found])];
  await updateContact(tx, contact.id, { lastSeq: seq, flags, ...momentsOf(contact, said.sender, now) });
  await enqueueDelivery(tx, contact, { messageId: id, sender: said.sender });
  await announce(tx, contactTopic(contact.id), deskTopic(contact.deskId));
  return { id, seq, flags: found };
}

function momentsOf(contact: Contact, sender: Sender, now: Date): Partial<Contact> {
  if (sender === 'person') return { lastPersonAt: now };
  if (sender !== 'counsellor') return {};
  return { lastDeskAt: now, firstAnswerAt: contact.firstAnswerAt ?? now };
}

/** The messages of a contact after `after`, opened. Whoever reads them for the desk has their look recorded by the caller. */
export async function readMessages(
  tx: Tx,
  { vault, contact, after = 0 }: { vault: Vault; contact: Contact; after?: number },
): Promise<readonly Message[]> {
  if (!contact.sealedKey) return [];
  const key = keyOf(vault, contact);
  return (await listMessages(tx, { contactId: contact.id, after })).map((row) => opened(key, row));
}

/** Messages that their sender changed or took back, as they are now. */
export async function readRewritten(
  tx: Tx,
  { vault, contact }: { vault: Vault; contact: Contact },
): Promise<readonly Message[]> {
  if (!contact.sealedKey) return [];
  const key = keyOf(vault, contact);
  return (await listRewritten(tx, contact.id)).map((row) => opened(key, row));
}

function opened(key: Buffer, row: SealedMessage): Message {
  const { id, seq, kind, at, personId } = row;
  const text = unseal(key, { sealed: row.sealed, owner: `message:${id}` });
  return { id, seq, sender: row.sender as Sender, kind, text, at, personId };
}
