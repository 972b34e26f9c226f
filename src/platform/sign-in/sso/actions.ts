import { record } from '../../audit/ledger.ts';
import type { Config } from '../../config.ts';
import { type Db, inTransaction, type Tx } from '../../database/database.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { asSignIn, type Browser, passFirstStep, type SignedIn } from '../actions.ts';
import { beginCeremony, takeCeremony } from '../ceremonies.ts';
import { isMultiFactor } from '../rules.ts';
import { leaveForProvider, returnFromProvider, type SsoAccount } from './provider.ts';
import { findLinked, findUnlinkedByEmail, insertIdentity } from './store.ts';

export type SsoRefusal = 'sso-unavailable' | 'sso-failed' | 'sso-unknown';

/** Prepares the way to the provider: where to go, and the token under which its checks are remembered. */
export async function beginSso(
  db: Db,
  { config, publicUrl, next }: { config: Config; publicUrl: string; next: string },
  now = new Date(),
): Promise<Result<{ url: string; token: string }, 'sso-unavailable'>> {
  const left = await leaveForProvider(config, publicUrl).catch(() => null);
  if (!left) return refuse('sso-unavailable');
  const facts = { ...left.checks, next };
  const token = await inTransaction(db, asSignIn, (tx) => beginCeremony(tx, { kind: 'sso', facts }, now));
  return ok({ url: left.url, token });
}

/**
 * Signs in whoever the provider vouches for. An account is linked once, to the person with the same verified e-mail address;
 * it never makes a person. The provider's word for a second factor counts when its id token says so.
 */
export async function finishSso(
  db: Db,
  returned: { config: Config; publicUrl: string; search: string; token: string | undefined } & Browser,
  now = new Date(),
): Promise<Result<SignedIn, SsoRefusal>> {
  const { config, publicUrl, search, token, device, sessionId } = returned;
  const ceremony = await inTransaction(db, asSignIn, (tx) => takeCeremony(tx, { kind: 'sso', token }, now));
  if (!ceremony) return refuse('sso-failed');
  const checks = ceremony.facts;
  const account = await returnFromProvider(config, { publicUrl, search, checks }).catch(() => null);
  if (!account) return refuse('sso-failed');
  return inTransaction(db, asSignIn, async (tx) => {
    const personId = await personBehind(tx, account, now);
    if (!personId) return refuse('sso-unknown');
    const mfa = isMultiFactor(account);
    const { next } = checks;
    return ok(await passFirstStep(tx, { personId, method: 'sso', mfa, next, device, sessionId }, now));
  });
}

async function personBehind(tx: Tx, account: SsoAccount, now: Date): Promise<string | undefined> {
  const { issuer, subject, email } = account;
  const linked = await findLinked(tx, account);
  if (linked) return linked.disabled ? undefined : linked.personId;
  const personId = email && (await findUnlinkedByEmail(tx, { email, issuer }));
  if (!personId) return undefined;
  await insertIdentity(tx, { issuer, subject, personId });
  await record(tx, { event: 'sso.link', subject: { kind: 'person', id: personId }, facts: { issuer } }, now);
  return personId;
}
