import { inTransaction, type Tx } from '#platform/database/database.ts';
import { isLang, type Lang } from '#platform/i18n.ts';
import type { Job } from '#platform/jobs.ts';
import { post } from '#platform/mail/outbox.ts';
import { listMailRecipients } from '#platform/people/organisations.ts';
import { newToken } from '#platform/sign-in/sessions.ts';
import { findConfirmationAddress } from '#areas/directory/index.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { referralLinkPaths, referralPaths } from '../paths.ts';
import { referralMail } from './actions.ts';
import { mailWords } from './mail-words.ts';
import { dueOf, type ReferralState, usualDeadlines } from './rules.ts';
import { findReferral, insertReferralLink, listWaiting, type Referral, updateReferral } from './store.ts';

/** Days for which a mailed link is good. */
const linkDays = 14;

type Letter = 'request' | 'remind' | 'late' | 'outcome' | 'go-on';

/** Letters of referrals: to the receiver when one is sent, and every hour to whoever it waits for. */
export function referralJobs({
  publicUrl,
}: {
  publicUrl: string;
}): readonly [Job<{ referralId: string }>, Job<unknown>] {
  return [
    {
      name: referralMail.name,
      run: ({ db, who, now }, { referralId }) =>
        inTransaction(db, who, async (tx) => {
          const referral = await findReferral(tx, referralId);
          if (referral.state === 'requested')
            await toReceiver(tx, { referral, letter: 'request', publicUrl }, now);
          if (referral.state === 'rejected' || referral.state === 'failed')
            await toSender(tx, { referral, letter: 'go-on', role: caseWorker.name, publicUrl });
        }),
    },
    {
      name: 'referral.watch',
      cron: '5 * * * *',
      run: async ({ db, who, now }) => {
        const waiting = await inTransaction(db, who, listWaiting);
        for (const { id } of waiting)
          await inTransaction(db, who, async (tx) => watch(tx, await findReferral(tx, id), publicUrl, now));
      },
    },
  ];
}

async function watch(tx: Tx, referral: Referral, publicUrl: string, now: Date): Promise<void> {
  const due = dueOf({ ...referral, state: referral.state as ReferralState }, usualDeadlines, now);
  if (due === 'remind-receiver') {
    await toReceiver(tx, { referral, letter: 'remind', publicUrl }, now);
    await updateReferral(tx, referral.id, { remindedAt: now });
  }
  if (due === 'tell-supervisor') {
    await toSender(tx, { referral, letter: 'late', role: caseSupervisor.name, publicUrl });
    await updateReferral(tx, referral.id, { escalatedAt: now });
  }
  if (due === 'ask-outcome') {
    await toSender(tx, { referral, letter: 'outcome', role: caseWorker.name, publicUrl });
    await updateReferral(tx, referral.id, { outcomeAskedAt: now });
  }
}

/** To those who carry cases there; an organisation without an account gets a link to its address in the directory. */
async function toReceiver(
  tx: Tx,
  { referral, letter, publicUrl }: { referral: Referral; letter: Letter; publicUrl: string },
  now: Date,
): Promise<void> {
  const { id, toOrganisationId } = referral;
  const holders = await holdersAt(tx, toOrganisationId, [caseWorker.name, caseSupervisor.name]);
  const url = publicUrl + referralPaths.referral.to({ referralId: id });
  for (const { email, lang } of holders) await send(tx, { to: email, lang, letter, url });
  if (holders.length > 0) return;
  const address = await findConfirmationAddress(tx, toOrganisationId);
  if (!address) return;
  const token = newToken();
  const expiresAt = new Date(now.getTime() + linkDays * 86_400_000);
  await insertReferralLink(tx, { token, referralId: id, expiresAt });
  await send(tx, {
    to: address,
    lang: 'ja',
    letter,
    url: publicUrl + referralLinkPaths.answer.to({ token }),
  });
}

async function toSender(
  tx: Tx,
  {
    referral,
    letter,
    role,
    publicUrl,
  }: { referral: Referral; letter: Letter; role: string; publicUrl: string },
): Promise<void> {
  const url = publicUrl + referralPaths.referral.to({ referralId: referral.id });
  for (const { email, lang } of await holdersAt(tx, referral.homeId, [role]))
    await send(tx, { to: email, lang, letter, url });
}

async function holdersAt(tx: Tx, organisationId: string, roles: readonly string[]) {
  const found = new Map<string, Lang>();
  for (const role of roles)
    for (const { email, lang } of await listMailRecipients(tx, { organisationId, role }))
      found.set(email, isLang(lang) ? lang : 'ja');
  return [...found].map(([email, lang]) => ({ email, lang }));
}

/** Nothing of the person stands in a letter: only that something waits, and where. */
async function send(
  tx: Tx,
  { to, lang, letter, url }: { to: string; lang: Lang; letter: Letter; url: string },
): Promise<void> {
  const { subject, body } = mailWords[lang][letter];
  await post(tx, { to, subject, body: `${body}\n\n${url}\n` });
}
