import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor } from '../access.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { editService, verifyService } from '../services/actions.ts';
import { exampleContent, granted, makeService } from '../services/fixtures.ts';
import { findService } from '../services/store.ts';

const app = await testApp();
const editor = await app.signIn(directoryEditor, { kind: 'npo', name: '編集 花子' });
const stranger = await app.signIn(directoryEditor, { kind: 'npo' });

async function edited(): Promise<string> {
  const { serviceId, organisationId } = await makeService(app.db, { organisationId: editor.organisationId });
  const content = exampleContent({ summary: { ja: '夜も開いています' }, topics: ['debt'] });
  granted(
    await editService(app.db, editor.who, { serviceId, version: 1, content, note: '夜の相談を始めた' }),
  );
  granted(await verifyService(app.db, editor.who, { serviceId, organisationId }));
  return serviceId;
}

test('the history says who did what, when, and in which fields', async () => {
  const id = await edited();
  const text = await textOf(await app.get(staffDirectoryPaths.history.to({ id }), editor));
  for (const said of [
    '第3版',
    '確認',
    '第2版',
    '変更（夜の相談を始めた）',
    '一文の説明',
    '困りごと',
    '編集 花子',
    '登録',
  ])
    expect(text).toContain(said);
  expect((await app.get(staffDirectoryPaths.history.to({ id }), stranger)).status).toBe(403);
  expect((await app.get(staffDirectoryPaths.history.to({ id }, { page: 9e99 }), editor)).status).toBe(200);
});

test('a version is compared field by field with the one before and with now', async () => {
  const id = await edited();
  const text = await textOf(await app.get(staffDirectoryPaths.version.to({ id, version: '2' }), editor));
  expect(text).toContain('お金や住まいの困りごとを一緒に考えます');
  expect(text).toContain('夜も開いています');
  expect(text).toContain('いまの内容と同じです');
  const first = await textOf(await app.get(staffDirectoryPaths.version.to({ id, version: '1' }), editor));
  expect(first).toContain('この版の内容に戻す');
  expect((await app.get(staffDirectoryPaths.version.to({ id, version: '77' }), editor)).status).toBe(404);
  expect((await app.get(staffDirectoryPaths.version.to({ id, version: '9999999999' }), editor)).status).toBe(
    404,
  );
});

test('undo brings the content back as the next version; strangers cannot', async () => {
  const id = await edited();
  const url = staffDirectoryPaths.restore.to({ id, version: '1' });
  expect((await app.post(url, {}, stranger)).status).toBe(403);
  expect((await app.post(url, {}, editor)).status).toBe(303);
  const now = await inTransaction(app.db, editor.who, (tx) => findService(tx, id));
  expect(now).toMatchObject({ version: 4, content: { topics: ['income', 'rent_loan'] } });
  expect(await textOf(await app.get(staffDirectoryPaths.history.to({ id }), editor))).toContain(
    '元に戻した（第1版）',
  );
  expect((await app.post(staffDirectoryPaths.restore.to({ id, version: '77' }), {}, editor)).status).toBe(
    404,
  );
});
