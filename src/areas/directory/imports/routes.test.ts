import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { editService, sealService } from '../services/actions.ts';
import {
  exampleContent,
  exampleLocation,
  granted,
  makeMunicipalities,
  makeService,
} from '../services/fixtures.ts';
import { findService, listServices } from '../services/store.ts';
import { listVersions } from '../versions/store.ts';
import { applyImport } from './actions.ts';
import { csvLimits } from './csv/rules.ts';
import { layoutCodes } from './layouts.ts';
import { findRun } from './store.ts';

const app = await testApp();
const it = system('test');
await makeMunicipalities(app.db);
const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(app.db, it, work);
const keeper = await app.signIn(directoryKeeper, { kind: 'prefecture' });
const stranger = await app.signIn(directoryEditor, { kind: 'npo' });

/** Each test has an organisation of its own. */
const editor = () => app.signIn(directoryEditor, { kind: 'municipality' });
const entriesOf = ({ organisationId }: SignedIn) =>
  asSystem((tx) => listServices(tx, { organisationId }, { limit: 100 }));

async function upload(
  file: string | Uint8Array,
  as: SignedIn,
  fields: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  const given = {
    organisationId: as.organisationId,
    kind: 'place',
    'topics[]': 'no_food',
    keepBlank: 'on',
    ...fields,
  };
  for (const [name, value] of Object.entries(given)) form.append(name, value);
  form.append('file', new File([file as BlobPart], '一覧.csv', { type: 'text/csv' }));
  return app.post(staffDirectoryPaths.imports.to({}), form, as);
}

/** Reads a file in and gives the id of its preview. */
async function read(file: string | Uint8Array, as: SignedIn, fields = {}): Promise<string> {
  const answer = await upload(file, as, fields);
  const id = /imports\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1];
  if (!id) throw new Error(`no preview: ${answer.status} ${await textOf(answer)}`);
  return id;
}
const preview = async (id: string, as: SignedIn, state = '') =>
  textOf(await app.get(staffDirectoryPaths.importRun.to({ id }, { state }), as));
const apply = (id: string, as: SignedIn, fields = {}) =>
  app.post(staffDirectoryPaths.applyImport.to({ id }), fields, as);

const list =
  'NO,市区町村名,名称,住所,電話番号,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,説明,備考\n';
const row = (number: number, name = `みほん食堂${number}`) =>
  `${number},みほん市,${name},みほん市本町${number},0120-000-00${number % 10},土,16:00,18:00,祝日休み,みんなで食べます。,メモ\n`;

describe('a file', () => {
  test('is shown row by row before anything changes, and taken over in one press', async () => {
    const as = await editor();
    const id = await read(list + row(1) + row(2), as);
    expect(await entriesOf(as)).toEqual([]);
    const text = await preview(id, as);
    for (const shown of [
      '2件を取り込めます',
      '公共施設一覧（2021年版）',
      'みほん食堂1',
      '0120-000-001',
      '備考',
    ])
      expect(text).toContain(shown);
    const done = await apply(id, as, { publish: 'on' });
    expect(done.status).toBe(303);
    const entries = await entriesOf(as);
    expect(
      entries.map(({ content, publishedAt }) => [content.name.ja, content.topics, publishedAt !== null]),
    ).toEqual([
      ['みほん食堂1', ['no_food'], true],
      ['みほん食堂2', ['no_food'], true],
    ]);
    const [version] = await asSystem((tx) => listVersions(tx, entries[0]?.id ?? '', { limit: 1 }));
    expect(version).toMatchObject({ how: 'import' });
    expect((await apply(id, as)).status).toBe(422);
  });

  test('in CP932, as Excel saves it', async () => {
    const as = await editor();
    // 「名称,電話番号」「髙﨑食堂,0120-000-003」
    const bytes = Buffer.from(
      '96bc8fcc2c9364986294d48d860d0aeee0ed95904893b02c303132302d3030302d3030330d0a',
      'hex',
    );
    const id = await read(bytes, as);
    expect(await preview(id, as)).toContain('髙﨑');
    expect(await preview(id, as)).toContain('CP932');
  });

  test('that comes again changes only what differs, with a day of confirmation where that is wished', async () => {
    const as = await editor();
    await apply(await read(list + row(1) + row(2), as), as, { publish: 'on' });
    const again = await read(list + row(1) + row(2, '新しい名前'), as);
    expect(await preview(again, as)).toMatch(/名称\s+みほん食堂2\s+→\s+新しい名前/);
    await apply(again, as, { verify: 'on' });
    const entries = await entriesOf(as);
    expect(entries.map(({ content }) => content.name.ja).toSorted()).toEqual(['みほん食堂1', '新しい名前']);
    expect(entries.map(({ verifiedOn, verifiedBy }) => [verifiedOn, verifiedBy])).toEqual([
      [tokyoDay(new Date()), as.organisationId],
      [tokyoDay(new Date()), as.organisationId],
    ]);
  });

  test('with one wrong row is not taken over at all, and says row, column and how to mend it', async () => {
    const as = await editor();
    const id = await read(`${list}${row(1)}3,みほん市,悪い行,どこか,でんわ,土,16:00,18:00,,x,\n`, as);
    const text = await preview(id, as);
    expect(text).toContain('1行に直すところがあります');
    expect(text).toMatch(/3 悪い行 住所 「どこか」は市区町村として分かりません/);
    expect(text).toMatch(/3 悪い行 電話番号 電話番号を数字とハイフンで/);
    expect((await apply(id, as)).status).toBe(422);
    expect(await entriesOf(as)).toEqual([]);
  });

  test('stops as a whole when somebody changed a row meanwhile', async () => {
    const as = await editor();
    await apply(await read(list + row(1) + row(2), as), as);
    const id = await read(`${list}${row(3)}${row(1, 'あたらしい1')}${row(2, 'あたらしい2')}`, as);
    const second = (await entriesOf(as)).find(({ content }) => content.name.ja === 'みほん食堂2');
    const content = { ...(second?.content ?? exampleContent()), name: { ja: '人が直した' } };
    granted(await editService(app.db, it, { serviceId: second?.id ?? '', version: 1, content }));
    const stopped = await apply(id, as);
    expect(stopped.status).toBe(422);
    expect(await textOf(stopped)).toContain('「あたらしい2」を、その間にほかの人が変更しました');
    expect((await entriesOf(as)).map(({ content: { name } }) => name.ja).toSorted()).toEqual([
      'みほん食堂1',
      '人が直した',
    ]);
  });

  test('is taken over once when two press at once', async () => {
    const as = await editor();
    const runId = await read(list + row(1), as);
    const both = await Promise.all(
      [1, 2].map(() => applyImport(app.db, as.who, { runId, publish: false, verify: false })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await entriesOf(as)).toHaveLength(1);
  });

  test('may be dropped; then nothing has changed and its contents are gone', async () => {
    const as = await editor();
    const id = await read(list + row(1), as);
    expect((await app.post(staffDirectoryPaths.dropImport.to({ id }), {}, as)).status).toBe(303);
    const run = await asSystem((tx) => findRun(tx, id));
    expect(run).toMatchObject({ status: 'dropped', rows: [], created: 1 });
    expect(await entriesOf(as)).toEqual([]);
  });

  test('of another organisation is neither read nor seen nor pressed', async () => {
    const as = await editor();
    const id = await read(list + row(1), as);
    expect((await app.get(staffDirectoryPaths.importRun.to({ id }), stranger)).status).toBe(404);
    expect((await apply(id, stranger)).status).toBe(404);
    expect((await upload(list + row(1), stranger, { organisationId: as.organisationId })).status).toBe(403);
    expect((await app.get(staffDirectoryPaths.importRun.to({ id }), keeper)).status).toBe(200);
  });
});

describe('a hostile file', () => {
  test.each([
    ['nothing', '', 'ファイルを選んでください'],
    ['blanks', '\n\n  \n', '何も書かれていません'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      'CSVとして読めません',
    ],
    ['a zip bomb', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]), 'CSVとして読めません'],
    ['NULs', '名称\n\u0000あ', 'CSVとして読めません'],
    ['bytes of no encoding', new Uint8Array([0xff, 0x80, 0x80, 0xfd]), 'CSVとして読めません'],
    ['a quote that never ends', '名称\n"あ', '2行目で始まる引用符'],
    ['a quote in the middle', '名称\n"あ"い', '2行目の引用符'],
    ['a million columns', `名称${','.repeat(1_000_000)}`, '列が多すぎます'],
    ['too many rows', `名称\n${'あ\n'.repeat(csvLimits.rows + 1)}`, '行が多すぎます'],
    ['a cell without end', `名称\n${'あ'.repeat(csvLimits.cellLetters + 1)}`, '文字を超えるセル'],
    ['no headings that we know', 'a,b\nc,d', '列が見つかりません'],
    ['headings alone', '名称,住所\n', '行がありません'],
  ])('%s: a clear word at the field, in good time', async (_, file, said) => {
    const began = performance.now();
    const answer = await upload(file, keeper);
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain(said);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('of more than 10 MB is refused, whatever it is', async () => {
    expect((await upload('x'.repeat(10 * 1_048_576 + 1), keeper)).status).toBe(422);
    expect((await upload('x'.repeat(13 * 1_048_576), keeper)).status).toBe(413);
  });

  test('cells that a spreadsheet would run do not come in', async () => {
    const as = await editor();
    const id = await read('名称,説明\n"=HYPERLINK(""http://evil.example"")",x\nB,＠SUM(1)\n', as);
    expect(await preview(id, as)).toMatch(/2 .* 名称 表計算ソフトが式とみなす/);
    expect((await apply(id, as)).status).toBe(422);
  });

  test('markup in a cell stays text', async () => {
    const as = await editor();
    const id = await read('名称,説明\n<script>alert(1)</script>,<img src=x>\n', as);
    const page = await app.get(staffDirectoryPaths.importRun.to({ id }), as);
    expect(await page.text()).not.toContain('<script>alert');
  });
});

describe('an export', () => {
  test.each(layoutCodes)(
    'in the layout %s comes back without a change, and never holds a sealed entry',
    async (layout) => {
      const as = await editor();
      const { organisationId } = as;
      const kinds = ['scheme', 'desk', 'place'] as const;
      for (const kind of kinds)
        await makeService(app.db, {
          organisationId,
          content: { kind, name: { ja: `みほん${kind}` }, locations: [exampleLocation()] },
        });
      const hidden = await makeService(app.db, {
        organisationId,
        content: { kind: 'place', name: { ja: 'ひみつの家' } },
      });
      granted(await sealService(app.db, it, { serviceId: hidden.serviceId, reason: '安全' }));
      const url = staffDirectoryPaths.export.to({}, { organisation: organisationId, layout });
      const answer = await app.get(url, as);
      expect(answer.headers.get('content-type')).toContain('text/csv');
      const csv = new Uint8Array(await answer.arrayBuffer());
      expect(Buffer.from(csv.subarray(0, 3)).toString('hex')).toBe('efbbbf');
      expect(Buffer.from(csv).toString('utf8')).not.toContain('ひみつ');
      const id = await read(csv, as, { keepBlank: '' });
      expect(await asSystem((tx) => findRun(tx, id))).toMatchObject({
        wrong: 0,
        created: 0,
        changed: 0,
        layout,
      });
      expect(await preview(id, as)).toContain('変わるところはありません');
      expect((await apply(id, as)).status).toBe(422);
    },
  );

  test('is of one’s own entries only', async () => {
    const as = await editor();
    const url = staffDirectoryPaths.export.to({}, { organisation: as.organisationId, layout: 'facility' });
    expect((await app.get(url, stranger)).status).toBe(403);
    expect((await app.get(staffDirectoryPaths.export.to({}, { organisation: 'x' }), as)).status).toBe(404);
    expect((await app.get(url)).status).toBe(303);
  });
});

test('a file does not make a public twin of a sealed entry', async () => {
  const as = await editor();
  const { serviceId } = await makeService(app.db, {
    organisationId: as.organisationId,
    content: { name: { ja: 'ひみつの家' } },
  });
  granted(await sealService(app.db, it, { serviceId, reason: '安全' }));
  const id = await read('名称,説明\nひみつの家,x\n', as);
  expect(await preview(id, as)).toContain('秘匿している情報と同じ名前');
  expect((await apply(id, as, { publish: 'on' })).status).toBe(422);
  expect(await asSystem((tx) => findService(tx, serviceId))).toMatchObject({ sealed: true, version: 2 });
});
