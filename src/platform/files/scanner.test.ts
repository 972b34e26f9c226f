import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { scanFile } from './scanner.ts';
import { testScanner, testVirus } from './scanner.testing.ts';

const large = Buffer.alloc(300_000, 7);

test('a file goes to the scanner whole, in chunks, and is clean', async () => {
  const { socket, seen } = await testScanner();
  expect(await scanFile(socket, large)).toBe('clean');
  expect(seen.map((content) => content.equals(large))).toEqual([true]);
});

test('what the scanner finds is infected, wherever in the file it is', async () => {
  const { socket } = await testScanner();
  expect(await scanFile(socket, Buffer.concat([large, Buffer.from(testVirus)]))).toBe('infected');
});

test('without a scanner nothing is called clean', async () => {
  expect(await scanFile(undefined, large)).toBe('unscanned');
});

test('a scanner that is not there, refuses the size or says nothing has not answered', async () => {
  expect(await scanFile(join(tmpdir(), 'nobody-listens.sock'), large)).toBe('unreachable');
  const full = await testScanner({ answer: 'INSTREAM size limit exceeded. ERROR' });
  expect(await scanFile(full.socket, large)).toBe('unreachable');
  const silent = createServer(() => {});
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  afterAll(() => silent.close());
  const { port } = silent.address() as { port: number };
  expect(await scanFile(`127.0.0.1:${port}`, large, { timeoutMs: 50 })).toBe('unreachable');
});
