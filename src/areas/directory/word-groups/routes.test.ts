import { desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { auditEvents } from '#platform/audit/tables.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { staffDirectoryPaths as paths } from '../paths.ts';
import { searchServices } from '../search/actions.ts';
import { refreshSearch } from '../search/jobs.ts';
import { searchEntries, searchGroups } from '../search/tables.ts';
import { makeService } from '../services/fixtures.ts';

const app = await testApp();
const { db } = app;
const keeper = await app.signIn(directoryKeeper);
const editor = await app.signIn(directoryEditor);
const { serviceId } = await makeService(db, {
  content: { name: { ja: 'くらしサポート' }, summary: { ja: 'まんぷく券を配ります' }, topics: ['no_food'] },
});

const group = (code: string) => paths.wordGroup.to({ code });
const find = async (q: string) =>
  (await inTransaction(db, anonymous, (tx) => searchServices(tx, anonymous, { q }, new Date()))).rows.map(
    ({ id }) => id,
  );
const changed = () =>
  inTransaction(db, system('test'), (tx) => tx.select().from(searchGroups).orderBy(searchGroups.code));
const lastEvent = () =>
  inTransaction(db, system('test'), async (tx) => {
    const events = tx.select().from(auditEvents).where(eq(auditEvents.event, 'words.write'));
    return (await events.orderBy(desc(auditEvents.position)).limit(1))[0];
  });
const jobsWaiting = async () =>
  (await db.owner.query("select from graphile_worker.jobs where task_identifier = 'search.refresh'"))
    .rowCount;
const refresh = () =>
  refreshSearch.run({ db, who: system('search.refresh'), now: new Date(), log: app.tools.log }, {});

describe('words that mean the same', () => {
  test('are listed with the shipped ones, by a word in them', async () => {
    const text = await textOf(await app.get(paths.wordGroups.to({}), keeper));
    expect(text).toContain('生活保護');
    const few = await textOf(await app.get(paths.wordGroups.to({}, { q: 'ナマポ' }), keeper));
    expect(few).toContain('生活保護');
    expect(few).not.toContain('年金事務所');
  });

  test('a new group is tried without a trace, then kept, and the search follows', async () => {
    const typed = { words: 'まんぷく券、モグモグ券', phrases: '', 'topics[]': 'no_food', seen: '' };
    const tried = await app.post(group('new'), { ...typed, try: 'モグモグ券', do: 'try' }, keeper);
    expect(tried.status).toBe(200);
    const text = await textOf(tried);
    expect(text).toMatch(/いまの検索 見つかりません.*この内容にした検索 1件.*くらしサポート.*新しく見つかる/);
    expect(text.indexOf('くらしサポート')).toBeGreaterThan(text.indexOf('この内容にした検索'));
    expect(await changed()).toEqual([]);
    expect(await find('モグモグ券')).toEqual([]);

    expect((await app.post(group('new'), typed, keeper)).status).toBe(303);
    const [row] = await changed();
    expect(row).toMatchObject({ words: ['まんぷく券', 'モグモグ券'], topics: ['no_food'] });
    expect(await jobsWaiting()).toBe(1);
    await refresh();
    expect(await find('モグモグ券')).toEqual([serviceId]);
    expect(await lastEvent()).toMatchObject({ facts: { added: 'まんぷく券、モグモグ券', removed: '' } });
    await app.post(paths.wordGroupRemove.to({ code: row?.code ?? '' }), {}, keeper);
    expect(await changed()).toEqual([]);
    await refresh();
    expect(await find('モグモグ券')).toEqual([]);
  });

  test('a shipped group is changed, taken out, and put back as it was', async () => {
    const code = 'public-assistance';
    const form = await (await app.get(group(code), keeper)).text();
    expect(form).toContain('生活保護、せいかつほご');
    const typed = { words: '生活保護\nせいほ', phrases: '保護を受け', 'topics[]': 'income', seen: '' };
    expect((await app.post(group(code), typed, keeper)).status).toBe(303);
    expect((await lastEvent())?.facts).toMatchObject({ added: 'せいほ' });
    const late = await app.post(group(code), { ...typed, words: '別の人' }, keeper);
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('ほかの人がこの組を変えました');
    await app.post(paths.wordGroupRemove.to({ code }), {}, keeper);
    expect(await changed()).toMatchObject([{ code, removed: true }]);
    expect(await textOf(await app.get(paths.wordGroups.to({}, { q: '生活保護' }), keeper))).toContain(
      '使わない',
    );
    await app.post(paths.wordGroupRestore.to({ code }), {}, keeper);
    expect(await changed()).toEqual([]);
  });

  test('refuse what fits everything, and keep what was typed', async () => {
    const refused = await app.post(group('new'), { words: '', phrases: '、', seen: '' }, keeper);
    expect(refused.status).toBe(422);
    const short = await app.post(group('new'), { words: '券', phrases: 'あ', seen: '' }, keeper);
    expect(await textOf(short)).toContain('「あ」は短すぎて');
    const wrong = await app.post(group('new'), { words: '券', 'topics[]': 'nothing', seen: '' }, keeper);
    expect(wrong.status).toBe(422);
    expect((await app.get(group('not-there'), keeper)).status).toBe(404);
    expect((await app.post(paths.wordGroupRemove.to({ code: 'not-there' }), {}, keeper)).status).toBe(404);
  });

  test('a preview that fails or is repeated leaves every entry as it was', async () => {
    const entries = () => inTransaction(db, anonymous, (tx) => tx.select().from(searchEntries));
    const before = await entries();
    const typed = { words: 'くらし、まんぷく', phrases: 'く(ら[し', seen: '', do: 'try', try: '((((\\' };
    expect((await app.post(group('new'), typed, keeper)).status).toBe(200);
    expect(await entries()).toEqual(before);
  });

  test('are kept by the keeper of the whole directory alone', async () => {
    expect((await app.get(paths.wordGroups.to({}), editor)).status).toBe(403);
    expect((await app.post(group('new'), { words: '券', seen: '' }, editor)).status).toBe(403);
    expect((await app.post(group('new'), { words: '券', do: 'try', try: '券' }, editor)).status).toBe(403);
    expect(await changed()).toEqual([]);
  });
});
