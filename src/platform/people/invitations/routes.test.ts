import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { roles } from '../../../app.tsx';
import { testApp } from '../../../app.testing.ts';
import { administrator, type PersonWho } from '../../access.ts';
import { eventsOf, goodPassword, linkMailedTo, rowsOf, testBrowser } from '../../sign-in/browser.testing.ts';
import { invite, resendInvitation, revokeInvitation } from './actions.ts';
import { firstAdministratorLink } from './first.ts';

const app = await testApp();
const publicUrl = 'http://localhost';
const chosen = { password: goodPassword, again: goodPassword };

async function invited(email: string, held?: { organisationId: string; role: string }[]) {
  const admin = await app.signIn(administrator);
  const memberships = held ?? [{ organisationId: admin.organisationId, role: 'secretariat' }];
  const outcome = await invite(app.db, admin.who, {
    email,
    name: '招待 太郎',
    memberships,
    roles,
    publicUrl,
  });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return { admin: admin.who as PersonWho, id: outcome.value, link: await linkMailedTo(app, email) };
}

describe('an invitation', () => {
  test('comes by mail and makes the person with their roles, once', async () => {
    const { link, id } = await invited('new@example.jp');
    const browser = testBrowser(app);
    const page = await browser.get(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('招待 太郎さん、ようこそ');
    const done = await browser.post(link, chosen);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/staff']);
    expect((await browser.get('/staff')).status).toBe(200);
    const [person] = await rowsOf<{ id: string; role: string }>(
      app,
      sql`select p.id, m.role from people p join memberships m on m.person_id = p.id where p.email = 'new@example.jp'`,
    );
    expect(person?.role).toBe('secretariat');
    expect(await eventsOf(app, id)).toEqual(['invitation.send']);
    expect(await eventsOf(app, person?.id as string)).toEqual(['invitation.accept', 'session.begin']);
    const again = await testBrowser(app).get(link);
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('すでに使われています');
    expect((await testBrowser(app).post(link, chosen)).status).toBe(410);
  });

  test('of two who open the same link at once, one gets in', async () => {
    const { link } = await invited('race@example.jp');
    const answers = await Promise.all([1, 2, 3].map(() => testBrowser(app).post(link, chosen)));
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([303, 410, 410]);
  });

  test.each([
    ['expired', '期限（2日）が過ぎています'],
    ['revoked', '取り消されています'],
  ])('that is %s says so and what to do', async (state, words) => {
    const { link, id, admin } = await invited(`${state}@example.jp`);
    if (state === 'revoked') await revokeInvitation(app.db, admin, id);
    else
      await rowsOf(
        app,
        sql`update invitations set expires_at = now() - interval '1 second' where id = ${id}`,
      );
    const answer = await app.get(link);
    expect(answer.status).toBe(410);
    const text = await answer.text();
    expect(text).toContain(words);
    expect(text).toContain('新しいリンクを送るよう頼んでください');
    expect((await app.post(link, chosen)).status).toBe(410);
    expect((await app.get(`${link}?lang=en`)).status).toBe(410);
  });

  test('sent again has a new link and two new days; the old link is dead', async () => {
    const { link, id, admin } = await invited('again@example.jp');
    await rowsOf(app, sql`update invitations set expires_at = now() - interval '1 second' where id = ${id}`);
    await resendInvitation(app.db, admin, { id, publicUrl });
    const fresh = await linkMailedTo(app, 'again@example.jp');
    expect(fresh).not.toBe(link);
    expect((await app.get(fresh)).status).toBe(200);
    expect((await app.get(link)).status).toBe(410);
    const [row] = await rowsOf(
      app,
      sql`select expires_at > now() + interval '47 hours' as fresh from invitations where id = ${id}`,
    );
    expect(row).toEqual({ fresh: true });
  });

  test.each([
    [{ password: 'short', again: 'short' }, '12文字以上'],
    [{ password: 'password12345', again: 'password12345' }, '推測されやすい'],
    [{ password: goodPassword, again: 'other' }, '2つのパスワードが同じではありません'],
  ])('asks again after %j', async (typed, words) => {
    const { link } = await invited(`${crypto.randomUUID()}@example.jp`);
    const answer = await app.post(link, typed);
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain(words);
    expect(text).not.toContain(`value="${typed.password}"`);
  });

  test('is not sent twice, nor to somebody registered, nor with a role that does not fit', async () => {
    const { admin } = await invited('taken@example.jp');
    const to = (email: string, memberships: { organisationId: string; role: string }[]) =>
      invite(app.db, admin, { email, name: '試験', memberships, roles, publicUrl });
    const { organisationId } = admin.memberships[0] as { organisationId: string };
    expect(await to('Taken@example.jp', [])).toMatchObject({ refusal: 'already-invited' });
    const [registered] = await rowsOf<{ email: string }>(app, sql`select email from people limit 1`);
    expect(await to(registered?.email as string, [])).toMatchObject({ refusal: 'person-exists' });
    expect(await to('a@example.jp', [{ organisationId, role: 'reporter' }])).toMatchObject({
      refusal: 'role-unfit',
    });
    expect(await to('a@example.jp', [{ organisationId, role: 'king' }])).toMatchObject({
      refusal: 'role-unknown',
    });
  });

  test('cannot be written by somebody who is no administrator', async () => {
    const { who } = await app.signIn(roles.find((role) => role.name === 'secretariat') as (typeof roles)[0]);
    const sent = invite(app.db, who, {
      email: 'b@example.jp',
      name: '試験',
      memberships: [],
      roles,
      publicUrl,
    });
    await expect(sent).rejects.toThrow('invitations');
  });
});

test('the first start of an empty database makes the administrator, the organisation and the name of the site, once', async () => {
  const empty = await testApp();
  const link = ((await firstAdministratorLink(empty.db, publicUrl)) as string).replace(publicUrl, '');
  const late = ((await firstAdministratorLink(empty.db, publicUrl)) as string).replace(publicUrl, '');
  expect((await empty.get(link)).status).toBe(200);
  const browser = testBrowser(empty);
  const fields = {
    ...chosen,
    name: '初代 管理',
    email: 'first@example.jp',
    operatorJa: '架空県',
    operatorEn: 'Kakuu Prefecture',
    titleJa: 'つなぎ',
    titleEn: 'Tsunagi',
    headquartersJa: '架空県対策本部',
    headquartersEn: 'Kakuu Headquarters',
  };
  const wrong = await browser.post(link, { ...fields, password: 'short', again: 'short' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="架空県対策本部"');
  expect((await browser.post(link, fields)).status).toBe(303);
  expect(await (await browser.get('/staff')).text()).toContain('架空県');
  expect(await firstAdministratorLink(empty.db, publicUrl)).toBeNull();
  expect((await empty.get(late)).status).toBe(410);
  expect((await testBrowser(empty).post(late, { ...fields, email: 'second@example.jp' })).status).toBe(410);
  expect(
    await rowsOf(
      empty,
      sql`select o.kind, m.role from memberships m join organisations o on o.id = m.organisation_id`,
    ),
  ).toEqual([{ kind: 'prefecture', role: 'administrator' }]);
});
