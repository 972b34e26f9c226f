import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bundled, supervisor } from './bundled.ts';

let text = '';
let compiled = '';
beforeAll(() => {
  compiled = mkdtempSync(join(tmpdir(), 'tsunagi-compiled-'));
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  execFileSync(process.execPath, [join(import.meta.dirname, 'bundle.ts')], { env });
  text = readFileSync(bundled, 'utf8');
  return () => rmSync(compiled, { recursive: true });
});

test('it is compiled before a process runs it', () => {
  const sizes = globSync('*/*', { cwd: compiled }).map((file) => statSync(join(compiled, file)).size);
  expect(Math.max(...sizes)).toBeGreaterThan(1_000_000);
});

test('the one file takes a byte for each letter in memory', () => {
  expect(/[^\0-\x7f]/.exec(text)?.[0]).toBeUndefined();
  expect(text).toContain(String.raw`[\u5e02\u533a\u753a\u6751]`);
});

test.each([
  '@line/bot-sdk',
  '@node-rs/argon2',
  '@simplewebauthn/server',
  'graphile-worker',
  'hucre/xlsx',
  'imapflow',
  'nodemailer',
])('%s is loaded by whoever needs it, not by every process', (name) => {
  expect(text).toContain(`import("${name}")`);
  expect(text).not.toContain(`from"${name}"`);
});

test('what watches over the processes holds nothing of the product', () => {
  expect(readFileSync(supervisor).byteLength).toBeLessThan(10_000);
});
