import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { administrator, everyone, permission, signedIn, system } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import { Conflict, NotFound } from '../errors.ts';
import { path } from '../path.ts';
import { insertOrganisation, insertPerson } from '../people/organisations.ts';
import { beginSession } from '../sign-in/sessions.ts';
import { testDatabase } from '../testing/database.ts';
import { platformApp } from '../testing/web.ts';
import { field } from './form.ts';
import { Routes } from './routes.ts';

const db = await testDatabase();
const manage = permission('things.manage', administrator);
const broken = new Error('the value 090-0000-0000 is personal');

const routes = new Routes()
  .get(path('/mine'), signedIn, (visit) => visit.page(`hello ${visit.person.name}`))
  .get(path('/managed'), manage, (visit) => visit.page('managed'))
  .get(path('/missing'), everyone, () => {
    throw new NotFound('thing');
  })
  .get(path('/clash'), everyone, () => {
    throw new Conflict('things_once');
  })
  .get(path('/broken'), everyone, () => {
    throw broken;
  })
  .get(path('/link'), everyone, (visit) =>
    visit.page(
      `${visit.view.href('/next', { page: 2 })} ${visit.view.inLang('en')} ${visit.view.inLang('ja')}`,
    ),
  )
  .get(path('/staff/link'), signedIn, ({ view, page }) =>
    page(`${view.href('/staff/next')} ${view.href('/staffed')} ${view.href('/next')}`),
  )
  .get(path('/noticed'), everyone, (visit) => visit.page(`notice: ${visit.view.notice ?? 'none'}`))
  .post(path('/things'), everyone, async (visit) => {
    const form = await visit.form(z.object({ name: field.text(5), amount: field.wholeOrNull() }));
    if (!form.ok) return visit.page(JSON.stringify(form.state), 422);
    return visit.go('/noticed', `${form.values.name} ${form.values.amount}`);
  }).list;
const { hono } = platformApp(db, routes);

const ownPage = { 'sec-fetch-site': 'same-origin' };
const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = ownPage) =>
  hono.request(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

async function sessionOf({ role, secondFactor }: { role?: string; secondFactor: boolean }): Promise<string> {
  return inTransaction(db, system('test'), async (tx) => {
    const code = crypto.randomUUID();
    const organisationId = await insertOrganisation(tx, { kind: 'prefecture', code, nameJa: '県' });
    const memberships = role ? [{ organisationId, role }] : [];
    const personId = await insertPerson(tx, { email: `${code}@example.jp`, name: 'Tester', memberships });
    return `session=${await beginSession(tx, { personId, method: 'password', secondFactor, device: 'test' }, new Date())}`;
  });
}

describe('who gets in', () => {
  test('a page that asks for a person sends the anonymous to sign in, and says where they wanted to go', async () => {
    const response = await hono.request('/mine');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fmine']);
  });

  test('a signed-in person without the role is refused, with the role let in', async () => {
    const without = await hono.request('/managed', {
      headers: { cookie: await sessionOf({ secondFactor: true }) },
    });
    expect(without.status).toBe(403);
    const cookie = await sessionOf({ role: 'administrator', secondFactor: true });
    const withRole = await hono.request('/managed', { headers: { cookie } });
    expect([withRole.status, await withRole.text()]).toEqual([200, 'managed']);
  });

  test('a role that asks for a second factor is inert in a session without one', async () => {
    const cookie = await sessionOf({ role: 'administrator', secondFactor: false });
    expect((await hono.request('/managed', { headers: { cookie } })).status).toBe(403);
    expect((await hono.request('/mine', { headers: { cookie } })).status).toBe(200);
  });

  test('an unknown cookie is anonymous', async () => {
    expect((await hono.request('/mine', { headers: { cookie: 'session=guessed' } })).status).toBe(303);
  });
});

describe('posts', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a subdomain', { 'sec-fetch-site': 'same-site' }],
    ['another origin in an old browser', { origin: 'https://evil.example' }],
    ['an origin that hides', { origin: 'null' }],
    ['nowhere', {}],
  ])('from %s are refused', async (_, headers) => {
    expect((await post('/things', { name: 'a' }, headers)).status).toBe(403);
  });

  test.each([
    ['the same origin', ownPage],
    ['the same origin in an old browser', { origin: 'http://localhost' }],
    ['one of our pages by referer', { referer: 'http://localhost/form' }],
  ])('from %s are taken', async (_, headers) => {
    expect((await post('/things', { name: 'a' }, headers)).status).toBe(303);
  });

  test('a wrong form comes back with problems in the language of the page and everything that was typed', async () => {
    const response = await post('/things?lang=en', { name: 'far too long', amount: 'many' });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      values: { name: 'far too long', amount: 'many' },
      problems: [
        { field: 'name', message: 'Use at most 5 characters' },
        { field: 'amount', message: 'Enter a number' },
      ],
    });
  });

  test('what was done is said once on the next page', async () => {
    const response = await post('/things', { name: '足', amount: '１，２３４円' });
    expect(response.headers.get('location')).toBe('/noticed');
    const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] as string;
    const next = await hono.request('/noticed', { headers: { cookie } });
    expect(await next.text()).toBe('notice: 足 1234');
    expect(next.headers.get('set-cookie')).toContain('notice=;');
  });

  test('a body over the limit is refused before it is read', async () => {
    expect((await post('/things', { name: 'x'.repeat(1_100_000) })).status).toBe(413);
    const said = (bytes: number) =>
      post('/things', { name: 'a' }, { ...ownPage, 'content-length': `${bytes}` });
    expect([(await said(1_048_576)).status, (await said(1_048_577)).status]).toEqual([303, 413]);
    const chunked = { ...ownPage, 'content-length': '1', 'transfer-encoding': 'chunked' };
    expect((await post('/things', { name: 'x'.repeat(1_100_000) }, chunked)).status).toBe(413);
  });

  test('what came several times is a list, in both ways in which a browser sends a form', async () => {
    const body = new URLSearchParams([
      ['name', 'あ'],
      ['amount', '1'],
      ['name', ' b '],
      ['more[]', 'c'],
    ]);
    const parts = new FormData();
    for (const [name, value] of body) parts.append(name, value);
    const values = { name: ['あ', 'b'], amount: '1', more: ['c'] };
    for (const sent of [body, parts]) {
      const answer = await hono.request('/things', { method: 'POST', body: sent, headers: ownPage });
      expect(await answer.json()).toMatchObject({ values });
    }
  });

  test('one client has a budget of posts a minute', async () => {
    const strict = platformApp(db, routes, { REQUESTS_PER_MINUTE: '10' }).hono;
    const statuses = [];
    for (let count = 0; count < 4; count++)
      statuses.push(
        (
          await strict.request('/things', {
            method: 'POST',
            headers: ownPage,
            body: new URLSearchParams({ name: 'a' }),
          })
        ).status,
      );
    expect(statuses).toEqual([303, 303, 429, 429]);
  });
});

describe('what is thrown', () => {
  test.each([
    ['/missing', 404, 'not-found ja'],
    ['/unknown', 404, 'not-found ja'],
    ['/clash', 409, 'conflict ja'],
    ['/missing?lang=en', 404, 'not-found en'],
  ])('%s becomes %i', async (url, status, text) => {
    const response = await hono.request(url);
    expect([response.status, await response.text()]).toEqual([status, text]);
  });

  test('a bug shows an id and nothing of what went wrong', async () => {
    const response = await hono.request('/broken');
    expect(response.status).toBe(500);
    expect(await response.text()).toMatch(/^broken ja [0-9a-f-]{36}$/);
  });
});

describe('every answer', () => {
  test('carries a policy without inline code, and pages of persons are never stored', async () => {
    const { headers } = await hono.request('/noticed');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await hono.request('/unknown')).headers.get('x-frame-options')).toBe('DENY');
  });

  test('over HTTPS cookies are bound to the host and HTTPS is insisted upon', async () => {
    const secure = platformApp(db, routes, { PUBLIC_URL: 'https://tsunagi.example.jp' }).hono;
    const response = await secure.request('/things', {
      method: 'POST',
      headers: ownPage,
      body: new URLSearchParams({ name: 'a' }),
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-notice=.*Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
    expect(response.headers.get('strict-transport-security')).toContain('max-age=');
  });

  test('the language travels in the links of those who are not signed in', async () => {
    expect(await (await hono.request('/link?lang=en&q=a')).text()).toBe(
      '/next?page=2&lang=en /link?lang=en&q=a /link?q=a',
    );
    expect(await (await hono.request('/link?q=a')).text()).toBe('/next?page=2 /link?q=a&lang=en /link?q=a');
  });

  test('the language of a signed-in person stays in a cookie, also where a page is missing, and goes along to pages for everybody', async () => {
    const cookie = await sessionOf({ secondFactor: false });
    const chosen = await hono.request('/link?lang=en', { headers: { cookie } });
    expect(chosen.headers.get('set-cookie')).toContain('lang=en');
    const headers = { cookie: `${cookie}; lang=en` };
    expect(await (await hono.request('/staff/missing', { headers })).text()).toBe('not-found en');
    expect(await (await hono.request('/staff/link', { headers })).text()).toBe(
      '/staff/next /staffed?lang=en /next?lang=en',
    );
  });
});

describe('a hook of a system outside', () => {
  const hooked: string[] = [];
  const routes = new Routes().hook(
    path('/webhooks/test'),
    async ({ c }, body) => {
      if (c.req.header('x-signature') !== 'right') return 403;
      hooked.push(body.toString());
      return 200;
    },
    { maxBody: 100 },
  ).list;
  const { hono } = platformApp(db, routes, { REQUESTS_PER_MINUTE: '20' });
  const send = (signature: string, body = 'あ') =>
    hono.request('/webhooks/test', {
      method: 'POST',
      headers: { 'x-signature': signature, origin: 'https://elsewhere.example' },
      body,
    });

  test('is taken by its signature alone, raw, and as often as the sender has to say something', async () => {
    for (let times = 0; times < 50; times++) expect((await send('right')).status).toBe(200);
    expect(hooked).toEqual(Array.from({ length: 50 }, () => 'あ'));
  });

  test('wrong signatures are refused, and after a few of them the sender has to wait', async () => {
    const answers = [];
    for (let times = 0; times < 6; times++) answers.push((await send('wrong')).status);
    expect(answers).toEqual([403, 403, 403, 403, 429, 429]);
    expect((await send('right', 'x'.repeat(200))).status).toBe(413);
  });
});

test('a process that has lost its database is alive and not ready', async () => {
  const lost = await testDatabase();
  const { hono } = platformApp(lost, []);
  expect((await hono.request('/readyz')).status).toBe(200);
  await lost.close();
  expect((await hono.request('/healthz')).status).toBe(200);
  expect((await hono.request('/readyz')).status).toBe(503);
});
