import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { testApp } from '../../app.testing.ts';
import { eventsOf, goodPassword, makePerson, rowsOf, testBrowser } from './browser.testing.ts';
import { findSession, hashToken } from './sessions.ts';

const app = await testApp();
const wrong = 'メールアドレスまたはパスワードが違います';

describe('signing in with a password', () => {
  test('leads to the page that was asked for, under a token that only its hash is kept of', async () => {
    const personId = await makePerson(app, { email: 'one@example.jp' });
    const browser = testBrowser(app);
    const asked = await browser.get('/staff');
    expect(asked.headers.get('location')).toBe('/sign-in?next=%2Fstaff');
    expect(await (await browser.get('/sign-in?next=/staff?x=1')).text()).toContain('value="/staff?x=1"');
    const done = await browser.post('/sign-in', {
      email: ' One@Example.jp',
      password: goodPassword,
      next: '/staff?x=1',
    });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/staff?x=1']);
    expect(done.headers.getSetCookie().join()).toMatch(/session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/);
    expect((await browser.get('/staff')).status).toBe(200);
    const token = browser.cookies.get('session') as string;
    const kept = await rowsOf(app, sql`select token_hash from sessions where person_id = ${personId}`);
    expect(kept).toEqual([{ token_hash: hashToken(token) }]);
    expect(await eventsOf(app, personId)).toEqual(['session.begin']);
  });

  test.each(['//example.com', 'https://example.com', '/\\example.com'])('never leads to %s', async (next) => {
    const email = `${crypto.randomUUID()}@example.jp`;
    await makePerson(app, { email });
    const done = await testBrowser(app).post('/sign-in', { email, password: goodPassword, next });
    expect(done.headers.get('location')).toBe('/staff');
  });

  test('says the same to the unknown, the mistyped and the locked, and keeps the address', async () => {
    await makePerson(app, { email: 'locked@example.jp' });
    for (let count = 0; count < 5; count += 1)
      await testBrowser(app).post('/sign-in', { email: 'locked@example.jp', password: 'x' });
    const answers = await Promise.all(
      [
        { email: 'nobody@example.jp', password: goodPassword },
        { email: 'locked@example.jp', password: goodPassword },
      ].map(async (fields) => {
        const answer = await testBrowser(app).post('/sign-in', { ...fields, next: '' });
        const text = await answer.text();
        expect(answer.status).toBe(422);
        expect(text).toContain(wrong);
        expect(text).toContain(`value="${fields.email}"`);
        expect(text).not.toContain(goodPassword);
        return text.replaceAll(fields.email, '');
      }),
    );
    expect(answers[0]).toBe(answers[1]);
  });

  test('of a hundred tries at once five are looked at, and the lock is over after 15 minutes', async () => {
    const personId = await makePerson(app, { email: 'storm@example.jp' });
    await Promise.all(
      Array.from({ length: 30 }, () =>
        testBrowser(app).post('/sign-in', { email: 'storm@example.jp', password: 'wrong' }),
      ),
    );
    const [row] = await rowsOf(
      app,
      sql`select failed_tries, locked_until > now() + interval '14 minutes' as long
      from people where id = ${personId}`,
    );
    expect(row).toEqual({ failed_tries: 5, long: true });
    expect(await eventsOf(app, personId)).toEqual(['session.lock']);
    await rowsOf(
      app,
      sql`update people set locked_until = now() - interval '1 second' where id = ${personId}`,
    );
    const done = await testBrowser(app).post('/sign-in', {
      email: 'storm@example.jp',
      password: goodPassword,
    });
    expect(done.status).toBe(303);
    expect(
      await rowsOf(app, sql`select failed_tries, locked_until from people where id = ${personId}`),
    ).toEqual([{ failed_tries: 0, locked_until: null }]);
  });

  test('a token planted before is not the one after, and the session before is over', async () => {
    await makePerson(app, { email: 'fixed@example.jp' });
    const browser = testBrowser(app);
    browser.cookies.set('session', 'planted');
    await browser.post('/sign-in', { email: 'fixed@example.jp', password: goodPassword });
    const first = browser.cookies.get('session') as string;
    expect(first).not.toBe('planted');
    await browser.post('/sign-in', { email: 'fixed@example.jp', password: goodPassword });
    const second = browser.cookies.get('session') as string;
    expect(second).not.toBe(first);
    expect(await findSession(app.db, first, new Date(), [])).toBeNull();
    expect(await findSession(app.db, second, new Date(), [])).not.toBeNull();
  });

  test('nobody who was disabled signs in', async () => {
    const personId = await makePerson(app, { email: 'gone@example.jp' });
    await rowsOf(app, sql`update people set disabled_at = now() where id = ${personId}`);
    const done = await testBrowser(app).post('/sign-in', {
      email: 'gone@example.jp',
      password: goodPassword,
    });
    expect(done.status).toBe(422);
  });

  test('an empty form says what is missing, in the language of the page', async () => {
    const answer = await app.post('/sign-in?lang=en', { email: 'x', password: '' });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('Enter an e-mail address');
    expect(text).toContain('Fill in this field');
  });
});

test('a session ends after an hour of rest and after twelve hours of work', async () => {
  await makePerson(app, { email: 'clock@example.jp' });
  const browser = testBrowser(app);
  await browser.post('/sign-in', { email: 'clock@example.jp', password: goodPassword });
  const token = browser.cookies.get('session') as string;
  const at = (minutes: number) => findSession(app.db, token, new Date(Date.now() + minutes * 60_000), []);
  expect(await at(59)).not.toBeNull();
  expect(await at(59 + 61)).toBeNull();
  for (let minute = 118; minute < 720; minute += 55) expect(await at(minute)).not.toBeNull();
  expect(await at(721)).toBeNull();
});

test('signing out ends the session for every copy of its cookie', async () => {
  await makePerson(app, { email: 'out@example.jp' });
  const browser = testBrowser(app);
  await browser.post('/sign-in', { email: 'out@example.jp', password: goodPassword });
  const copy = testBrowser(app);
  copy.cookies.set('session', browser.cookies.get('session') as string);
  expect((await copy.get('/staff')).status).toBe(200);
  const out = await browser.post('/sign-out');
  expect([out.status, out.headers.get('location')]).toEqual([303, '/sign-in']);
  expect(browser.cookies.has('session')).toBe(false);
  expect((await copy.get('/staff')).status).toBe(303);
});

test('whoever is signed in is led on from the sign-in page', async () => {
  await makePerson(app, { email: 'twice@example.jp' });
  const browser = testBrowser(app);
  await browser.post('/sign-in', { email: 'twice@example.jp', password: goodPassword });
  expect((await browser.get('/sign-in?next=/staff')).headers.get('location')).toBe('/staff');
});
