import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anonymous, system } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import { NotFound } from '../errors.ts';
import { testDatabase } from '../testing/database.ts';
import { fileKindOf } from './kinds.ts';
import { keepFile, makeFilesPublic, readStoredFile } from './store.ts';

const db = await testDatabase();
const store = { folder: await mkdtemp(join(tmpdir(), 'tsunagi-files-')) };
afterAll(() => rm(store.folder, { recursive: true, force: true }));
const who = system('test');
const chunk = (kind: string, body: string) => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(Buffer.byteLength(body));
  return Buffer.concat([size, Buffer.from(`${kind}${body}crc!`)]);
};
const png = (...chunks: readonly Buffer[]) =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...chunks,
    chunk('IDAT', 'pixels'),
    chunk('IEND', ''),
  ]);
const upload = {
  content: png(),
  name: '../部屋/居室.png',
  kinds: ['image/png'] as const,
  maxBytes: 1_048_576,
};

test('a file is kept under the hash of its content, readable by its owner only', async () => {
  const kept = await inTransaction(db, who, (tx) => keepFile(tx, store, upload));
  if (!kept.ok) throw new Error(kept.refusal);
  const sha256 = createHash('sha256').update(png()).digest('hex');
  expect(kept.value).toMatchObject({
    sha256,
    bytes: png().length,
    mediaType: 'image/png',
    name: '.._部屋_居室.png',
  });
  expect((await stat(join(store.folder, sha256.slice(0, 2), sha256))).mode & 0o777).toBe(0o600);
  const read = await inTransaction(db, who, (tx) => readStoredFile(tx, store, kept.value.id));
  expect(read.content.equals(png())).toBe(true);
});

test.each([
  ['nothing', { content: Buffer.alloc(0) }, 'file-empty'],
  ['too much', { content: Buffer.concat([png(), Buffer.alloc(2_000_000)]) }, 'file-too-large'],
  [
    'a page that calls itself a picture',
    { content: Buffer.from('<script>1</script>'), name: 'a.png' },
    'file-kind-not-taken',
  ],
  ['a picture that was cut off', { content: png().subarray(0, 30) }, 'file-kind-not-taken'],
])('%s is refused and leaves nothing behind', async (_, change, refusal) => {
  const before = await readdir(store.folder);
  const kept = await inTransaction(db, who, (tx) => keepFile(tx, store, { ...upload, ...change }));
  expect(kept).toMatchObject({ ok: false, refusal });
  expect(await readdir(store.folder)).toEqual(before);
});

test('of a picture nothing is kept that its camera wrote into it, sealed or not', async () => {
  const told = chunk('tEXt', 'GPS 35.44N 139.64E');
  let sealed = Buffer.alloc(0);
  const seal = (plain: Uint8Array) => {
    sealed = Buffer.from(plain);
    return Buffer.concat([Buffer.from('sealed'), plain]);
  };
  for (const change of [{}, { seal }]) {
    const kept = await inTransaction(db, who, (tx) =>
      keepFile(tx, store, { ...upload, content: png(told), ...change }),
    );
    if (!kept.ok) throw new Error(kept.refusal);
    const read = await inTransaction(db, who, (tx) => readStoredFile(tx, store, kept.value.id));
    expect(read.content.includes('GPS')).toBe(false);
  }
  expect(sealed.equals(png())).toBe(true);
});

test('nobody else sees a file before it is public', async () => {
  const kept = await inTransaction(db, who, (tx) => keepFile(tx, store, upload));
  if (!kept.ok) throw new Error(kept.refusal);
  const read = () => inTransaction(db, anonymous, (tx) => readStoredFile(tx, store, kept.value.id));
  await expect(read()).rejects.toThrow(NotFound);
  await inTransaction(db, who, (tx) => makeFilesPublic(tx, [kept.value.id], new Date()));
  expect((await read()).bytes).toBe(png().length);
});

test('bytes that were changed on the disk are never given out', async () => {
  const content = png(chunk('maRk', 'other'));
  const kept = await inTransaction(db, who, (tx) => keepFile(tx, store, { ...upload, content }));
  if (!kept.ok) throw new Error(kept.refusal);
  const { sha256, id } = kept.value;
  await writeFile(join(store.folder, sha256.slice(0, 2), sha256), 'tampered');
  await expect(inTransaction(db, who, (tx) => readStoredFile(tx, store, id))).rejects.toThrow(
    'not what was stored',
  );
});

test.each([
  ['ffd8ffe0', 'image/jpeg'],
  ['504b030414', 'application/zip'],
  ['255044462d312e37', 'application/pdf'],
  ['52494646aaaaaaaa57454250', 'image/webp'],
  ['e38182', 'text/plain'],
  ['00010203', null],
  ['82a0', null],
])('content %s is %s', (hex, kind) => {
  expect(fileKindOf(Buffer.from(hex, 'hex'))).toBe(kind);
});
