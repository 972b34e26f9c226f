import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';
import { afterAll } from 'vitest';

/** What the person at the provider is like in a test. */
export interface ProviderAccount {
  subject: string;
  email: string;
  verified: boolean;
  amr: string[];
}

export interface TestProvider {
  readonly issuer: string;
  readonly settings: Record<string, string>;
  /** Whoever signs in next. */
  account: ProviderAccount;
  /** Goes through the provider as a browser would; gives the URL it sends back to. */
  visit(url: string): Promise<URL>;
}

/** A real OpenID provider on this machine, which signs `account` in without asking. */
export async function testProvider({ claimsParameter = true } = {}): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const held = { account: { subject: 's', email: 's@example.jp', verified: true, amr: [] as string[] } };
  serve(server, new Provider(issuer, configuration(held, claimsParameter)), held);
  afterAll(() => new Promise((done) => server.close(done)));
  return {
    issuer,
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'tsunagi', OIDC_CLIENT_SECRET: 'a-secret-of-the-test' },
    get account() {
      return held.account;
    },
    set account(account) {
      held.account = account;
    },
    visit: (url) => follow(url, issuer),
  };
}

function configuration(held: { account: ProviderAccount }, claimsParameter: boolean): Configuration {
  return {
    clients: [
      {
        client_id: 'tsunagi',
        client_secret: 'a-secret-of-the-test',
        redirect_uris: ['http://localhost/sign-in/sso/return'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, claimsParameter: { enabled: claimsParameter } },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], amr: null, acr: null },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['a-key-of-the-test'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, email: held.account.email, email_verified: held.account.verified }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId as string,
        accountId: ctx.oidc.session?.accountId as string,
      });
      grant.addOIDCScope('openid email');
      // Whatever claim was not granted would be asked for again, and again.
      grant.addOIDCClaims(['email', 'email_verified', 'amr', 'acr']);
      await grant.save();
      return grant;
    },
  };
}

function serve(server: Server, provider: Provider, held: { account: ProviderAccount }): void {
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    const { subject, amr } = held.account;
    void provider.interactionFinished(request, response, { login: { accountId: subject, amr } });
  });
}

const mostSteps = 10;

async function follow(start: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(start);
  for (let steps = 0; url.origin === issuer; steps++) {
    if (steps === mostSteps) throw new Error(`the provider goes round in circles at ${url.pathname}`);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = (line.split(';')[0] as string).split(/=(.*)/s) as [string, string];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`the provider stopped at ${url.pathname} with ${answer.status}`);
    url = new URL(location, url);
  }
  return url;
}
