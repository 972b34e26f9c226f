import { announce } from '#platform/live/announce.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { type CrisisKind, findCrises } from '#areas/directory/index.ts';
import { stepOfBot } from '../../bots/actions.ts';
import { rewriteTold } from '../../bots/state.ts';
import { moved } from '../../contacts/actions.ts';
import { decideMessage } from '../../contacts/rules.ts';
import { type Contact, lockContact, updateContact } from '../../contacts/store.ts';
import { say } from '../../messages/actions.ts';
import { contactTopic, deskTopic, keyOf } from '../../messages/keys.ts';
import { findMessageByKey, rewriteMessage } from '../../messages/store.ts';
import { numbers, told } from '../doorbells/bubbles.ts';
import { langOf } from '../doorbells/standing.ts';
import { words } from '../doorbells/words.ts';
import { findTalkOfMessage } from '../friends/store.ts';
import { contactOf } from '../links/actions.ts';
import { messageIndex } from '../channels/keys.ts';
import { answer, type Scene, standing } from './scene.ts';
import type { Deed } from './rules.ts';

/** Of a LINE message, found again when it is changed or taken back: its id itself is not kept. */
function keyOfLine({ vault, desk }: Scene, messageId: string): string {
  return `line:${messageIndex(vault, desk.id, messageId).slice(0, 48)}`;
}

/** Direct mode: what somebody sent is a message of their contact; a sticker or picture is shown in words, nothing is fetched. */
export async function hear(scene: Scene, deed: Extract<Deed, { kind: 'wrote' | 'sent' }>): Promise<void> {
  const { tx, vault, friend, now } = scene;
  const contact = await contactOf(tx, { vault, friend }, now);
  const key = keyOfLine(scene, deed.messageId);
  if (deed.kind === 'sent') return hearThing(scene, contact, deed, key);
  const text = kept(deed.text);
  if (contact.state !== 'bot') {
    await say(tx, tx.who, { vault, contactId: contact.id, sender: 'person', text, key }, now);
    const crises = findCrises(deed.text);
    if (crises.length > 0) await answer(scene, numbers(langOf(friend), crises, await standing(scene)));
    return;
  }
  const step = await stepOfBot(tx, { vault, contactId: contact.id, answer: { words: text }, key }, now);
  const guideSaidNothing = step.ok && step.value.seq === contact.lastSeq + 1;
  const lang = langOf(friend);
  const at = await standing(scene);
  if (guideSaidNothing) await answer(scene, told(lang, words[lang].heard, [at.place, at.hours], at));
}

async function hearThing(
  scene: Scene,
  contact: Contact,
  deed: Extract<Deed, { kind: 'sent' }>,
  key: string,
): Promise<void> {
  const { tx, vault, friend, now } = scene;
  const t = words.ja.sent;
  const text = deed.what === 'sticker' ? t.sticker(kept(deed.words)) : t[deed.what];
  const kind = deed.what === 'sticker' ? 'sticker' : 'picture';
  await say(tx, tx.who, { vault, contactId: contact.id, sender: 'person', text, kind, key }, now);
  const lang = langOf(friend);
  if (kind === 'picture') await answer(scene, told(lang, words[lang].sentNotSeen, [], await standing(scene)));
}

/** As the desk takes it; what holds nothing but signs that are left out is shown as such. */
function kept(text: string): string {
  const decided = decideMessage(text.slice(0, 4000));
  return decided.ok ? decided.value : '…';
}

/** What was changed at LINE is changed here; crisis words in it flag as at arrival. */
export async function hearChange(scene: Scene, deed: Extract<Deed, { kind: 'changed' }>): Promise<void> {
  const contact = await rewrite(scene, deed.messageId, { text: kept(deed.text), kind: 'changed' });
  const crises = findCrises(deed.text);
  if (contact && crises.length > 0) await flag(scene, contact, crises);
}

/** What was taken back at LINE is gone here at once; that something was there stays to be seen. */
export async function hearUnsend(scene: Scene, messageId: string): Promise<void> {
  await rewrite(scene, messageId, { text: '', kind: 'unsent' });
}

async function rewrite(
  scene: Scene,
  messageId: string,
  { text, kind }: { text: string; kind: 'changed' | 'unsent' },
): Promise<Contact | undefined> {
  const { tx, vault, friend, now } = scene;
  const lineKey = keyOfLine(scene, messageId);
  const contactId = await findTalkOfMessage(tx, { friendId: friend.id, key: lineKey });
  if (!contactId) return undefined;
  const contact = await lockContact(tx, contactId);
  const message = await findMessageByKey(tx, { contactId, key: lineKey });
  if (!message || message.kind === 'unsent') return contact;
  const key = keyOf(vault, contact);
  const owner = `message:${message.id}`;
  const before = unseal(key, { sealed: message.sealed, owner });
  await rewriteTold(tx, { vault, contact, before, after: text }, now);
  const sealed = seal(key, { text, owner });
  await rewriteMessage(tx, message.id, { sealed, kind });
  await announce(tx, contactTopic(contact.id), deskTopic(contact.deskId));
  return contact;
}

/** Doorbell mode: people at the desk learn that words came that cannot wait; the words themselves are not kept. */
export async function raiseFlag(scene: Scene, crises: readonly CrisisKind[]): Promise<void> {
  const { tx, vault, friend, now, eventId } = scene;
  const contact = await contactOf(tx, { vault, friend, state: 'waiting' }, now);
  const contactId = contact.id;
  if (contact.state === 'bot')
    await moved(tx, contact, { event: 'contact.queue', change: { state: 'waiting', queuedAt: now } }, now);
  await flag(scene, contact, crises);
  const text = words.ja.crisisWhisper;
  await say(tx, tx.who, { vault, contactId, sender: 'whisper', text, key: `line:${eventId}` }, now);
}

async function flag({ tx }: Scene, contact: Contact, crises: readonly CrisisKind[]): Promise<void> {
  const flags = [...new Set([...contact.flags, ...crises])];
  await updateContact(tx, contact.id, { flags });
  await announce(tx, contactTopic(contact.id), deskTopic(contact.deskId));
}
