import { describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeResult } from '#areas/programs/programs/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { reportWorld } from '../editions/fixtures.ts';
import { findEdition, listEditionPrograms } from '../editions/store.ts';
import { measureFigure } from '../figures/named.ts';
import { checkNumbers } from './open-numbers.ts';
import { findEdits, findManuscript } from './store.ts';

const app = await testApp();
const world = await reportWorld(app);
const { secretariat, approver, reporter } = world;
await makeResult(app.db, world.nightDesk, null, {
  version: 1,
  summary: '電話は63,468件、夜の来所もありました。',
  evaluation: '職員を12人に増やしました。',
  nextStep: '24時まで開きます。',
});
const made = await app.post('/staff/report/years/2024/results/prepare', {}, secretariat);
const edition = made.headers.get('location') ?? '';
const id = edition.split('/').at(-1) ?? '';
const manuscript = `${edition}/manuscript`;
const current = () => inTransaction(app.db, secretariat.who, (tx) => findEdits(tx, id));
const post = (url: string, fields: Record<string, string>, as = secretariat) =>
  app.post(`${manuscript}/${url}`, fields, as);
const checked = () =>
  inTransaction(app.db, secretariat.who, async (tx) => {
    const head = (await findEdition(tx, id)).content;
    const { edits } = await findEdits(tx, id);
    return checkNumbers({ head, programs: await listEditionPrograms(tx, id) }, edits);
  });

describe('a number in a text', () => {
  test('that nobody can follow keeps the edition from being proposed, with its sentence and where to mend it', async () => {
    const refused = await app.post(`${edition}/propose`, {}, secretariat);
    expect(refused.status).toBe(422);
    const text = await textOf(refused);
    expect(text).toContain('電話は63,468件、夜の来所もありました。');
    expect(text).toContain('夜の相談 行ったこと');
    expect(text).toContain('2件あります');
  });

  test('is shown with what it can be, and taken by one press where it can be one figure only', async () => {
    const page = await textOf(await app.get(manuscript, secretariat));
    expect(page).toContain('一つに決まる数字をすべて結ぶ（1件）');
    expect(page).toContain('職員を12人に増やしました。');
    expect((await post('numbers', { version: '0', act: 'link-all' })).status).toBe(303);
    expect((await checked()).open.map(({ found }) => found.text)).toEqual(['12']);
  });

  test('is no figure that says something else, and needs a reason to be none', async () => {
    const [open] = (await checked()).open;
    const number = {
      version: '1',
      where: open?.text.where ?? '',
      sentence: open?.found.sentence ?? '',
      nth: '0',
    };
    const calls = measureFigure(2024, world.calls);
    const differs = await post('numbers', { ...number, act: 'link', figure: calls });
    expect(differs.status).toBe(422);
    expect(await textOf(differs)).toContain('値が違います');
    const silent = await post('numbers', { ...number, act: 'mark', reason: '' });
    expect(await textOf(silent)).toContain('実績ではない理由を書くか');
    expect((await post('numbers', { ...number, act: 'mark', reason: '体制の数です' })).status).toBe(303);
    expect(await checked()).toMatchObject({ open: [], excused: [{ reason: '体制の数です' }] });
    expect(await textOf(await app.get(`${manuscript}/preview`, approver))).toContain('体制の数です');
  });
});

describe('the manuscript', () => {
  test('is arranged by buttons: a section is moved, left out and taken in', async () => {
    const section = 'program:garden';
    await post('arrange', { version: '2', section, act: 'up' });
    await post('arrange', { version: '3', section: 'headquarters', act: 'out' });
    const { edits } = await current();
    expect(edits.order.indexOf(section)).toBeLessThan(edits.order.indexOf('program:night-desk'));
    expect(edits.leftOut).toEqual(['headquarters']);
    await post('arrange', { version: '4', section: 'headquarters', act: 'in' });
    expect((await current()).edits.leftOut).toEqual([]);
  });

  test('takes a section of its own, into which a number is put by name and shown as the number', async () => {
    await post('add', { version: '5', headingJa: 'はじめに', headingEn: '' });
    const [section = ''] = (await current()).edits.added;
    const url = `sections/${encodeURIComponent(section)}`;
    const calls = measureFigure(2024, world.calls);
    const typed = { version: '6', headingJa: 'はじめに', headingEn: '', textJa: '電話は', textEn: '' };
    const inserted = await post(url, { ...typed, act: 'insert', figure: calls });
    expect(await inserted.text()).toContain(`電話は{${calls}}`);
    expect((await current()).version).toBe(6);
    await post(url, { ...typed, act: 'save', textJa: `電話は{${calls}}でした。` });
    const preview = await textOf(await app.get(`${manuscript}/preview`, approver));
    expect(preview).toContain('電話は63,468件でした。');
  });

  test('tells the second of two who write at a time, and loses nothing of what was typed', async () => {
    const url = 'sections/categories';
    const typed = { version: '3', act: 'save', headingJa: '', headingEn: '', textEn: '' };
    const late = await post(url, { ...typed, textJa: '遅れて書いた文章' });
    expect(late.status).toBe(422);
    const page = await late.text();
    expect(page).toContain('ほかの人が先に原稿を変えました');
    expect(page).toContain('遅れて書いた文章');
    expect(page).toContain('name="version" value="7"');
  });

  test('goes back to an earlier version, and the later ones stay in the history', async () => {
    expect((await post('restore', { version: '7', from: '5' })).status).toBe(303);
    expect((await current()).edits.added).toEqual([]);
    const history = await textOf(await app.get(`${manuscript}/history`, secretariat));
    expect(history).toContain('第7回 節を整えた');
    await post('restore', { version: '8', from: '7' });
  });

  test('keeps what was said when the draft is made anew', async () => {
    await app.post(`${edition}/refresh`, { note: '' }, secretariat);
    expect((await current()).edits.added).toHaveLength(1);
    expect((await checked()).open).toEqual([]);
  });

  test('is the secretariat’s to write and the approver’s to read, nobody else’s', async () => {
    expect((await post('add', { version: '9', headingJa: '別' }, approver)).status).toBe(403);
    expect((await app.get(manuscript, approver)).status).toBe(200);
    expect((await app.get(manuscript, reporter)).status).toBe(403);
    expect((await app.get(manuscript)).status).toBe(303);
  });
});

describe('the document of a published edition', () => {
  test('cannot be read before, and is kept with it in both languages', async () => {
    expect((await app.get('/reports/2024/document')).status).toBe(404);
    expect((await app.post(`${edition}/propose`, {}, secretariat)).status).toBe(303);
    const late = await post('add', { version: '9', headingJa: '遅い' });
    expect(await textOf(late)).toContain('下書きの版だけを変えられます');
    const closed = await app.get(`${manuscript}/sections/categories`, secretariat);
    expect([closed.status, closed.headers.get('location')]).toEqual([303, manuscript]);
    const { contentHash } = await inTransaction(app.db, approver.who, (tx) => findEdition(tx, id));
    expect((await app.post(`${edition}/approve`, { seenHash: contentHash }, approver)).status).toBe(303);
    for (const lang of ['ja', 'en'] as const) {
      const kept = await inTransaction(app.db, approver.who, (tx) =>
        findManuscript(tx, { editionId: id, lang }),
      );
      expect(kept?.manuscript.edition).toMatchObject({ number: 1 });
      expect(kept?.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('stands on one page with contents, and each number leads to its path', async () => {
    expect(await (await app.get('/reports/2024')).text()).toContain('href="/reports/2024/document"');
    const answer = await app.get('/reports/2024/document');
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('href="#program-night-desk"');
    expect(html).toContain(
      `<a class="figure" href="/figures/${measureFigure(2024, world.calls)}">63,468件</a>`,
    );
    expect(html).toContain('alt="夜の相談室の入口"');
    const english = await app.get('/reports/2024/document?lang=en');
    expect(await textOf(english)).toContain('The whole report');
  });

  test.each([
    `update edition_manuscripts set content = '{}'`,
    'delete from edition_manuscripts',
    'delete from manuscript_versions',
  ])('is frozen by the database itself: %s', async (statement) => {
    const client = await app.db.pool.connect();
    try {
      await client.query(`begin; select set_config('app.system', 'test', true)`);
      const done = await client.query(statement).catch((error: Error) => error);
      expect(done instanceof Error ? done.message : done.rowCount).toSatisfy(
        (answer: string | number) => answer === 0 || /publish/.test(String(answer)),
      );
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('carries the reasons into the next edition of the year', async () => {
    const again = await app.post('/staff/report/years/2024/results/prepare', {}, secretariat);
    const next = again.headers.get('location') ?? '';
    expect((await app.post(`${next}/propose`, {}, secretariat)).status).toBe(303);
  });
});
