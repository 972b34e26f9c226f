import { describe, expect, test } from 'vitest';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { setCapacity, verifyService } from '../services/actions.ts';
import { granted, makeService } from '../services/fixtures.ts';

const app = await testApp();
const editor = await app.signIn(directoryEditor, { kind: 'npo' });
const other = await app.signIn(directoryEditor, { kind: 'npo' });
const keeper = await app.signIn(directoryKeeper);
const reader = await app.signIn({ name: 'reporter', words: { ja: '', en: '' }, at: ['bureau'] });

const named = (ja: string, given: Parameters<typeof makeService>[1] = {}) =>
  makeService(app.db, {
    organisationId: editor.organisationId,
    ...given,
    content: { name: { ja }, nameKana: '', ...given.content },
  });

const fresh = await named('さくら相談室');
granted(
  await verifyService(app.db, editor.who, {
    serviceId: fresh.serviceId,
    organisationId: editor.organisationId,
  }),
);
granted(await setCapacity(app.db, editor.who, { serviceId: fresh.serviceId, capacity: 'full' }));
await named('もみじ食堂', { content: { kind: 'place' } });
await named('かえで寮', { sealed: true });
await named('いちょう貸付', { publish: false, content: { kind: 'scheme' } });
await named('よその窓口', { organisationId: other.organisationId });

const list = async (query: Record<string, string | number>, as = editor) =>
  textOf(await app.get(staffDirectoryPaths.list.to({}, query), as));

describe('the start page', () => {
  test('an editor sees what waits among their own entries', async () => {
    const text = await textOf(await app.get(staffDirectoryPaths.home.to({}), editor));
    expect(text).toContain('自分の情報');
    expect(text).toContain('確認の期限を過ぎた情報 1');
    expect(text).toContain('受け入れの状況が示されていない情報 1');
    expect(text).toContain('下書き 1');
    expect(text).toContain('もみじ食堂');
    expect(text).not.toContain('よその窓口');
  });

  test('a keeper sees all, and nobody else gets in', async () => {
    const text = await textOf(await app.get(staffDirectoryPaths.home.to({}), keeper));
    expect(text).toContain('よその窓口');
    expect((await app.get(staffDirectoryPaths.home.to({}), reader)).status).toBe(403);
    expect((await app.get(staffDirectoryPaths.home.to({}))).status).toBe(303);
  });
});

describe('the list', () => {
  test.each([
    ['nothing asked: all of one’s own', {}, ['さくら', 'もみじ', 'かえで', 'いちょう'], ['よその']],
    ['by words', { q: 'もみじ' }, ['もみじ食堂'], ['さくら相談室']],
    ['by words in another script', { q: 'モミジ' }, ['もみじ食堂'], ['さくら相談室']],
    ['by kind', { kind: 'scheme' }, ['いちょう貸付'], ['もみじ食堂']],
    ['drafts', { state: 'draft' }, ['いちょう貸付'], ['もみじ食堂', 'かえで寮']],
    ['sealed ones', { state: 'sealed' }, ['かえで寮'], ['もみじ食堂']],
    ['past review', { state: 'stale' }, ['もみじ食堂'], ['さくら相談室', 'いちょう貸付']],
    ['capacity not said', { state: 'capacity' }, ['もみじ食堂'], ['さくら相談室', 'いちょう貸付']],
    ['nothing fits', { q: '存在しない' }, ['当てはまる情報はありません'], ['もみじ食堂']],
    ['nonsense counts as not asked', { kind: 'x', state: 'y', owner: "'; drop", page: -3 }, ['さくら'], []],
    ['wildcards are letters', { q: '%' }, ['当てはまる情報はありません'], []],
    ['a page that is not there', { page: 99 }, ['当てはまる情報はありません'], []],
  ])('%s', async (_, query, there, gone) => {
    const text = await list(query as Record<string, string | number>);
    for (const name of there) expect(text).toContain(name);
    for (const name of gone) expect(text).not.toContain(name);
  });

  test('a keeper filters by owner; an editor cannot reach another owner’s that way', async () => {
    expect(await list({ owner: other.organisationId }, keeper)).toContain('よその窓口');
    expect(await list({ owner: other.organisationId }, keeper)).not.toContain('もみじ食堂');
    expect(await list({ owner: other.organisationId })).not.toContain('よその窓口');
  });
});
