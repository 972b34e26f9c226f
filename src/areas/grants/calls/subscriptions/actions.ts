import { randomUUID } from 'node:crypto';
import { system } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { isLang, type Lang } from '#platform/i18n.ts';
import { post } from '#platform/mail/outbox.ts';
import { withQuery } from '#platform/path.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { blindIndex, newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { callPaths } from '../../paths.ts';
import { mailWords } from './mail-words.ts';
import { againMinutes } from './rules.ts';
import {
  deleteSubscription,
  findAsked,
  findByToken,
  insertSubscription,
  type Subscription,
  updateSubscription,
  type Wanted,
} from './store.ts';

/** Who holds a mailed link, or asks for one, is nobody we know. */
const asReader = system('grant-subscription');
const ownerOf = (id: string) => `grant-subscription:${id}`;

/** The same for a subscription each time, so that every mail can carry it: nobody without the vault makes one. */
export function tokenOf(vault: Vault, id: string): string {
  return blindIndex(vault, { purpose: 'grant-subscription', value: id });
}

export function addressOf(vault: Vault, { id, sealedKey, sealed }: Subscription): string {
  const owner = ownerOf(id);
  return unseal(openDataKey(vault, { sealed: sealedKey, owner }), { sealed, owner });
}

export function langOf({ lang }: Subscription): Lang {
  return isLang(lang) ? lang : 'ja';
}

interface Asking extends Wanted {
  readonly vault: Vault;
  readonly publicUrl: string;
  readonly mail: string;
  readonly lang: Lang;
}

/**
 * Asks whoever reads the address whether they want to hear of calls. The answer is the same whether the address is known or not, and
 * nobody is mailed again and again.
 */
export async function askToSubscribe(
  db: Database,
  { vault, publicUrl, mail, lang, audience, callId }: Asking,
  now = new Date(),
): Promise<void> {
  await inTransaction(db, asReader, async (tx) => {
    const addressMark = blindIndex(vault, { purpose: 'grant-subscription-address', value: mail });
    const known = await findAsked(tx, { addressMark, audience, callId });
    if (known) {
      const rests = now.getTime() - known.createdAt.getTime() < againMinutes * 60_000;
      if (known.confirmedAt || rests) return;
      await updateSubscription(tx, known.id, { createdAt: now });
      return sendLink(tx, { id: known.id, vault, publicUrl, mail, lang });
    }
    const id = randomUUID();
    const { key, sealed: sealedKey } = newDataKey(vault, ownerOf(id));
    const sealed = seal(key, { text: mail, owner: ownerOf(id) });
    const row = { id, audience, callId, lang, addressMark, sealedKey, sealed, createdAt: now };
    // Somebody else was faster with the same: the mail is theirs.
    if (await insertSubscription(tx, { ...row, token: tokenOf(vault, id) }))
      await sendLink(tx, { id, vault, publicUrl, mail, lang });
  });
}

async function sendLink(
  tx: Tx,
  {
    id,
    vault,
    publicUrl,
    mail,
    lang,
  }: Pick<Asking, 'vault' | 'publicUrl' | 'mail' | 'lang'> & { id: string },
): Promise<void> {
  const words = mailWords[lang];
  const url = linkOf({ vault, publicUrl, id, lang });
  await post(tx, { to: mail, subject: words.confirmSubject, body: words.confirm(url) });
}

/** The page on which a subscription is confirmed, and ended. */
export function linkOf({
  vault,
  publicUrl,
  id,
  lang,
}: Pick<Asking, 'vault' | 'publicUrl' | 'lang'> & { id: string }): string {
  const url = callPaths.subscription.to({ token: tokenOf(vault, id) });
  return withQuery(`${publicUrl}${url}`, { lang: lang === 'ja' ? undefined : lang });
}

/** What a link is good for; looking changes nothing: mail programs open links by themselves. */
export async function openSubscription(db: Database, token: string): Promise<Subscription | undefined> {
  return inTransaction(db, asReader, (tx) => findByToken(tx, token));
}

export async function confirmSubscription(db: Database, token: string, now = new Date()): Promise<boolean> {
  return inTransaction(db, asReader, async (tx) => {
    const found = await findByToken(tx, token);
    if (found && !found.confirmedAt) await updateSubscription(tx, found.id, { confirmedAt: now });
    return found !== undefined;
  });
}

/** The address is gone at once. */
export async function endSubscription(db: Database, token: string): Promise<void> {
  await inTransaction(db, asReader, async (tx) => {
    const found = await findByToken(tx, token);
    if (found) await deleteSubscription(tx, found.id);
  });
}
