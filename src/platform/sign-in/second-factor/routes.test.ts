import { sql } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { testApp } from '../../../app.testing.ts';
import { administrator, system } from '../../access.ts';
import { inTransaction } from '../../database/database.ts';
import { insertOrganisation } from '../../people/organisations.ts';
import { eventsOf, goodPassword, makePerson, rowsOf, testBrowser } from '../browser.testing.ts';
import { useCode } from './check.ts';

const app = await testApp();
const organisationId = await inTransaction(app.db, system('test'), (tx) =>
  insertOrganisation(tx, { kind: 'prefecture', code: 'pref', nameJa: '架空県' }),
);
const codeAt = (secret: string, step = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 });

/** Signs in with the password and turns the second step on. */
async function withTotp(email: string, memberships: { organisationId: string; role: string }[] = []) {
  const personId = await makePerson(app, { email, memberships });
  const browser = testBrowser(app);
  await browser.post('/sign-in', { email, password: goodPassword });
  await browser.post('/staff/account/second-factor/app');
  const page = await (await browser.get('/staff/account/second-factor')).text();
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '');
  const confirmed = await browser.post('/staff/account/second-factor/app/confirm', {
    code: codeAt(secret, -1),
    next: '/staff',
  });
  const codes = [...(await confirmed.text()).matchAll(/<code>([a-z0-9-]+)<\/code>/g)].map(
    (found) => found[1] as string,
  );
  return { personId, browser, secret, codes, email };
}

async function untilCode(email: string) {
  const browser = testBrowser(app);
  const first = await browser.post('/sign-in', { email, password: goodPassword, next: '/staff?a=1' });
  expect(first.headers.get('location')).toBe('/sign-in/second-step');
  expect(browser.cookies.has('session')).toBe(false);
  return browser;
}
const give = (browser: ReturnType<typeof testBrowser>, code: string) =>
  browser.post('/sign-in/second-step', { code });

describe('the second step', () => {
  test('asks for a code after the password and leads to the page that was asked for', async () => {
    const { secret, email, codes } = await withTotp('step@example.jp');
    expect(codes).toHaveLength(10);
    const browser = await untilCode(email);
    expect((await browser.get('/sign-in/second-step')).status).toBe(200);
    expect((await browser.get('/staff')).status).toBe(303);
    const done = await give(browser, codeAt(secret));
    expect(done.headers.get('location')).toBe('/staff?a=1');
    expect((await browser.get('/staff')).status).toBe(200);
  });

  test('takes each code once, also from two who send it at the same moment', async () => {
    const { secret, email, personId } = await withTotp('once@example.jp');
    const [one, other] = [await untilCode(email), await untilCode(email)];
    const code = codeAt(secret);
    const answers = await Promise.all([give(one, code), give(other, code)]);
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([303, 422]);
    const again = await inTransaction(app.db, system('test'), (tx) =>
      useCode(tx, { personId, code, secretKey: app.tools.secretKey }, new Date()),
    );
    expect(again).toBeNull();
  });

  test('takes each recovery code once', async () => {
    const { codes, email } = await withTotp('recover@example.jp');
    expect((await give(await untilCode(email), (codes[3] as string).toUpperCase())).status).toBe(303);
    expect((await give(await untilCode(email), codes[3] as string)).status).toBe(422);
    expect((await give(await untilCode(email), codes[4] as string)).status).toBe(303);
  });

  test('locks after five wrong codes, and the right password in between does not start the count anew', async () => {
    const { secret, email, personId } = await withTotp('guess@example.jp');
    for (const count of [1, 2, 3, 4, 5]) {
      const browser = await untilCode(email);
      const answer = await give(browser, '000000');
      expect([count, answer.status]).toEqual([count, 422]);
      if (count < 5) continue;
      expect((await give(browser, codeAt(secret))).status).toBe(422);
    }
    expect(await eventsOf(app, personId)).toContain('session.lock');
    expect((await testBrowser(app).post('/sign-in', { email, password: goodPassword })).status).toBe(422);
  });

  test('cannot be reached without the password, nor again with a ceremony that is used up', async () => {
    const { secret, email } = await withTotp('replay@example.jp');
    expect((await testBrowser(app).get('/sign-in/second-step')).headers.get('location')).toBe('/sign-in');
    expect((await give(testBrowser(app), '123456')).status).toBe(422);
    const browser = await untilCode(email);
    const copy = browser.cookies.get('ceremony-second-step') as string;
    await give(browser, codeAt(secret));
    const thief = testBrowser(app);
    thief.cookies.set('ceremony-second-step', copy);
    const answer = await give(thief, codeAt(secret, 1));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('最初からやり直してください');
  });
});

describe('a role that asks for a second factor', () => {
  const memberships = [{ organisationId, role: administrator.name }];

  test('sleeps until there is one, leads to setting it up, and wakes at once', async () => {
    const email = 'admin@example.jp';
    await makePerson(app, { email, memberships });
    const browser = testBrowser(app);
    const signedIn = await browser.post('/sign-in', { email, password: goodPassword, next: '/staff/people' });
    expect(signedIn.headers.get('location')).toBe('/staff/account/second-factor?next=%2Fstaff%2Fpeople');
    expect((await browser.get('/staff/people')).status).toBe(403);
    expect(await (await browser.get('/staff')).text()).toContain('二段階認証を設定する');
    const before = browser.cookies.get('session');
    await browser.post('/staff/account/second-factor/app', { next: '/staff/people' });
    const page = await (await browser.get('/staff/account/second-factor?next=/staff/people')).text();
    expect(page).toContain('システム管理者');
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '');
    const wrong = await browser.post('/staff/account/second-factor/app/confirm', { code: '12' });
    expect(wrong.status).toBe(422);
    const codes = await browser.post('/staff/account/second-factor/app/confirm', {
      code: codeAt(secret),
      next: '/staff/people',
    });
    expect(await codes.text()).toContain('href="/staff/people"');
    expect(browser.cookies.get('session')).not.toBe(before);
    expect((await browser.get('/staff/people')).status).toBe(200);
  });

  test('is not woken by a factor that somebody with the password alone adds beside the old one', async () => {
    const { personId, email } = await withTotp('owner@example.jp', memberships);
    const token = await inTransaction(app.db, system('test'), async (tx) => {
      const { beginSession } = await import('../sessions.ts');
      const session = { personId, method: 'password', secondFactor: false, device: '' } as const;
      return beginSession(tx, session, new Date());
    });
    const thief = testBrowser(app);
    thief.cookies.set('session', token);
    for (const url of [
      '/staff/account/second-factor/app',
      '/staff/account/second-factor/recovery-codes',
      '/staff/account/passkeys/options',
    ])
      expect([url, (await thief.post(url)).status]).toEqual([url, 422]);
    expect((await thief.get('/staff/people')).status).toBe(403);
    expect(email).toBe('owner@example.jp');
  });
});

describe('on the page of one’s second factor', () => {
  test('new recovery codes end the old ones', async () => {
    const { browser, codes, email } = await withTotp('renew@example.jp');
    const page = await (await browser.post('/staff/account/second-factor/recovery-codes')).text();
    const fresh = /<code>([a-z0-9-]+)<\/code>/.exec(page)?.[1] as string;
    expect((await give(await untilCode(email), codes[0] as string)).status).toBe(422);
    expect((await give(await untilCode(email), fresh)).status).toBe(303);
  });

  test('the second step is turned off with a last code only', async () => {
    const { browser, secret, email, personId } = await withTotp('off@example.jp');
    const url = '/staff/account/second-factor/app/remove';
    expect((await browser.post(url, { code: '000000' })).status).toBe(422);
    expect((await browser.post(url, { code: codeAt(secret) })).status).toBe(303);
    const plain = await testBrowser(app).post('/sign-in', { email, password: goodPassword });
    expect(plain.headers.get('location')).toBe('/staff');
    expect(await rowsOf(app, sql`select 1 from recovery_codes where person_id = ${personId}`)).toEqual([]);
    expect(await eventsOf(app, personId)).toEqual([
      'session.begin',
      'totp.begin',
      'totp.confirm',
      'totp.remove',
      'session.begin',
    ]);
  });

  test('the secret lies encrypted in the database', async () => {
    const { secret, personId } = await withTotp('sealed@example.jp');
    const [row] = await rowsOf<{ secret: string }>(
      app,
      sql`select secret from totp_secrets where person_id = ${personId}`,
    );
    expect(row?.secret).not.toContain(secret);
  });
});
