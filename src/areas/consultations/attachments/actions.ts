import type { PersonWho } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { fileKindOf } from '#platform/files/kinds.ts';
import { withoutMetadata } from '#platform/files/metadata.ts';
import { type Result, refuse } from '#platform/result.ts';
import { sealBytes, unsealBytes } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import type { ContactRefusal } from '../contacts/rules.ts';
import { recordRead } from '../contacts/read.ts';
import { findContact, lockContact } from '../contacts/store.ts';
import { findDesk } from '../desks/store.ts';
import { say } from '../messages/actions.ts';
import { keyOf } from '../messages/keys.ts';
import { talker } from '../talks/actions.ts';
import { type AttachmentRefusal, decideAttachment } from './rules.ts';
import { countAttachments, findAttachment, insertAttachment } from './store.ts';

interface Given {
  readonly vault: Vault;
  readonly contactId: string;
  readonly name: string;
  readonly content: Buffer;
  /** Made by the sender: the same file sent twice is kept once. */
  readonly key: string;
}

/** The person sends a file along, as a message of its own; of a picture nothing is kept that its taker may not know is in it. */
export async function attach(
  db: Db,
  { vault, contactId, name, content, key }: Given,
  now = new Date(),
): Promise<Result<unknown, AttachmentRefusal | ContactRefusal>> {
  return inTransaction(db, talker, async (tx) => {
    const contact = await lockContact(tx, contactId);
    const { settings } = await findDesk(tx, contact.deskId);
    const decision = decideAttachment({
      taken: settings.attachments === true,
      state: contact.state,
      count: await countAttachments(tx, contactId),
      size: content.length,
      kind: fileKindOf(content),
    });
    if (!decision.ok) return decision;
    const mediaType = decision.value;
    const bare = withoutMetadata(content, mediaType);
    if (!bare) return refuse('file-kind-not-taken');
    const said = await say(
      tx,
      talker,
      { vault, contactId, sender: 'person', text: name, kind: 'file', key },
      now,
    );
    if (!said.ok) return said;
    const messageId = said.value.id;
    const sealed = sealBytes(keyOf(vault, contact), { content: bare, owner: `attachment:${messageId}` });
    await insertAttachment(tx, {
      messageId,
      contactId,
      deskId: contact.deskId,
      mediaType,
      size: bare.length,
      sealed,
    });
    return said;
  });
}

export interface OpenedFile {
  readonly mediaType: string;
  readonly content: Buffer;
}

/** For whoever sent it, from their own conversation. */
export async function openOwnFile(
  db: Db,
  { vault, contactId, messageId }: { vault: Vault; contactId: string; messageId: string },
): Promise<OpenedFile> {
  return inTransaction(db, talker, async (tx) => {
    const file = await findAttachment(tx, messageId);
    if (file.contactId !== contactId) throw new NotFound('attachment');
    return opened(tx, vault, file);
  });
}

/** For somebody at the desk: a look like any other at the conversation. */
export async function openFile(
  db: Db,
  who: PersonWho,
  { vault, messageId }: { vault: Vault; messageId: string },
  now = new Date(),
): Promise<OpenedFile> {
  return inTransaction(db, who, async (tx) => {
    const file = await findAttachment(tx, messageId);
    await recordRead(tx, who, await findContact(tx, file.contactId), now);
    return opened(tx, vault, file);
  });
}

async function opened(
  tx: Tx,
  vault: Vault,
  file: { contactId: string; messageId: string; mediaType: string; sealed: Buffer },
): Promise<OpenedFile> {
  const contact = await findContact(tx, file.contactId);
  const content = unsealBytes(keyOf(vault, contact), {
    sealed: file.sealed,
    owner: `attachment:${file.messageId}`,
  });
  return { mediaType: file.mediaType, content };
}
