import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor } from '../access.ts';
import { makeNavigator } from '../navigator/fixtures.ts';
import { navigatorPaths } from '../paths.ts';
import { openPacket } from './actions.ts';
import { readCode } from './rules.ts';
import { indexOf } from './sealing.ts';
import { packets } from './tables.ts';

const app = await testApp({ TRUSTED_PROXIES: '1' });
await makeNavigator(app.db);
const url = navigatorPaths.packet.to({});
type Fields = Record<string, string | string[]>;
const answers: Fields = {
  'worry[]': ['rent_loan', 'violence'],
  'pressing[]': 'rent_loan',
  'words[]': '家賃のことで <b>困って</b> います',
  'municipality[]': '99201',
  'place[]': 'live',
  'household[]': '3人',
  'home[]': 'lost',
};
const post = (fields: Fields) => app.post(url, fields);
const rows = () => inTransaction(app.db, system('test'), (tx) => tx.select().from(packets));

async function madeCode(text: string): Promise<{ code: string; html: string; status: number }> {
  const response = await post({ ...answers, go: 'make', text });
  const html = await response.text();
  return { code: /<p class="secret">([^<]+)</.exec(html)?.[1] ?? '', html, status: response.status };
}

describe('a note for the desk', () => {
  test('is written from the answers, and can be changed before it is made', async () => {
    const response = await post({ ...answers, go: 'compose' });
    const html = await response.text();
    expect(html).toMatch(/<textarea[^>]*name="text"/);
    for (const said of [
      '家賃が払えない',
      '身近な人がこわい',
      '&lt;b&gt;困って',
      'みほん市',
      '・3人',
      '・失った',
    ])
      expect(html).toContain(said);
    expect(await rows()).toHaveLength(0);
  });

  test('is made with a code that is told once, together with its end and its desk', async () => {
    const { code, html, status } = await madeCode('私が決めた言葉だけ');
    expect(status).toBe(201);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    expect(html).toMatch(/\d+月\d+日（.）<!-- -->? ?\d+:\d\d|\d+月\d+日（.） \d+:\d\d/);
    const desk = await app.signIn(directoryEditor);
    const opened = await openPacket(app.db, desk.who, {
      code,
      organisationId: desk.organisationId,
      vault: app.tools.vault,
    });
    expect(opened).toMatchObject({ ok: true, value: { text: '私が決めた言葉だけ' } });
  });

  test('with nothing in it is refused, and nothing is lost', async () => {
    const response = await post({ ...answers, go: 'make', text: '  ' });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('メモに何か書いてください');
    expect(html).toContain('name="municipality[]" value="99201"');
  });

  test('is taken back by its code', async () => {
    const { code, status } = await madeCode('消したい話');
    expect(status).toBe(201);
    const kept = (await rows()).map(({ codeIndex }) => codeIndex);
    expect(kept).toContain(indexOf(app.tools.vault, readCode(code) ?? ''));
    const before = kept.length;
    expect(await textOf(await post({ go: 'withdraw', code }))).toContain('メモを消しました');
    expect(await rows()).toHaveLength(before - 1);
  });

  test('says nothing about a code that is wrong, gone or absurd: one and the same page', async () => {
    const { code } = await madeCode('x');
    await post({ go: 'withdraw', code });
    const said = new Set<string>();
    for (const typed of [code, 'AAAA-BBBB-CCCC', '', "' or 1=1", '🙂'.repeat(5000)]) {
      const response = await post({ go: 'withdraw', code: typed });
      expect(response.status).toBe(422);
      const page = await textOf(response);
      said.add(page.slice(page.indexOf('メモを消す')));
    }
    expect(said.size).toBe(1);
  });

  test('lets one client try ten codes in a minute', async () => {
    const statuses = [];
    for (let turn = 0; turn < 12; turn += 1)
      statuses.push((await post({ go: 'withdraw', code: 'AAAA' })).status);
    expect(statuses).toContain(429);
  });

  test('has a title that tells nothing, keeps no cookie and leaves no copy', async () => {
    const response = await post({ ...answers, go: 'compose' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).toMatch(/<title>相談先をさがす｜/);
    expect((await app.get(url)).status).toBe(200);
  });

  test.each<[string, Fields, number]>([
    ['nothing', {}, 200],
    ['forged answers', { go: 'compose', 'worry[]': ['<script>'], 'municipality[]': '../..' }, 200],
    ['a megabyte', { go: 'make', text: 'x'.repeat(1_048_577) }, 413],
  ])('bears %s', async (_, fields, status) => {
    const response = await post(fields);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('<script>alert');
  });
});
