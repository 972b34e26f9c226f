import { describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { auditEvents } from '#platform/audit/tables.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { findPaths, staffDirectoryPaths } from '../paths.ts';
import { exampleLocation, makeMunicipalities, makeOwner, makeService } from './fixtures.ts';
import { findService, listServices } from './store.ts';

const app = await testApp();
await makeMunicipalities(app.db);
const editor = await app.signIn(directoryEditor, { kind: 'npo', name: '編集 花子' });
const stranger = await app.signIn(directoryEditor, { kind: 'npo' });
const keeper = await app.signIn(directoryKeeper);
const { organisationId } = editor;

const stored = (id: string) => inTransaction(app.db, system('test'), (tx) => findService(tx, id));
const draft = async () => (await makeService(app.db, { organisationId, publish: false })).serviceId;
const published = async () => (await makeService(app.db, { organisationId })).serviceId;
const page = async (id: string, as = editor) =>
  textOf(await app.get(staffDirectoryPaths.service.to({ id }), as));

describe('an entry as its keepers see it', () => {
  test('says everything that it holds, its state and what can be done', async () => {
    const id = await published();
    const text = await page(id);
    for (const said of [
      '公開中',
      '収入・生活費のこと',
      '電話 0120-000-001',
      '月曜〜金曜 9:00〜17:00',
      '公開をやめる',
      '秘匿する',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('担当する団体を変える');
    expect(await page(id, keeper)).toContain('担当する団体を変える');
  });

  test('a draft says what is missing, and can be published when nothing is', async () => {
    const { serviceId: id } = await makeService(app.db, {
      organisationId,
      publish: false,
      content: { topics: [], summary: { ja: '' } },
    });
    const text = await page(id);
    expect(text).toContain('公開に足りないもの 一文の説明 困りごと');
    expect(text).not.toContain('公開する 内容は');
    expect((await app.post(staffDirectoryPaths.publish.to({ id }), {}, editor)).status).toBe(422);
    expect((await app.get(findPaths.service.to({ id }))).status).toBe(404);
  });

  test('the preview shows the public page of a draft to its editors only', async () => {
    const id = await draft();
    const url = staffDirectoryPaths.preview.to({ id });
    const html = await (await app.get(url, editor)).text();
    expect(html).toContain('これは公開されたときの見え方です');
    expect(html).not.toMatch(/<(?:a|img)[^>]*"\/services\//);
    expect((await app.get(url, stranger)).status).toBe(404);
    expect((await app.get(url)).status).toBe(303);
  });
});

describe('states', () => {
  test('publish, withdraw with a reason, publish again', async () => {
    const id = await draft();
    const url = findPaths.service.to({ id });
    expect((await app.get(url)).status).toBe(404);
    expect((await app.post(staffDirectoryPaths.publish.to({ id }), {}, editor)).status).toBe(303);
    expect((await app.get(url)).status).toBe(200);
    const silent = await app.post(staffDirectoryPaths.withdraw.to({ id }), { withdrawReason: ' ' }, editor);
    expect(silent.status).toBe(422);
    expect(await silent.text()).toContain('href="#f-withdrawReason"');
    await app.post(staffDirectoryPaths.withdraw.to({ id }), { withdrawReason: '移転のため' }, editor);
    expect((await app.get(url)).status).toBe(404);
    expect((await app.post(staffDirectoryPaths.publish.to({ id }), {}, editor)).status).toBe(303);
    expect((await app.get(url)).status).toBe(200);
  });

  test('only its own editors and keepers; others are told no', async () => {
    const id = await published();
    for (const path of [staffDirectoryPaths.withdraw, staffDirectoryPaths.seal, staffDirectoryPaths.verify])
      expect(
        (await app.post(path.to({ id }), { organisationId: stranger.organisationId }, stranger)).status,
      ).toBe(403);
    expect(await stored(id)).toMatchObject({ sealed: false, version: 1 });
    const owner = await makeOwner(app.db);
    expect((await app.post(staffDirectoryPaths.move.to({ id }), { newOwner: owner }, editor)).status).toBe(
      403,
    );
    expect((await app.post(staffDirectoryPaths.move.to({ id }), { newOwner: owner }, keeper)).status).toBe(
      303,
    );
    expect(await stored(id)).toMatchObject({ organisationId: owner });
    expect((await app.get(staffDirectoryPaths.service.to({ id }), editor)).status).toBe(403);
  });

  test('a confirmation in one’s own name only', async () => {
    const id = await published();
    const url = staffDirectoryPaths.verify.to({ id });
    expect((await app.post(url, { organisationId: stranger.organisationId }, editor)).status).toBe(403);
    expect((await app.post(url, { organisationId }, editor)).status).toBe(303);
    expect((await stored(id)).verifiedBy).toBe(organisationId);
    expect(await page(id)).toContain('確認済み');
  });

  test('capacity in one press, and unsaid again', async () => {
    const id = await published();
    const url = staffDirectoryPaths.capacity.to({ id });
    await app.post(url, { capacity: 'waiting', capacityNote: '2週間ほど' }, editor);
    expect(await stored(id)).toMatchObject({ capacity: 'waiting', capacityNote: '2週間ほど', version: 1 });
    expect(await textOf(await app.get(findPaths.service.to({ id })))).toContain('順番待ち');
    await app.post(url, { capacity: 'none', capacityNote: '' }, editor);
    expect((await stored(id)).capacity).toBeNull();
    expect((await app.post(url, { capacity: 'overflowing' }, editor)).status).toBe(422);
  });
});

describe('a draft', () => {
  test('that was never public can be thrown away; what was public once stays', async () => {
    const id = await draft();
    const url = staffDirectoryPaths.discard.to({ id });
    expect((await app.post(url, {}, stranger)).status).toBe(404);
    expect((await app.post(url, {}, editor)).status).toBe(303);
    expect((await app.get(staffDirectoryPaths.service.to({ id }), editor)).status).toBe(404);
    const once = await published();
    await app.post(staffDirectoryPaths.withdraw.to({ id: once }), { withdrawReason: '移転' }, editor);
    expect((await app.post(staffDirectoryPaths.discard.to({ id: once }), {}, editor)).status).toBe(422);
    expect(await page(once)).not.toContain('下書きを捨てる');
    expect(await stored(once)).toMatchObject({ publishedAt: null });
  });
});

describe('a sealed entry', () => {
  const secret = '静かな避難の家';
  const sealed = async () => {
    const { serviceId: id } = await makeService(app.db, {
      organisationId,
      content: { name: { ja: secret }, nameKana: '', locations: [exampleLocation({ name: secret })] },
    });
    await app.post(staffDirectoryPaths.seal.to({ id }), { sealReason: '避難先のため' }, editor);
    return id;
  };

  test('is on no public page at once, and nobody but its writers can list it', async () => {
    const id = await sealed();
    expect((await app.get(findPaths.service.to({ id }))).status).toBe(404);
    expect((await app.get(staffDirectoryPaths.service.to({ id }), stranger)).status).toBe(404);
    expect((await app.get(staffDirectoryPaths.preview.to({ id }), editor)).status).toBe(404);
    for (const who of [anonymous, stranger.who])
      expect(
        await inTransaction(app.db, who, (tx) =>
          listServices(tx, { organisationId, sealed: true }, { limit: 5 }),
        ),
      ).toEqual([]);
    expect(await page(id)).toContain('どのページにも、検索にも、オープンデータにも出ません');
  });

  test('leaves no trace of its content in the ledger', async () => {
    const id = await sealed();
    const events = await inTransaction(app.db, system('test'), (tx) => tx.select().from(auditEvents));
    const about = events.filter(({ subjectId }) => subjectId === id);
    expect(about.map(({ event }) => event)).toEqual(['service.create', 'service.seal']);
    for (const event of about) expect(Object.keys(event.facts)).toEqual(['version']);
    expect(JSON.stringify(events)).not.toContain(secret);
    expect(JSON.stringify(events)).not.toContain('避難先');
  });

  test('is opened again with a reason, and is then a draft', async () => {
    const id = await sealed();
    expect((await app.post(staffDirectoryPaths.publish.to({ id }), {}, editor)).status).toBe(422);
    expect((await app.post(staffDirectoryPaths.unseal.to({ id }), { unsealReason: '' }, editor)).status).toBe(
      422,
    );
    expect(
      (await app.post(staffDirectoryPaths.unseal.to({ id }), { unsealReason: '移転した' }, editor)).status,
    ).toBe(303);
    expect(await stored(id)).toMatchObject({ sealed: false, publishedAt: null });
    expect((await app.get(findPaths.service.to({ id }))).status).toBe(404);
  });
});
