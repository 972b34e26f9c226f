import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { readEntry, saveEntry, submitEntry } from '../entries/actions.ts';
import { fillEntry } from '../entries/fixtures.ts';
import { listChanges } from '../entries/store.ts';
import { collectionPaths } from '../paths.ts';
import { collectionWorld, must } from '../rounds/fixtures.ts';
import { edited, parts, rowOf, withCell, withText } from './fixtures.ts';
import { listReturns } from './store.ts';

const app = await testApp();
const world = await collectionWorld(app);
const { roundId } = world;
const bureau = world.welfare.organisationId;
const entryId = world.entryIds['夜の相談'] as string;
const workbookUrl = collectionPaths.workbook.to({ roundId });

async function take(as: SignedIn = world.welfare, from = bureau): Promise<Uint8Array> {
  const response = await app.get(`${workbookUrl}?bureau=${from}`, as);
  if (response.status !== 200) throw new Error(String(response.status));
  return new Uint8Array(await response.arrayBuffer());
}

async function giveBack(bytes: Uint8Array, { as = world.welfare, to = bureau, name = '記入ずみ.xlsx' } = {}) {
  const form = new FormData();
  form.set('bureau', to);
  form.set('workbook', new File([bytes as BlobPart], name));
  const response = await app.post(workbookUrl, form, as);
  return {
    status: response.status,
    url: response.headers.get('location') ?? '',
    text: await response.text(),
  };
}

const stored = () => readEntry(app.db, world.welfare.who, entryId);

describe('the way of a workbook', () => {
  test('a bureau takes it, fills it, sees row by row what changes, takes it over and hands in', async () => {
    const response = await app.get(`${workbookUrl}?bureau=${bureau}`, world.welfare);
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
      '令和6年度の実績',
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    const row = rowOf(bytes, parts.values, '電話相談');
    const words = rowOf(bytes, parts.words, '夜の相談');
    const filled = edited(bytes, {
      [parts.values]: withCell(`Q${row}`, '<v>1234</v>'),
      [parts.words]: (xml) => withText(`D${words}`, '電話が増えた')(withText(`E${words}`, '順調')(xml)),
    });
    const back = await giveBack(filled);
    expect(back.status).toBe(303);
    const preview = await (await app.get(back.url, world.welfare)).text();
    expect(preview).toContain('誤りはありません。下の3か所が変わります');
    expect(preview).toContain('1,234');
    expect(preview).toContain('電話が増えた');
    expect((await stored()).evaluation).toBe('');
    const taken = await app.post(`${back.url}/take-over`, {}, world.welfare);
    expect(taken.status).toBe(303);
    expect(await stored()).toMatchObject({ status: 'draft', evaluation: '電話が増えた', rating: 'good' });
    expect((await stored()).measures[0]?.values).toEqual({ '2024': 1234 });
    const changes = await inTransaction(app.db, world.welfare.who, (tx) => listChanges(tx, entryId));
    expect(changes.map(({ via }) => via)).toEqual(['workbook', 'workbook', 'workbook']);
    expect(await (await app.get(back.url, world.welfare)).text()).toContain('取り込みました');
    expect((await app.post(`${back.url}/take-over`, {}, world.welfare)).status).toBe(422);
  });

  test('with one error nothing of it is taken over, and the error is named by sheet, row and column', async () => {
    const bytes = await take();
    const row = rowOf(bytes, parts.values, '電話相談');
    const words = rowOf(bytes, parts.words, '夜の相談');
    const wrong = edited(bytes, {
      [parts.values]: withText(`Q${row}`, 'およそ千'),
      [parts.words]: withText(`C${words}`, 'これは入らない'),
    });
    const back = await giveBack(wrong);
    const preview = await (await app.get(back.url, world.welfare)).text();
    expect(preview).toContain('「およそ千」は数ではありません。数字だけを入れてください');
    expect(preview).toMatch(new RegExp(`実績</td>.*?>${row}</td>.*?>Q 年度計</td>.*?夜の相談 電話相談`, 's'));
    expect(preview).not.toContain('取り込む</button>');
    expect((await app.post(`${back.url}/take-over`, {}, world.welfare)).status).toBe(422);
    expect((await stored()).summary).toBe('');
    const english = await (await app.get(`${back.url}?lang=en`, world.welfare)).text();
    expect(english).toContain('is not a number. Enter digits only');
    await app.get(`${back.url}?lang=ja`, world.welfare);
  });

  test('what somebody changes between preview and taking over stops all of it', async () => {
    const bytes = await take();
    const first = rowOf(bytes, parts.words, '夜の相談');
    const second = rowOf(bytes, parts.words, '居場所の応援');
    const filled = edited(bytes, {
      [parts.words]: (xml) => withText(`C${first}`, 'ひとつめ')(withText(`C${second}`, 'ふたつめ')(xml)),
    });
    const back = await giveBack(filled);
    const other = world.entryIds['居場所の応援'] as string;
    const { stamp } = await readEntry(app.db, world.secretariat.who, other);
    must(
      await saveEntry(app.db, world.secretariat.who, {
        entryId: other,
        stamp,
        words: { nextStep: '横から' },
      }),
    );
    const taken = await app.post(`${back.url}/take-over`, {}, world.welfare);
    expect(taken.status).toBe(422);
    expect(await taken.text()).toContain('「居場所の応援」が変更されたので、何も取り込みませんでした');
    expect((await stored()).summary).toBe('');
    expect((await app.post(`${back.url}/drop`, {}, world.welfare)).status).toBe(303);
  });

  test('one taken before the page was used is an old version, named by program', async () => {
    const bytes = await take();
    const { stamp } = await stored();
    must(await saveEntry(app.db, world.welfare.who, { entryId, stamp, words: { nextStep: '画面で書いた' } }));
    const back = await giveBack(bytes);
    const preview = await (await app.get(back.url, world.welfare)).text();
    expect(preview).toContain('「夜の相談」は、ブックを受け取ったあとに画面で変更されました');
  });

  test('a program that is handed in stays as it is', async () => {
    const bytes = await take();
    const words = rowOf(bytes, parts.words, '夜の相談');
    must(
      await submitEntry(app.db, world.welfare.who, await fillEntry(app.db, world.welfare.who, { entryId })),
    );
    const back = await giveBack(edited(bytes, { [parts.words]: withText(`C${words}`, '提出のあと') }));
    expect(await (await app.get(back.url, world.welfare)).text()).toContain('提出ずみなので変えられません');
  });
});

describe('what cannot be opened', () => {
  test.each([
    ['text', new TextEncoder().encode('事業,件数'), 'これはExcelブック（.xlsx）ではありません'],
    ['an empty file', new Uint8Array(0), '記入したブックを選んでください'],
    [
      'an old .xls',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      '古い形式（.xls）です',
    ],
    ['more than 10 MB', new Uint8Array(10 * 1_048_576 + 1), 'ファイルが大きすぎます'],
  ])('is said at the field: %s', async (_, bytes, expected) => {
    const { status, text } = await giveBack(bytes);
    expect(status).toBe(422);
    expect(text).toContain(expected);
    const kept = await inTransaction(app.db, system('test'), (tx) =>
      listReturns(tx, { roundId, organisationId: world.health.organisationId }),
    );
    expect(kept).toEqual([]);
  });
});

describe('another bureau', () => {
  test('gets neither the workbook nor what came back, and cannot give one in', async () => {
    const foreign = await app.get(`${workbookUrl}?bureau=${bureau}`, world.health);
    expect(foreign.status).toBe(404);
    expect((await giveBack(await take(), { as: world.health, to: bureau })).status).toBe(404);
    const back = await giveBack(await take());
    expect((await app.get(back.url, world.health)).status).toBe(404);
    expect((await app.post(`${back.url}/drop`, {}, world.health)).status).toBe(404);
  });

  test('is told when it returns a workbook that is not its own', async () => {
    const back = await giveBack(await take(), { as: world.health, to: world.health.organisationId });
    expect(await (await app.get(back.url, world.health)).text()).toContain('別の局のブックです');
  });
});
