import { sql } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { testApp } from '../../../app.testing.ts';
import { administrator, system } from '../../access.ts';
import { inTransaction } from '../../database/database.ts';
import { insertOrganisation } from '../../people/organisations.ts';
import { eventsOf, makePerson, rowsOf, testBrowser } from '../browser.testing.ts';
import { seal } from '../../vault/seal.ts';
import { testProvider } from './provider.testing.ts';

const provider = await testProvider();
const app = await testApp(provider.settings);

/** Through the provider and back, as far as the last redirect of ours. */
async function viaProvider(
  account: { subject: string; email: string; verified?: boolean; amr?: string[] },
  { next = '/staff?x=1', browser = testBrowser(app) } = {},
) {
  provider.account = { verified: true, amr: [], ...account };
  const leaving = await browser.get(`/sign-in/sso?next=${encodeURIComponent(next)}`);
  const back = await provider.visit(leaving.headers.get('location') as string);
  expect(back.origin).toBe('http://localhost');
  const answer = await browser.get(`${back.pathname}${back.search}`);
  return { browser, answer, back };
}

describe('single sign-on', () => {
  test('is offered where it is set up, and not found where it is not', async () => {
    expect(await (await app.get('/sign-in')).text()).toContain('共通アカウント');
    const plain = await testApp();
    expect(await (await plain.get('/sign-in')).text()).not.toContain('共通アカウント');
    expect((await plain.get('/sign-in/sso')).status).toBe(404);
    expect((await plain.get('/sign-in/sso/return?code=x&state=y')).status).toBe(404);
  });

  test('links by verified e-mail address once, and by its own subject from then on', async () => {
    const personId = await makePerson(app, { email: 'linked@example.jp' });
    const first = await viaProvider({ subject: 'sub-1', email: 'Linked@example.jp' });
    expect(first.answer.headers.get('location')).toBe('/staff?x=1');
    expect((await first.browser.get('/staff')).status).toBe(200);
    const later = await viaProvider({ subject: 'sub-1', email: 'renamed@example.jp' });
    expect(later.answer.status).toBe(303);
    expect(await eventsOf(app, personId)).toEqual(['sso.link', 'session.begin', 'session.begin']);
    const other = await viaProvider({ subject: 'sub-2', email: 'linked@example.jp' });
    expect(other.answer.status).toBe(422);
  });

  test.each([
    ['an address that nobody here has', { subject: 'new', email: 'stranger@example.jp' }],
    [
      'an address that was not verified',
      { subject: 'unverified', email: 'real@example.jp', verified: false },
    ],
  ])('makes nobody of %s', async (_, account) => {
    if (account.email.startsWith('real')) await makePerson(app, { email: account.email });
    const before = await rowsOf(app, sql`select count(*) from people`);
    const { answer, browser } = await viaProvider(account);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('当たる利用者がいません');
    expect(browser.cookies.has('session')).toBe(false);
    expect(await rowsOf(app, sql`select count(*) from people`)).toEqual(before);
  });

  test('does not let in whose access was stopped', async () => {
    const personId = await makePerson(app, { email: 'stopped@example.jp' });
    await viaProvider({ subject: 'stopped', email: 'stopped@example.jp' });
    await rowsOf(app, sql`update people set disabled_at = now() where id = ${personId}`);
    const { answer } = await viaProvider({ subject: 'stopped', email: 'stopped@example.jp' });
    expect(answer.status).toBe(422);
  });

  test.each([
    ['mfa', ['pwd', 'mfa'], '/staff/people', 200],
    ['a password only', ['pwd'], '/staff/account/second-factor?next=%2Fstaff%2Fpeople', 403],
  ])(
    'an administrator whose provider asked for %s gets no further than that allows',
    async (_, amr, location, status) => {
      const email = `${crypto.randomUUID()}@example.jp`;
      const organisationId = await inTransaction(app.db, system('test'), (tx) =>
        insertOrganisation(tx, { kind: 'prefecture', code: email, nameJa: '架空県' }),
      );
      await makePerson(app, { email, memberships: [{ organisationId, role: administrator.name }] });
      const { answer, browser } = await viaProvider(
        { subject: email, email, amr },
        { next: '/staff/people' },
      );
      expect(answer.headers.get('location')).toBe(location);
      expect((await browser.get('/staff/people')).status).toBe(status);
    },
  );

  test('asks for the code of somebody who turned the second step on, unless the provider did', async () => {
    const email = 'two-steps@example.jp';
    const personId = await makePerson(app, { email });
    const secret = new Secret({ size: 20 }).base32;
    const sealed = seal(app.tools.secretKey, { text: secret, owner: personId });
    await rowsOf(
      app,
      sql`insert into totp_secrets (person_id, secret, confirmed_at) values (${personId}, ${sealed}, now())`,
    );
    const { answer, browser } = await viaProvider({ subject: 'two', email });
    expect(answer.headers.get('location')).toBe('/sign-in/second-step');
    expect(browser.cookies.has('session')).toBe(false);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    const done = await browser.post('/sign-in/second-step', { code });
    expect(done.headers.get('location')).toBe('/staff?x=1');
    const strong = await viaProvider({ subject: 'two', email, amr: ['mfa'] });
    expect(strong.answer.headers.get('location')).toBe('/staff?x=1');
  });

  test('never leads to another site', async () => {
    await makePerson(app, { email: 'own@example.jp' });
    const account = { subject: 'own', email: 'own@example.jp' };
    const { answer } = await viaProvider(account, { next: '//example.com' });
    expect(answer.headers.get('location')).toBe('/staff');
  });

  test('takes an answer once, from the browser that asked, with the state it was asked with', async () => {
    await makePerson(app, { email: 'once@example.jp' });
    const { browser, back } = await viaProvider({ subject: 'once', email: 'once@example.jp' });
    const url = `${back.pathname}${back.search}`;
    expect((await browser.get(url)).status).toBe(422);
    expect((await testBrowser(app).get(url)).status).toBe(422);
    const victim = testBrowser(app);
    await victim.get('/sign-in/sso');
    expect((await victim.get(url)).status).toBe(422);
    expect(victim.cookies.has('session')).toBe(false);
    const cancelled = testBrowser(app);
    await cancelled.get('/sign-in/sso?lang=en');
    const answer = await cancelled.get('/sign-in/sso/return?error=access_denied');
    expect(await answer.text()).toContain('was not completed');
  });

  test('works with a provider that gives the address on asking only', async () => {
    const other = await testProvider({ claimsParameter: false });
    const plain = await testApp(other.settings);
    await makePerson(plain, { email: 'asked@example.jp' });
    other.account = { subject: 'asked', email: 'asked@example.jp', verified: true, amr: ['mfa'] };
    const browser = testBrowser(plain);
    const leaving = await browser.get('/sign-in/sso');
    const back = await other.visit(leaving.headers.get('location') as string);
    expect((await browser.get(`${back.pathname}${back.search}`)).status).toBe(303);
  });

  test('says so when the provider does not answer, and the password still works', async () => {
    const lonely = await testApp({ ...provider.settings, OIDC_ISSUER: 'http://127.0.0.1:9' });
    const answer = await lonely.get('/sign-in/sso');
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('つながりません');
    expect(text).toContain('パスワード');
  });
});
