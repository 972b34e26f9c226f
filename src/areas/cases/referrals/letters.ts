import type { Tx } from '#platform/database/database.ts';
import { isLang, type Lang } from '#platform/i18n.ts';
import { post } from '#platform/mail/outbox.ts';
import { listMailRecipients } from '#platform/people/organisations.ts';
import { newToken } from '#platform/sign-in/sessions.ts';
import { findConfirmationAddress } from '#areas/directory/index.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { referralLinkPaths, referralPaths } from '../paths.ts';
import { isBarredFrom } from '../relations/rules.ts';
import { listRelations } from '../relations/store.ts';
import { mailWords } from './mail-words.ts';
import { insertReferralLink, type Referral } from './store.ts';

/** Days for which a mailed link, or the code of a printed sheet, is good. */
const linkDays = 14;

export function linkExpiry(now: Date): Date {
  return new Date(now.getTime() + linkDays * 86_400_000);
}

export type Letter = keyof (typeof mailWords)['ja'];

export interface Mailing {
  readonly referral: Referral;
  readonly publicUrl: string;
  readonly now: Date;
  /** What the letter tells of: a second run of its job writes it no second time. */
  readonly once?: string | undefined;
}

/** To those who carry cases there; an organisation without an account gets a link to its address in the directory. */
export async function toReceiver(tx: Tx, mailing: Mailing, letter: Letter): Promise<void> {
  const { referral, publicUrl, now, once } = mailing;
  const { id, toOrganisationId } = referral;
  const holders = await holdersAt(tx, toOrganisationId, [caseWorker.name, caseSupervisor.name]);
  const url = publicUrl + referralPaths.referral.to({ referralId: id });
  for (const { email, lang } of await notBarred(tx, mailing, holders))
    await send(tx, { to: email, lang, letter, url, once });
  // Where everybody is shut out of the case, no link goes to an address that they read too.
  if (holders.length > 0) return;
  const address = await findConfirmationAddress(tx, toOrganisationId);
  if (!address) return;
  if (letter === 'cancelled' || letter === 'over-there')
    return send(tx, { to: address, lang: 'ja', letter, url: '', once });
  const token = newToken();
  await insertReferralLink(tx, { token, referralId: id, expiresAt: linkExpiry(now) });
  const link = publicUrl + referralLinkPaths.answer.to({ token });
  await send(tx, { to: address, lang: 'ja', letter, url: link, once });
}

/** To those who carry cases where it came from. */
export async function toSender(tx: Tx, mailing: Mailing, letter: Letter): Promise<void> {
  await toRole(tx, mailing, { letter, role: caseWorker.name });
}

export async function toSupervisor(tx: Tx, mailing: Mailing, letter: Letter): Promise<void> {
  await toRole(tx, mailing, { letter, role: caseSupervisor.name });
}

async function toRole(
  tx: Tx,
  mailing: Mailing,
  { letter, role }: { letter: Letter; role: string },
): Promise<void> {
  const { referral, publicUrl, once } = mailing;
  const url = publicUrl + referralPaths.referral.to({ referralId: referral.id });
  const holders = await holdersAt(tx, referral.onwardBy ?? referral.homeId, [role]);
  for (const { email, lang } of await notBarred(tx, mailing, holders))
    await send(tx, { to: email, lang, letter, url, once });
}

interface Addressee {
  readonly personId: string;
  readonly email: string;
  readonly lang: Lang;
}

async function holdersAt(
  tx: Tx,
  organisationId: string,
  roles: readonly string[],
): Promise<readonly Addressee[]> {
  const found = new Map<string, Addressee>();
  for (const role of roles)
    for (const { personId, email, lang } of await listMailRecipients(tx, { organisationId, role }))
      found.set(email, { personId, email, lang: isLang(lang) ? lang : 'ja' });
  return [...found.values()];
}

/** Whoever is shut out of the case by name does not hear that there is one. */
async function notBarred(
  tx: Tx,
  { referral, now }: Mailing,
  holders: readonly Addressee[],
): Promise<readonly Addressee[]> {
  const relations = await listRelations(tx, referral.caseId);
  return holders.filter(({ personId }) => !isBarredFrom(relations, personId, now));
}

/** Nothing of the person stands in a letter: only that something waits, and where. */
async function send(
  tx: Tx,
  {
    to,
    lang,
    letter,
    url,
    once,
  }: Pick<Mailing, 'once'> & { to: string; lang: Lang; letter: Letter; url: string },
): Promise<void> {
  const { subject, body } = mailWords[lang][letter];
  await post(tx, { to, subject, body: url ? `${body}\n\n${url}\n` : `${body}\n` }, once);
}
