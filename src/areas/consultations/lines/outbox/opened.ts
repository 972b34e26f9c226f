import type { Lang } from '#platform/i18n.ts';
import type { Tx } from '#platform/database/database.ts';
import { unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { readAsked } from '../../bots/actions.ts';
import { findContact } from '../../contacts/store.ts';
import { keyOf } from '../../messages/keys.ts';
import type { LineMessage } from '../api.ts';
import { type OpenChannel, unsealFor } from '../channels/keys.ts';
import { plain, question } from '../doorbells/bubbles.ts';
import { langOf } from '../doorbells/standing.ts';
import type { Friend } from '../friends/store.ts';
import { findMessage, type Out } from './store.ts';

/** What is sent, opened at the moment at which it goes; words that were erased meanwhile do not go. */
export async function opened(
  tx: Tx,
  {
    vault,
    channel,
    friend,
    outs,
  }: { vault: Vault; channel: OpenChannel; friend: Friend; outs: readonly Out[] },
): Promise<LineMessage[]> {
  const found: LineMessage[] = [];
  for (const out of outs) {
    if (out.sealed) found.push(JSON.parse(unsealFor(channel, `out:${out.id}`, out.sealed)) as LineMessage);
    else if (out.messageId) found.push(...(await words(tx, vault, langOf(friend), out.messageId)));
  }
  return found.slice(0, 5);
}

/** Words of a contact; those of the guide with its choices to press. */
async function words(tx: Tx, vault: Vault, lang: Lang, messageId: string): Promise<LineMessage[]> {
  const message = await findMessage(tx, messageId);
  if (!message || message.kind === 'unsent') return [];
  const contact = await findContact(tx, message.contactId);
  if (!contact.sealedKey) return [];
  const text = unseal(keyOf(vault, contact), { sealed: message.sealed, owner: `message:${message.id}` });
  const isLast = message.seq === contact.lastSeq;
  const asked = message.sender === 'bot' && isLast ? await readAsked(tx, { vault, contact }) : undefined;
  return [plain(lang, text), ...(asked ? [question(lang, asked, { mode: 'direct' })] : [])];
}
