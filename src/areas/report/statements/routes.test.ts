import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { reporter } from '#areas/programs/index.ts';
import { testApp } from '#src/app.testing.ts';
import { publish, reportWorld } from '../editions/fixtures.ts';
import { measureFigure } from '../figures/named.ts';
import { staffReportPaths } from '../paths.ts';
import { findStatement } from './store.ts';

const app = await testApp();
const world = await reportWorld(app);
const elsewhere = await app.signIn(reporter);
const figure = `/figures/${measureFigure(2024, world.calls)}`;
const of = { year: '2024', measureId: world.calls };
const url = staffReportPaths.statement.to(of);
const kept = staffReportPaths.statementDocument.to(of);

const pdf = Buffer.from('%PDF-1.7\n令和6年度の集計\n');
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const told = { title: '令和6年度の集計', issuer: '潮見県', place: '3ページ' };

function state(content?: Uint8Array, more: Readonly<Record<string, string>> = {}, as = world.reporter) {
  const fields = new FormData();
  for (const [name, value] of Object.entries({ ...told, ...more })) fields.append(name, value);
  if (content) fields.append('file', new File([new Uint8Array(content)], '集計.pdf'));
  return app.post(url, fields, as);
}
const document = async () =>
  (await inTransaction(app.db, system('test'), (tx) => findStatement(tx, world.calls)))?.document;
const filesLike = (sha256: string) =>
  inTransaction(app.db, system('test'), async (tx) => {
    const { rowCount } = await tx.execute(`select 1 from files where sha256 = '${sha256}'`);
    return rowCount;
  });

describe('the document behind a number', () => {
  test('is a PDF or a picture that can be read, and not too large; nothing else is taken', async () => {
    const page = await state(Buffer.from('<script>alert(1)</script>'));
    expect(page.status).toBe(422);
    const html = await page.text();
    expect(html).toContain('PDFか画像（JPEG・PNG・WebP）を選んでください');
    expect(html).toContain('value="潮見県"');
    const large = await state(Buffer.concat([pdf, Buffer.alloc(20 * 1_048_576)]));
    expect(large.status).toBe(422);
    expect(await large.text()).toContain('20MBまで');
    expect((await state(Buffer.concat([pdf, Buffer.alloc(50 * 1_048_576)]))).status).toBe(413);
    const broken = await state(Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]));
    expect(await broken.text()).toContain('PDFか画像（JPEG・PNG・WebP）を選んでください');
    expect(await document()).toBeUndefined();
  });

  test('is filed by its bureau with hash, size and kind; who and when is written down', async () => {
    expect((await state(pdf, {}, world.approver)).status).toBe(403);
    expect((await state(pdf, {}, elsewhere)).status).toBe(404);
    expect((await state(pdf)).status).toBe(303);
    expect(await document()).toMatchObject({
      sha256: hashOf(pdf),
      bytes: pdf.length,
      mediaType: 'application/pdf',
      name: '集計.pdf',
      isPublic: false,
    });
    const page = await textOf(await app.get(staffReportPaths.liveMeasure.to(of), world.reporter));
    expect(page).toContain('集計.pdf');
    expect(page).toContain(hashOf(pdf));
    expect(page).toMatch(/報告 三が.*に残しました/);
  });

  test('is read by its bureau, the secretariat and approvers, and by nobody else', async () => {
    for (const who of [world.reporter, world.secretariat, world.approver]) {
      const file = await app.get(kept, who);
      expect(Buffer.from(await file.arrayBuffer()).equals(pdf)).toBe(true);
      expect(file.headers.get('cache-control')).toBe('private, no-store');
      expect(file.headers.get('content-disposition')).toContain('attachment');
    }
    expect((await app.get(kept, elsewhere)).status).toBe(404);
    expect((await app.get(kept)).status).toBe(303);
  });

  test('stands on the path of the number by name and hash; the file itself is nobody’s who does not answer for it', async () => {
    await publish(app, world);
    const text = await textOf(await app.get(figure));
    expect(text).toContain('潮見県「令和6年度の集計」（3ページ）に書かれています。');
    expect(text).toContain(hashOf(pdf));
    expect(text).toMatch(/文書のファイルを、令和\d+年.*に保管しました。/);
    expect(text).toContain('ファイルは、担当する局・事務局・承認者だけが見られます。');
    expect(text).not.toContain('報告 三');
    expect((await app.get(`/files/${(await document())?.fileId}`)).status).toBe(404);
    const staff = await app.get(`/staff/report${figure}`, world.secretariat);
    const html = await staff.text();
    expect(html).toContain(`href="${kept}"`);
    expect(html).toContain('報告 三');
  });

  test('is everybody’s from the edition on that was published after it was said so', async () => {
    const newer = Buffer.concat([pdf, Buffer.from('訂正\n')]);
    expect((await state(newer, { isPublic: 'on' })).status).toBe(303);
    const file = `/files/${(await document())?.fileId}`;
    expect((await app.get(file)).status).toBe(404);
    expect(await textOf(await app.get(figure))).toContain(hashOf(pdf));
    await publish(app, world, { now: new Date('2025-08-31T03:00:00Z') });
    const html = await (await app.get(figure)).text();
    expect(html).toContain(`href="${file}"`);
    expect(html).toContain('文書のファイルを受け取る（PDF形式、1 KB）');
    expect(html).toContain(hashOf(newer));
    const fetched = await app.get(file);
    expect(Buffer.from(await fetched.arrayBuffer()).equals(newer)).toBe(true);
  });

  test('that was published stays when another takes its place; one that never was goes', async () => {
    const wrong = Buffer.from('%PDF-1.7\n別の文書\n');
    await state(wrong);
    expect(await filesLike(hashOf(wrong))).toBe(1);
    const changed = await state(undefined, { isRemoved: 'on' }, world.secretariat);
    expect(changed.status).toBe(303);
    expect(await document()).toBeNull();
    expect((await app.get(kept, world.reporter)).status).toBe(404);
    expect(await filesLike(hashOf(wrong))).toBe(0);
    expect(await filesLike(hashOf(pdf))).toBe(1);
  });

  test('keeps of a photograph nothing but the picture', async () => {
    const photograph = Buffer.from('ffd8ffe1000b457869660000475053ffda0002010203ffd9', 'hex');
    await state(photograph);
    const shown = await app.get(kept, world.reporter);
    expect(Buffer.from(await shown.arrayBuffer()).toString('hex')).toBe('ffd8ffda0002010203ffd9');
    expect((await document())?.sha256).toBe(hashOf(Buffer.from('ffd8ffda0002010203ffd9', 'hex')));
  });
});
