import { type Database, inTransaction } from '#platform/database/database.ts';
import type { Who } from '#platform/access.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Envelope, Mail } from '#platform/mail/outbox.ts';
import { unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { findContact } from '../contacts/store.ts';
import { findDesk } from '../desks/store.ts';
import type { Delivery } from '../messages/deliveries.ts';
import { keyOf } from '../messages/keys.ts';
import { repeated } from './rules.ts';
import { idIndex, unsealMail } from './sealing.ts';
import { findMailId, findOutgoing, findThread, insertMailId } from './store.ts';
import { words } from './words.ts';

export interface Letter {
  readonly mail: Mail;
  readonly envelope: Envelope;
  /** By which it is marked as sent. */
  readonly idIndex: string;
}

/**
 * One message of a conversation as a mail, its id noted as our own before it leaves; undefined where nothing is to go out: erased,
 * without an address, or taken by the mail server already. The id follows from the message, so a mail that goes out twice because
 * the process was killed in between is one mail to every mailbox.
 */
export async function readLetter(
  db: Database,
  who: Who,
  { vault, contactId, messageId, from }: Delivery & { vault: Vault; from: string },
  now: Date,
): Promise<Letter | undefined> {
  return inTransaction(db, who, async (tx) => {
    const contact = await findContact(tx, contactId);
    const thread = await findThread(tx, contactId);
    const outgoing = await findOutgoing(tx, messageId);
    if (!contact.sealedKey || !thread?.sealedAddress || !outgoing) return undefined;
    const { message, before } = outgoing;
    const id = `${thread.token}.${message.seq}@${from.slice(from.indexOf('@') + 1)}`;
    const index = idIndex(vault, id);
    const known = await findMailId(tx, index);
    if (known?.sentAt) return undefined;
    if (!known)
      await insertMailId(tx, {
        idIndex: index,
        contactId,
        deskId: contact.deskId,
        direction: 'out',
        at: now,
      });
    const key = keyOf(vault, contact);
    const opened = (row: typeof message) => unseal(key, { sealed: row.sealed, owner: `message:${row.id}` });
    const { settings } = await findDesk(tx, contact.deskId);
    const t = words[contact.lang as Lang];
    const desk = settings.mail;
    const quote =
      desk?.quote && before && message.sender === 'counsellor' ? `\n\n${repeated(opened(before))}` : '';
    const replyTo = desk && (desk.plus ? desk.address.replace('@', `+${thread.token}@`) : desk.address);
    return {
      mail: {
        to: unsealMail(vault, contact, 'address', thread.sealedAddress) ?? '',
        subject: `${desk?.subject || t.subject} [#${thread.token}]`,
        body: `${opened(message)}${quote}\n`,
      },
      envelope: {
        sender: desk?.sender || t.sender,
        replyTo,
        messageId: id,
        inReplyTo: unsealMail(vault, contact, 'last-id', thread.sealedLastId),
        automatic: message.sender !== 'counsellor',
      },
      idIndex: index,
    };
  });
}
