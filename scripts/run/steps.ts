import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step } from './step.ts';

const reports = mkdtempSync(join(tmpdir(), 'tsunagi-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

function vitest(name: string, config: string, files: readonly string[] = []): Step {
  const report = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name,
    command: ['node_modules/vitest/vitest.mjs', 'run', `--config=${config}`, ...reporters, ...files],
    report,
    alone: true,
  };
}

export const browserTests: Step = vitest('browser tests', 'vitest.e2e.config.ts');

/** The tests in these files, on whatever DATABASE_URL names. */
export function serverTests(files: readonly string[]): Step {
  return vitest('tests on a server', 'vitest.config.ts', files);
}

/** What has to be true of the code, cheapest first. Browser tests are the one thing it leaves out. */
export const check: readonly Step[] = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'format', command: ['node_modules/@biomejs/biome/bin/biome', 'format', '.'] },
  { name: 'lint', command: ['node_modules/oxlint/bin/oxlint', '--type-aware'] },
  { name: 'boundaries', command: ['scripts/boundaries.ts'] },
  { name: 'dead code', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  vitest('tests', 'vitest.config.ts'),
];
