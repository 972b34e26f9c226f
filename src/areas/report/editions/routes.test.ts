import { describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { acceptEntry, readEntry, submitEntry } from '#areas/programs/index.ts';
import { fillEntry } from '#areas/programs/entries/fixtures.ts';
import { makeMeasure } from '#areas/programs/programs/fixtures.ts';
import { collectionWorld, must } from '#areas/programs/rounds/fixtures.ts';
import { approver } from '#areas/programs/index.ts';
import { testApp } from '#src/app.testing.ts';
import { approveEdition, prepareEdition, proposeEdition, verifyEdition } from './actions.ts';
import { planWorld, publish, reportWorld } from './fixtures.ts';
import { findEdition, listEditions } from './store.ts';

describe('an edition on its way to the public', async () => {
  const app = await testApp();
  const world = await reportWorld(app);
  let edition = '';

  test('is prepared on a form and shown to nobody outside', async () => {
    const form = await textOf(await app.get('/staff/report/years/2024/results/prepare', world.secretariat));
    expect(form).toContain('令和6年度の結果の版を作る');
    const done = await app.post(
      '/staff/report/years/2024/results/prepare',
      { note: '出典は相談の記録' },
      world.secretariat,
    );
    expect(done.status).toBe(303);
    edition = done.headers.get('location') ?? '';
    expect(edition).toMatch(/^\/staff\/report\/editions\//);
    expect((await app.get('/reports/2024')).status).toBe(404);
    expect(await inTransaction(app.db, anonymous, listEditions)).toEqual([]);
    expect((await app.get(edition)).status).toBe(303);
    expect((await app.get(edition, world.reporter)).status).toBe(404);
  });

  test('shows its preview with the picture, drawn as the public page will be', async () => {
    const preview = await textOf(await app.get(`${edition}/preview`, world.approver));
    expect(preview).toContain('出典は相談の記録');
    expect(preview).toContain('庭の集い 例示');
    const program = await app.get(`${edition}/programs/night-desk`, world.approver);
    const html = await program.text();
    expect(html).toContain('alt="夜の相談室の入口"');
    const url = `${edition}/pictures/${world.fileId}`;
    expect(html).toContain(`src="${url}"`);
    expect((await app.get(url, world.approver)).headers.get('content-type')).toBe('image/png');
    expect((await app.get(`/files/${world.fileId}`)).status).toBe(404);
  });

  test('cannot be prepared twice at a time, and says why on the same page', async () => {
    const again = await app.post(
      '/staff/report/years/2024/results/prepare',
      { note: '二つ目' },
      world.secretariat,
    );
    expect(again.status).toBe(422);
    const text = await textOf(again);
    expect(text).toContain('公表前の版がすでにあります');
    expect(text).toContain('二つ目');
  });

  test('tells when what is registered changed, and is made anew', async () => {
    expect(await textOf(await app.get(edition, world.secretariat))).toContain('いまの登録と同じ内容です');
    await makeMeasure(app.db, { programId: world.nightDesk, labelJa: '手紙', values: { 2024: 7 } });
    expect(await textOf(await app.get(edition, world.secretariat))).toContain('元の登録が変わっています');
    await app.post(`${edition}/refresh`, { note: '直した説明' }, world.secretariat);
    expect(await textOf(await app.get(edition, world.secretariat))).toContain('いまの登録と同じ内容です');
  });

  test('is approved by nobody who prepared it, whatever their roles', async () => {
    await app.post(`${edition}/propose`, {}, world.secretariat);
    const both = await app.signIn(approver, { organisationId: world.secretariat.organisationId });
    const [found] = await inTransaction(app.db, world.secretariat.who, listEditions);
    const seenHash = found?.contentHash ?? '';
    expect((await app.post(`${edition}/approve`, { seenHash }, world.secretariat)).status).toBe(403);
    const stale = await app.post(`${edition}/approve`, { seenHash: 'f'.repeat(64) }, both);
    expect(stale.status).toBe(422);
    expect(await textOf(stale)).toContain('ご覧になった後で内容が変わりました');
    const page = await (await app.get(edition, both)).text();
    expect(page).toContain(`value="${seenHash}"`);
    expect((await app.post(`${edition}/approve`, { seenHash }, both)).status).toBe(303);
    const second = await app.post(`${edition}/approve`, { seenHash }, world.approver);
    expect(second.status).toBe(422);
    expect(await textOf(second)).toContain('承認を待っている版ではありません');
  });

  test('is public with its picture, which can run nothing, and says who did what to staff only', async () => {
    expect(await textOf(await app.get('/reports/2024'))).toContain('直した説明');
    const file = await app.get(`/files/${world.fileId}`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const staff = await textOf(await app.get(edition, world.secretariat));
    expect(staff).toContain('検証値が合っています');
    expect(staff).toMatch(/試験 担当 承認して公表/);
    expect(staff).toMatch(/事務 一 承認を提案/);
    expect(await textOf(await app.get('/reports/2024'))).not.toContain('事務 一');
  });

  test('is named in the ledger with both people', async () => {
    const found = await inTransaction(app.db, system('test'), (tx) =>
      tx.execute<{ facts: Record<string, string> }>(
        `select facts from audit_events where event = 'edition.approve'`,
      ),
    );
    expect(found.rows[0]?.facts['preparedBy']).toBe(world.secretariat.who.personId);
    expect(found.rows[0]?.facts['approvedBy']).not.toBe(found.rows[0]?.facts['preparedBy']);
  });

  test('shows in the next draft what changed', async () => {
    await makeMeasure(app.db, { programId: world.nightDesk, labelJa: '返事', values: { 2024: 5 } });
    const made = await app.post('/staff/report/years/2024/results/prepare', {}, world.secretariat);
    const next = made.headers.get('location') ?? '';
    const text = await textOf(await app.get(next, world.secretariat));
    expect(text).toContain('令和6年度の結果 第2版');
    expect(text).toMatch(/夜の相談 返事 ― 5/);
    await app.post(`${next}/withdraw`, {}, world.secretariat);
    const again = await app.post('/staff/report/years/2024/results/prepare', {}, world.secretariat);
    expect(again.status).toBe(303);
  });

  test('looks out upon next year’s plan as soon as there is one, by pillars with yen', async () => {
    const [draft] = await inTransaction(app.db, world.secretariat.who, listEditions);
    const url = `/staff/report/editions/${draft?.id}`;
    expect(await textOf(await app.get(`${url}/preview`, world.secretariat))).not.toContain('令和7年度の計画');
    await planWorld(app);
    await app.post(`${url}/refresh`, {}, world.secretariat);
    const preview = await textOf(await app.get(`${url}/preview`, world.secretariat));
    expect(preview).toMatch(/令和7年度の計画 柱ごとの予算額.*1 気づく 3,509 .*合計 3,825/);
  });
});

describe('a published edition is frozen by the database itself', async () => {
  const app = await testApp();
  const world = await reportWorld(app);
  const id = await publish(app, world);

  test.each([
    `update editions set content = '{}'`,
    `update editions set content_hash = 'x'`,
    `update editions set published_on = '2020-01-01'`,
    `update editions set status = 'draft'`,
    'delete from editions',
    `update edition_programs set content = '{}'`,
    'delete from edition_programs',
    'update figures set value = 1',
    'delete from figures',
    `insert into edition_programs select edition_id, 'more', program_id, thread, position, content from edition_programs limit 1`,
  ])('%s', async (statement) => {
    const client = await app.db.pool.connect();
    try {
      await client.query(`begin; select set_config('app.system', 'test', true)`);
      await expect(client.query(statement)).rejects.toThrow(/publish/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('its hash fits, and tells when somebody with the owner’s rights rewrote it', async () => {
    expect(await verifyEdition(app.db, world.secretariat.who, { id })).toBe(true);
    await app.db.owner.query(`begin; set local app.maintenance = 'on'; alter table edition_programs disable trigger user;
      update edition_programs set content = jsonb_set(content, '{evaluation}', '"別の言葉"') where slug = 'night-desk';
      alter table edition_programs enable trigger user; commit`);
    expect(await verifyEdition(app.db, world.secretariat.who, { id })).toBe(false);
  });

  test('two approvals at once publish once', async () => {
    const { secretariat, approver: second } = world;
    const made = await prepareEdition(app.db, secretariat.who, { year: 2024, kind: 'results' });
    const next = made.ok ? made.value : '';
    await proposeEdition(app.db, secretariat.who, { id: next });
    const { contentHash } = await inTransaction(app.db, secretariat.who, (tx) => findEdition(tx, next));
    const results = await Promise.all(
      [1, 2].map(() =>
        approveEdition(app.db, second.who, { id: next, seenHash: contentHash, workshop: 'no-files' }),
      ),
    );
    expect(results.map((result) => (result.ok ? 'published' : result.refusal)).sort()).toEqual([
      'not-proposed',
      'published',
    ]);
  });
});

describe('programs that were not accepted', async () => {
  const app = await testApp();
  const world = await collectionWorld(app);
  const { entryIds, welfare, secretariat } = world;
  const entryId = entryIds['夜の相談'] ?? '';
  await fillEntry(app.db, welfare.who, { entryId });
  const seen = async () => ({ entryId, stamp: (await readEntry(app.db, welfare.who, entryId)).stamp });
  must(await submitEntry(app.db, welfare.who, await seen()));
  must(await acceptEntry(app.db, secretariat.who, await seen()));
  const prepare = '/staff/report/years/2024/results/prepare';

  test('are named before a draft is made', async () => {
    const text = await textOf(await app.get(prepare, secretariat));
    expect(text).toContain('入る事業 1件');
    expect(text).toMatch(/入らない事業（受理されていません） 2件 居場所の応援 健康の相談/);
  });

  test('keep an edition from being proposed until the reason is said, which is then printed', async () => {
    const made = await app.post(prepare, {}, secretariat);
    const edition = made.headers.get('location') ?? '';
    const refused = await app.post(`${edition}/propose`, {}, secretariat);
    expect(refused.status).toBe(422);
    expect(await textOf(refused)).toContain('入っていない事業が2件あります');
    await app.post(`${edition}/refresh`, { withoutReason: '確認に時間がかかっています' }, secretariat);
    expect((await app.post(`${edition}/propose`, {}, secretariat)).status).toBe(303);
    const second = await app.signIn(approver);
    const [found] = await inTransaction(app.db, secretariat.who, listEditions);
    await app.post(`${edition}/approve`, { seenHash: found?.contentHash ?? '' }, second);
    const text = await textOf(await app.get('/reports/2024'));
    expect(text).toContain('事業数 1 事業');
    expect(text).toContain('入れずに公表した理由： 確認に時間がかかっています');
    expect(text).toContain('健康の相談');
    expect(await app.get('/reports/2024/measures.csv').then((answer) => answer.text())).not.toContain(
      '健康の相談',
    );
  });
});
