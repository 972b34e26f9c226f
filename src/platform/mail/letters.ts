import type { Tx } from '../database/database.ts';
import { isLang, type Lang } from '../i18n.ts';
import { listMailRecipients } from '../people/organisations.ts';
import { type Mail, postAll } from './outbox.ts';

export interface Reader {
  readonly email: string;
  readonly lang: string;
}

type Letter = (lang: Lang) => Pick<Mail, 'subject' | 'body'>;

/** The same letter to each of these, in their language: one statement, however many. `once` as in `post`. */
export async function postToReaders(
  tx: Tx,
  readers: readonly Reader[],
  letter: Letter,
  once?: string,
): Promise<void> {
  const mails = readers.map(({ email, lang }) => ({ to: email, ...letter(isLang(lang) ? lang : 'ja') }));
  await postAll(tx, mails, once);
}

/** To everybody who holds a role, at one organisation or (without one) wherever it is held. */
export async function postToHolders(
  tx: Tx,
  holders: Parameters<typeof listMailRecipients>[1],
  letter: Letter,
  once?: string,
): Promise<void> {
  await postToReaders(tx, await listMailRecipients(tx, holders), letter, once);
}
