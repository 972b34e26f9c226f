import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../../app.tsx';
import { type SignedIn, testApp } from '../../app.testing.ts';
import { administrator, type Role, system } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import {
  eventsOf,
  goodPassword,
  linkMailedTo,
  makePerson,
  rowsOf,
  testBrowser,
} from '../sign-in/browser.testing.ts';
import { disablePerson, endMembership } from './actions.ts';
import { insertOrganisation } from './organisations.ts';

const app = await testApp();
const secretariat = roles.find((role) => role.name === 'secretariat') as Role;
let admin: SignedIn;
let bureau: string;

beforeAll(async () => {
  admin = await app.signIn(administrator, { name: '管理 一郎' });
  bureau = await inTransaction(app.db, system('test'), (tx) =>
    insertOrganisation(tx, { kind: 'bureau', code: 'life', nameJa: 'くらし局', nameEn: 'Life Bureau' }),
  );
});

const urlOf = (personId: string) => `/staff/people/${personId}`;
const heldBy = (personId: string) =>
  rowsOf<{ id: string; role: string; ended: boolean }>(
    app,
    sql`select id, role, ended_at is not null as ended from memberships where person_id = ${personId} order by role`,
  );

describe('the list of people', () => {
  test('is for administrators only', async () => {
    const other = await app.signIn(secretariat);
    expect((await app.get('/staff/people')).headers.get('location')).toBe('/sign-in?next=%2Fstaff%2Fpeople');
    for (const url of [
      '/staff/people',
      '/staff/people/invite',
      '/staff/people/organisations',
      '/staff/people/site',
    ])
      expect([url, (await app.get(url, other)).status]).toEqual([url, 403]);
    expect((await app.post('/staff/people/site', {}, other)).status).toBe(403);
  });

  test('finds by a part of the name or the address, and takes signs of patterns as they are', async () => {
    await makePerson(app, { email: 'needle_100%@example.jp' });
    const found = async (q: string) =>
      (await app.get(`/staff/people?q=${encodeURIComponent(q)}`, admin)).text();
    expect(await found('needle_100%')).toContain('needle_100%@example.jp');
    expect(await found('NEEDLE')).toContain('needle_100%@example.jp');
    expect(await found('需要なし')).toContain('該当する利用者はいません');
    expect(await found('n__dle')).toContain('該当する利用者はいません');
  });
});

describe('a person', () => {
  test('gets a role that fits, loses it, and takes it up again', async () => {
    const id = await makePerson(app, { email: 'roles@example.jp' });
    const add = (role: string) =>
      app.post(`${urlOf(id)}/memberships`, { organisationId: bureau, role }, admin);
    const unfit = await add('administrator');
    expect(unfit.status).toBe(422);
    expect(await unfit.text()).toContain('この役割は、選んだ組織では使えません');
    expect((await add('reporter')).status).toBe(303);
    const [held] = await heldBy(id);
    expect(held).toMatchObject({ role: 'reporter', ended: false });
    const page = await (await app.get(urlOf(id), admin)).text();
    expect(page).toContain('くらし局');
    expect(page).toContain('局の報告担当');
    expect((await app.post(`${urlOf(id)}/memberships/${held?.id}/end`, {}, admin)).status).toBe(303);
    expect(await heldBy(id)).toMatchObject([{ role: 'reporter', ended: true }]);
    expect((await app.post(`${urlOf(id)}/memberships/${held?.id}/end`, {}, admin)).status).toBe(404);
    await add('reporter');
    expect(await heldBy(id)).toMatchObject([{ role: 'reporter', ended: false }]);
    expect(await eventsOf(app, held?.id as string)).toEqual([
      'membership.add',
      'membership.end',
      'membership.add',
    ]);
  });

  test('whose access is stopped is out at once, and comes back with their roles', async () => {
    const email = 'stopped@example.jp';
    const id = await makePerson(app, { email, memberships: [{ organisationId: bureau, role: 'reporter' }] });
    const browser = testBrowser(app);
    await browser.post('/sign-in', { email, password: goodPassword });
    expect((await browser.get('/staff')).status).toBe(200);
    await app.post(`${urlOf(id)}/disable`, {}, admin);
    expect((await browser.get('/staff')).status).toBe(303);
    expect((await browser.post('/sign-in', { email, password: goodPassword })).status).toBe(422);
    expect((await app.post(`${urlOf(id)}/password-link`, {}, admin)).status).toBe(422);
    await app.post(`${urlOf(id)}/enable`, {}, admin);
    expect((await browser.get('/staff')).status).toBe(303);
    expect((await browser.post('/sign-in', { email, password: goodPassword })).status).toBe(303);
    expect(await eventsOf(app, id)).toEqual([
      'session.begin',
      'person.disable',
      'person.enable',
      'session.begin',
    ]);
  });

  test('who is locked after wrong passwords is shown as locked until the lock is over', async () => {
    const email = 'locked@example.jp';
    const id = await makePerson(app, { email });
    const shown = async () => (await app.get(`/staff/people/${id}`, admin)).text();
    await rowsOf(app, sql`update people set locked_until = now() + interval '1 minute' where id = ${id}`);
    expect(await shown()).toContain('一時停止（15分）');
    expect(await (await app.get('/staff/people?q=locked', admin)).text()).toContain('一時停止（15分）');
    await rowsOf(app, sql`update people set locked_until = now() - interval '1 minute' where id = ${id}`);
    expect(await shown()).not.toContain('一時停止');
  });

  test('gets a link for a new password, which ends the old one, other links and every session', async () => {
    const email = 'forgot@example.jp';
    const id = await makePerson(app, { email });
    const browser = testBrowser(app);
    await browser.post('/sign-in', { email, password: goodPassword });
    await app.post(`${urlOf(id)}/password-link`, {}, admin);
    const first = await linkMailedTo(app, email);
    await app.post(`${urlOf(id)}/password-link`, {}, admin);
    const second = await linkMailedTo(app, email);
    const password = 'seven quiet lanterns';
    expect(await (await app.get(second)).text()).toContain('新しいパスワードを決める');
    const done = await app.post(second, { password, again: password });
    expect(done.headers.get('location')).toBe('/sign-in');
    expect((await app.get(first)).status).toBe(410);
    expect((await browser.get('/staff')).status).toBe(303);
    expect((await browser.post('/sign-in', { email, password: goodPassword })).status).toBe(422);
    expect((await browser.post('/sign-in', { email, password })).status).toBe(303);
    expect(await (await app.get('/staff/people/invitations', admin)).text()).not.toContain(email);
  });

  test('who lost their device has no second factor left, and the ledger says who took it', async () => {
    const id = await makePerson(app, { email: 'lost@example.jp' });
    await rowsOf(
      app,
      sql`insert into totp_secrets (person_id, secret, confirmed_at) values (${id}, 'x', now())`,
    );
    await rowsOf(app, sql`insert into recovery_codes (person_id, code_hash) values (${id}, 'x')`);
    await rowsOf(
      app,
      sql`insert into passkeys (person_id, credential_id, public_key, counter, transports, label)
      values (${id}, 'lost', '\\x00', 0, '[]', 'x')`,
    );
    expect(await (await app.get(urlOf(id), admin)).text()).toContain('パスワード、認証アプリ、パスキー1個');
    expect((await app.post(`${urlOf(id)}/reset-second-factor`, {}, admin)).status).toBe(303);
    for (const table of ['totp_secrets', 'recovery_codes', 'passkeys'])
      expect(await rowsOf(app, sql`select 1 from ${sql.identifier(table)} where person_id = ${id}`)).toEqual(
        [],
      );
    const [event] = await rowsOf(
      app,
      sql`select event, person_id from audit_events where subject_id = ${id}`,
    );
    expect(event).toEqual({ event: 'second-factor.reset', person_id: admin.who.personId });
  });

  test('gets no factor from an administrator', async () => {
    const id = await makePerson(app, { email: 'planted@example.jp' });
    const planted = inTransaction(app.db, admin.who, (tx) =>
      tx.execute(sql`insert into recovery_codes (person_id, code_hash) values (${id}, 'x')`),
    );
    await expect(planted).rejects.toThrow('recovery_codes');
  });

  test('keeps an address of their own', async () => {
    const id = await makePerson(app, { email: 'old-address@example.jp' });
    await makePerson(app, { email: 'taken-address@example.jp' });
    const change = (email: string) => app.post(`${urlOf(id)}/name`, { name: '改名 花子', email }, admin);
    const taken = await change('taken-address@example.jp');
    expect(taken.status).toBe(422);
    const text = await taken.text();
    expect(text).toContain('ほかの利用者が使っています');
    expect(text).toContain('value="改名 花子"');
    expect((await change('New-Address@example.jp')).status).toBe(303);
    expect(await rowsOf(app, sql`select name, email from people where id = ${id}`)).toEqual([
      { name: '改名 花子', email: 'new-address@example.jp' },
    ]);
  });

  test('who does not exist is not found', async () => {
    expect((await app.get(urlOf(crypto.randomUUID()), admin)).status).toBe(404);
    expect((await app.get('/staff/people/nobody', admin)).status).toBe(404);
  });
});

describe('the last administrator', () => {
  test('stays, whatever is tried, also when two remove each other at once', async () => {
    const alone = await testApp();
    const one = await alone.signIn(administrator);
    const held = async (who: SignedIn) => {
      const [row] = await rowsOf<{ id: string }>(
        alone,
        sql`select id from memberships where person_id = ${who.who.personId}`,
      );
      return { id: row?.id as string, personId: who.who.personId };
    };
    const last = { ok: false, refusal: 'last-administrator' };
    expect(await endMembership(alone.db, one.who, await held(one))).toMatchObject(last);
    expect(await disablePerson(alone.db, one.who, one.who.personId)).toMatchObject(last);
    const closing = await alone.post(`/staff/people/organisations/${one.organisationId}/close`, {}, one);
    expect(closing.status).toBe(422);
    const two = await alone.signIn(administrator);
    const outcomes = await Promise.all([
      disablePerson(alone.db, one.who, two.who.personId),
      endMembership(alone.db, two.who, await held(one)),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const left = await rowsOf(
      alone,
      sql`select 1 from memberships m join people p on p.id = m.person_id
        where m.role = 'administrator' and m.ended_at is null and p.disabled_at is null`,
    );
    expect(left).toHaveLength(1);
  });
});

describe('inviting', () => {
  test('is done on a page, shows in the list, is sent again and withdrawn', async () => {
    const fields = {
      name: '招待 次郎',
      email: 'Invited@example.jp',
      organisationId: bureau,
      role: 'reporter',
    };
    const unfit = await app.post('/staff/people/invite', { ...fields, role: 'administrator' }, admin);
    expect(unfit.status).toBe(422);
    expect(await unfit.text()).toContain('value="招待 次郎"');
    expect((await app.post('/staff/people/invite', fields, admin)).status).toBe(303);
    const list = async () => (await app.get('/staff/people/invitations', admin)).text();
    expect(await list()).toContain('くらし局（局の報告担当）');
    const [row] = await rowsOf<{ id: string }>(
      app,
      sql`select id from invitations where email = 'invited@example.jp'`,
    );
    expect((await app.post(`/staff/people/invitations/${row?.id}/resend`, {}, admin)).status).toBe(303);
    expect((await app.get(await linkMailedTo(app, 'invited@example.jp'))).status).toBe(200);
    expect((await app.post(`/staff/people/invitations/${row?.id}/revoke`, {}, admin)).status).toBe(303);
    expect(await list()).not.toContain('invited@example.jp');
    expect((await app.post(`/staff/people/invitations/${row?.id}/revoke`, {}, admin)).status).toBe(409);
    expect(await eventsOf(app, row?.id as string)).toEqual([
      'invitation.send',
      'invitation.resend',
      'invitation.revoke',
    ]);
  });
});

describe('organisations', () => {
  const fields = {
    kind: 'municipality',
    code: 'umi-shi',
    nameJa: '海市',
    nameEn: '',
    localGovernmentCode: '',
  };

  test('are added, renamed, closed and opened again', async () => {
    const url = '/staff/people/organisations';
    expect((await app.post(`${url}/new`, { ...fields, code: '海' }, admin)).status).toBe(422);
    const wrong = await app.post(`${url}/new`, { ...fields, localGovernmentCode: '140008' }, admin);
    expect(await wrong.text()).toContain('6けたの数字が正しくありません');
    expect((await app.post(`${url}/new`, fields, admin)).status).toBe(303);
    expect((await app.post(`${url}/new`, fields, admin)).status).toBe(422);
    const [row] = await rowsOf<{ id: string }>(app, sql`select id from organisations where code = 'umi-shi'`);
    const own = `${url}/${row?.id}`;
    expect((await app.post(own, { nameJa: '山海市', nameEn: 'Sankai City' }, admin)).status).toBe(303);
    expect(await (await app.get(`${url}?lang=en`, admin)).text()).toContain('Sankai City');
    expect((await app.post(`${own}/close`, {}, admin)).status).toBe(303);
    expect(await (await app.get('/staff/people/invite', admin)).text()).not.toContain(`value="${row?.id}"`);
    expect((await app.post(`${own}/reopen`, {}, admin)).status).toBe(303);
    expect(await eventsOf(app, row?.id as string)).toEqual([
      'organisation.add',
      'organisation.rename',
      'organisation.close',
      'organisation.reopen',
    ]);
  });

  test('that are closed let their members’ roles sleep', async () => {
    const closing = await inTransaction(app.db, system('test'), (tx) =>
      insertOrganisation(tx, { kind: 'bureau', code: 'closing', nameJa: '閉じる局' }),
    );
    const member = await app.signIn(secretariat, { organisationId: closing });
    const home = async () => (await app.get('/staff', member)).text();
    expect(await home()).toContain('閉じる局');
    await app.post(`/staff/people/organisations/${closing}/close`, {}, admin);
    expect(await home()).not.toContain('閉じる局');
    expect((await app.get('/staff/people/organisations', member)).status).toBe(403);
  });

  test('and the site get new names', async () => {
    const names = {
      operatorJa: '架空県',
      operatorEn: 'Kakuu Prefecture',
      titleJa: 'つなぎ',
      titleEn: 'Tsunagi',
      headquartersJa: '本部',
      headquartersEn: '',
    };
    expect((await app.post('/staff/people/site', names, admin)).status).toBe(422);
    const done = await app.post('/staff/people/site', { ...names, headquartersEn: 'HQ' }, admin);
    expect(done.status).toBe(303);
    expect(await (await app.get('/sign-in')).text()).toContain('架空県');
  });
});
