import { describe, expect, test } from 'vitest';
import { testApp } from '#src/app.testing.ts';
import { tsunagi } from '#src/app.tsx';
import { navigatorPaths } from '../paths.ts';
import { makeNavigator } from './fixtures.ts';

const app = await testApp();
await makeNavigator(app.db);
const url = navigatorPaths.start.to({});
type Fields = Record<string, string | string[]>;
const post = (fields: Fields) => app.post(url, fields);

describe('without a trace', () => {
  test('nothing is kept: no cookie, no copy in a cache, no answer in the address', async () => {
    const response = await post({ on: 'worry', go: 'next', words: 'ひみつの話', 'worry[]': 'rent_loan' });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain('autocomplete="off"');
    for (const [, address] of html.matchAll(/(?:href|action)="([^"]*)"/g))
      expect(decodeURIComponent(address ?? '')).not.toMatch(/ひみつ|rent_loan/);
  });

  test('nothing is written in the database', async () => {
    const before = await rowsOfAllTables();
    await post({ on: 'worry', go: 'next', words: 'ひみつの話', 'worry[]': 'rent_loan' });
    await post({
      on: 'worry',
      go: 'result',
      words: 'ひみつの話',
      'worry[]': 'rent_loan',
      municipality: '99201',
    });
    expect(await rowsOfAllTables()).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(20);
  });

  async function rowsOfAllTables(): Promise<Record<string, number>> {
    const client = await app.db.owner.connect();
    try {
      await client.query(`begin; set local app.maintenance = 'on'`);
      const { rows } = await client.query<{ name: string; rows: number }>(
        `select relname as name, (xpath('/row/c/text()',
           query_to_xml(format('select count(*) as c from %I', relname), false, true, '')))[1]::text::int as rows
         from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
      );
      return Object.fromEntries(rows.map((each) => [each.name, each.rows]));
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  test('nothing of it is in the log, also when something breaks', async () => {
    const lines: string[] = [];
    const write = (...args: unknown[]) => void lines.push(JSON.stringify(args));
    const log = { info: write, error: write, warn: write, debug: write } as unknown as typeof app.tools.log;
    const { hono } = await tsunagi({ db: app.db, tools: { ...app.tools, log } });
    for (const body of [
      new URLSearchParams({ on: 'worry', go: 'next', words: 'ひみつの話' }),
      'ひみつ=%E0%A4%A&words=ひみつ',
    ])
      await hono.request(url, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
        body,
      });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join()).toContain('POST /navigator');
    expect(lines.join()).not.toContain('ひみつ');
  });
});

describe('absurd input', () => {
  test.each<[string, Fields, number]>([
    ['nothing at all', {}, 200],
    ['questions that are not there', { on: 'moon', go: 'edit:moon' }, 200],
    ['presses that are not there', { on: 'worry', go: 'constructor' }, 200],
    ['a language that is not there', { on: 'worry', go: 'language:xx' }, 200],
    [
      'forged answers',
      { on: 'place', 'worry[]': ['<script>', 'moon'], municipality: "' or 1=1", place: 'x' },
      200,
    ],
    [
      'answers of every kind at once',
      {
        on: 'urgency',
        urgency: ['now', 'talk', 'x'],
        'asked[]': Array.from({ length: 500 }, (_, at) => String(at)),
      },
      200,
    ],
    [
      'control characters and a right-to-left override',
      { on: 'worry', words: '\u0000\u202e\ud800家賃' },
      200,
    ],
    ['a formula', { on: 'worry', words: '=cmd|calc!A0' }, 200],
    ['words that are too long', { on: 'worry', go: 'next', words: 'あ'.repeat(2001) }, 422],
    ['a megabyte', { on: 'worry', words: 'x'.repeat(1_048_577) }, 413],
  ])('%s', async (_, fields, status) => {
    const response = await post(fields);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('<script>');
  });

  test('words that are too long come back whole, and who is there now stays one press away', async () => {
    const html = await (
      await post({ on: 'worry', go: 'next', words: `死にたい${'あ'.repeat(2001)}` })
    ).text();
    expect(html).toContain(`死にたい${'あ'.repeat(2001)}`);
    expect(html).toContain('2000文字以内');
    expect(html).toContain('0120-279-338');
  });

  test('a form that did not come from our pages is refused', async () => {
    const answer = await fetchForeign();
    expect(answer.status).toBe(403);
  });

  async function fetchForeign(): Promise<Response> {
    const { hono } = await (await import('#src/app.tsx')).tsunagi({ db: app.db, tools: app.tools });
    return hono.request(url, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new FormData(),
    });
  }
});
