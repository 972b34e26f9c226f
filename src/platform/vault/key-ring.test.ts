import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addKey, keyRingFile, keyRingMs, openVault } from './key-ring.ts';
import { blindIndex, isSealedByEarlier, newDataKey, openDataKey } from './vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'tsunagi-keys-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const secret = randomBytes(32);

test('a process that runs learns of a new key by itself, opens what it seals, and looks people up as before', async () => {
  let now = 0;
  const running = openVault(secret, folder, () => now);
  const before = newDataKey(running, 'case:1');
  const found = blindIndex(running, { purpose: 'name', value: '川' });
  await addKey(folder);
  const rotating = openVault(secret, folder);
  expect(isSealedByEarlier(rotating, before.sealed)).toBe(true);
  const again = newDataKey(rotating, 'case:2');
  now += keyRingMs;
  expect(openDataKey(running, { sealed: again.sealed, owner: 'case:2' })).toEqual(again.key);
  expect(openDataKey(running, { sealed: before.sealed, owner: 'case:1' })).toEqual(before.key);
  expect(isSealedByEarlier(rotating, newDataKey(running, 'case:3').sealed)).toBe(false);
  expect(blindIndex(running, { purpose: 'name', value: '川' })).toBe(found);
});

test('a file that holds something else stops it, and no key is made up', async () => {
  await appendFile(keyRingFile(folder), 'abc\n');
  expect(() => openVault(secret, folder).keys).toThrow('vault.keys');
});
