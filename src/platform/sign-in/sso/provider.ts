import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Config } from '../../config.ts';
import { paths } from '../paths.ts';

/** The account somebody has at the provider. */
export interface SsoAccount {
  readonly issuer: string;
  readonly subject: string;
  /** Only when the provider has verified it. */
  readonly email: string | undefined;
  readonly amr: unknown;
  readonly acr: unknown;
}

/** What has to be remembered between leaving for the provider and coming back. */
export interface SsoChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const discovered = new Map<string, Promise<Configuration>>();

/** Whether single sign-on is set up; its settings go together. */
export function hasSso(config: Config): boolean {
  return Boolean(config.OIDC_ISSUER && config.OIDC_CLIENT_ID && config.OIDC_CLIENT_SECRET);
}

/** The provider's own description, asked once per process; asked again after a failure. */
function configurationOf({
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
}: Config): Promise<Configuration> {
  const issuer = new URL(OIDC_ISSUER as string);
  const key = `${issuer.href} ${OIDC_CLIENT_ID}`;
  const known = discovered.get(key);
  if (known) return known;
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
  const asked = discovery(issuer, OIDC_CLIENT_ID as string, OIDC_CLIENT_SECRET, undefined, {
    timeout: 10,
    // Without encryption only to this very machine.
    execute: isLoopback && issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
  });
  discovered.set(key, asked);
  asked.catch(() => discovered.delete(key));
  return asked;
}

const returnUrl = (publicUrl: string) => `${publicUrl}${paths.ssoReturn.to({})}`;

/** Where to send the browser, and what to remember; throws when the provider does not answer. */
export async function leaveForProvider(
  config: Config,
  publicUrl: string,
): Promise<{ url: string; checks: SsoChecks }> {
  const provider = await configurationOf(config);
  const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const claims = JSON.stringify({ id_token: { amr: null, acr: null, email: null, email_verified: null } });
  const url = buildAuthorizationUrl(provider, {
    redirect_uri: returnUrl(publicUrl),
    response_type: 'code',
    scope: 'openid email',
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
    ...(provider.serverMetadata().claims_parameter_supported ? { claims } : {}),
  });
  return { url: url.href, checks };
}

/** Exchanges the code that came back; throws when state, nonce, code or signature are not what was asked for. */
export async function returnFromProvider(
  config: Config,
  { publicUrl, search, checks }: { publicUrl: string; search: string; checks: SsoChecks },
): Promise<SsoAccount> {
  const provider = await configurationOf(config);
  const tokens = await authorizationCodeGrant(provider, new URL(`${returnUrl(publicUrl)}${search}`), {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('the provider gave no id token');
  // Some providers put the address into the id token, others give it on asking only.
  const asked = claims['email'] ? claims : await fetchUserInfo(provider, tokens.access_token, claims.sub);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: verifiedEmail(asked),
    amr: claims['amr'],
    acr: claims['acr'],
  };
}

function verifiedEmail(said: Readonly<Record<string, unknown>>): string | undefined {
  const { email, email_verified: verified } = said;
  return verified === true && typeof email === 'string' ? email.toLowerCase() : undefined;
}
