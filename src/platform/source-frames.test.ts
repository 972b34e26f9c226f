import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inSources } from './source-frames.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagi-frames-'));
  await writeFile(
    join(folder, 'source.ts'),
    `interface Gone { readonly of: string }\n\nexport function fail(it: Gone): never {\n  throw new Error(it.of);\n}\n`,
  );
  await build({
    entryPoints: [join(folder, 'source.ts')],
    outfile: join(folder, 'made.mjs'),
    bundle: true,
    format: 'esm',
    sourcemap: 'external',
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a frame of the one file is told by the place in its source, any other as it is', async () => {
  const made = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'made.mjs')).href)) as {
    fail: (it: { of: string }) => never;
  };
  let frame = '';
  try {
    made.fail({ of: 'no matter' });
  } catch (error) {
    frame = ((error as Error).stack ?? '').split('\n')[1] ?? '';
  }
  expect(inSources(frame)).toMatch(/^ {4}at (Module\.)?fail \(.*source\.ts:4:9\)$/);
  for (const other of [
    '    at node:internal/process/task_queues:105:5',
    `    at x (file://${folder}/none.mjs:3:4)`,
    '    at async Promise.all (index 0)',
  ])
    expect(inSources(other)).toBe(other);
});
