import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { testApp } from '../../../app.testing.ts';
import { anonymous, type PersonWho } from '../../access.ts';
import { inTransaction } from '../../database/database.ts';
import { eventsOf, goodPassword, makePerson, rowsOf, testBrowser } from '../browser.testing.ts';
import { findSession } from '../sessions.ts';

const app = await testApp();
const other = 'another fine umbrella';

async function signedIn(email: string) {
  const personId = await makePerson(app, { email });
  const browser = testBrowser(app);
  await browser.post('/sign-in', { email, password: goodPassword });
  const who = (await findSession(
    app.db,
    browser.cookies.get('session') as string,
    new Date(),
    [],
  )) as PersonWho;
  return { personId, browser, who, email };
}

describe('one’s own account', () => {
  test('shows name, factors and sessions, and keeps a new name and language', async () => {
    const { browser, personId } = await signedIn('name@example.jp');
    const page = await (await browser.get('/staff/account')).text();
    for (const text of ['name@example.jp', 'パスキー', 'この端末', '認証アプリは設定していません'])
      expect(page).toContain(text);
    const wrong = await browser.post('/staff/account/profile', { name: '', lang: 'en' });
    expect(wrong.status).toBe(422);
    await browser.post('/staff/account/profile', { name: '新しい 名前', lang: 'en' });
    const after = await (await browser.get('/staff/account')).text();
    expect(after).toContain('Your account');
    expect(after).toContain('新しい 名前');
    expect(await rowsOf(app, sql`select name, lang from people where id = ${personId}`)).toEqual([
      { name: '新しい 名前', lang: 'en' },
    ]);
  });

  test('a new password needs the old one, and ends every other session', async () => {
    const { browser, email, personId } = await signedIn('change@example.jp');
    const elsewhere = testBrowser(app);
    await elsewhere.post('/sign-in', { email, password: goodPassword });
    const change = (old: string, password = other) =>
      browser.post('/staff/account/password', { old, password, again: password });
    const wrong = await change('wrong');
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('いまのパスワードが違います');
    expect((await change(goodPassword, 'change@example')).status).toBe(422);
    expect((await elsewhere.get('/staff')).status).toBe(200);
    expect((await change(goodPassword)).status).toBe(303);
    expect((await elsewhere.get('/staff')).status).toBe(303);
    expect((await browser.get('/staff')).status).toBe(200);
    expect((await testBrowser(app).post('/sign-in', { email, password: goodPassword })).status).toBe(422);
    expect((await testBrowser(app).post('/sign-in', { email, password: other })).status).toBe(303);
    expect(await eventsOf(app, personId)).toContain('password.change');
  });

  test('wrong old passwords count like tries to sign in', async () => {
    const { browser, email } = await signedIn('tries@example.jp');
    for (let count = 0; count < 5; count += 1)
      await browser.post('/staff/account/password', { old: 'wrong', password: other, again: other });
    const right = await browser.post('/staff/account/password', {
      old: goodPassword,
      password: other,
      again: other,
    });
    expect(right.status).toBe(422);
    expect((await testBrowser(app).post('/sign-in', { email, password: goodPassword })).status).toBe(422);
  });

  test('one session ends, or all the others do', async () => {
    const { browser, email, personId } = await signedIn('ends@example.jp');
    const others = [testBrowser(app), testBrowser(app), testBrowser(app)];
    for (const each of others) await each.post('/sign-in', { email, password: goodPassword });
    const first = others[0] as (typeof others)[0];
    const { sessionId } = (await findSession(
      app.db,
      first.cookies.get('session') as string,
      new Date(),
      [],
    )) as PersonWho;
    expect((await browser.post(`/staff/account/sessions/${sessionId}/end`)).status).toBe(303);
    const alive = () => Promise.all(others.map(async (each) => (await each.get('/staff')).status));
    expect(await alive()).toEqual([303, 200, 200]);
    await browser.post('/staff/account/sessions/end-others');
    expect(await alive()).toEqual([303, 303, 303]);
    expect((await browser.get('/staff')).status).toBe(200);
    expect(await eventsOf(app, personId)).toContain('session.end-others');
  });

  test('nobody ends the session of somebody else', async () => {
    const [one, another] = [await signedIn('mine@example.jp'), await signedIn('theirs@example.jp')];
    const answer = await one.browser.post(`/staff/account/sessions/${another.who.sessionId}/end`);
    expect(answer.status).toBe(404);
    expect((await another.browser.get('/staff')).status).toBe(200);
  });
});

describe('rows of signing in', () => {
  const tables = ['sessions', 'passkeys', 'totp_secrets', 'recovery_codes', 'sso_identities'];

  test.each(tables)('of %s are seen by their owner alone, and by nobody without a name', async (table) => {
    const [mine, theirs] = [
      await signedIn(`${crypto.randomUUID()}@example.jp`),
      await signedIn(`${crypto.randomUUID()}@example.jp`),
    ];
    for (const { personId } of [mine, theirs]) await insertInto(table, personId);
    const owners = (who: PersonWho | typeof anonymous) =>
      inTransaction(app.db, who, async (tx) => {
        const { rows } = await tx.execute<{ person_id: string }>(
          sql`select distinct person_id from ${sql.identifier(table)}`,
        );
        return rows.map((row) => row.person_id);
      });
    expect(await owners(mine.who)).toEqual([mine.personId]);
    expect(await owners(theirs.who)).toEqual([theirs.personId]);
    expect(await owners(anonymous)).toEqual([]);
  });

  test('half-done sign-ins and invitations are seen by no person', async () => {
    const { who } = await signedIn('curious@example.jp');
    for (const table of ['ceremonies', 'invitations']) {
      const { rows } = await inTransaction(app.db, who, (tx) =>
        tx.execute(sql`select * from ${sql.identifier(table)}`),
      );
      expect(rows).toEqual([]);
    }
  });

  async function insertInto(table: string, personId: string): Promise<void> {
    const statements: Record<string, ReturnType<typeof sql>> = {
      passkeys: sql`insert into passkeys (person_id, credential_id, public_key, counter, transports, label)
        values (${personId}, ${personId}, '\\x00', 0, '[]', 'x')`,
      totp_secrets: sql`insert into totp_secrets (person_id, secret) values (${personId}, 'x')`,
      recovery_codes: sql`insert into recovery_codes (person_id, code_hash) values (${personId}, 'x')`,
      sso_identities: sql`insert into sso_identities (issuer, subject, person_id) values ('x', ${personId}, ${personId})`,
    };
    const statement = statements[table];
    if (statement) await rowsOf(app, statement);
  }
});
