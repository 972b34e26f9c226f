import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { leanFlags } from './lean.ts';

/** A process that leaves eighty megabytes behind, as a start does, and says how large its heap is then and when it has been quiet. */
const program = `
import { giveBack } from ${JSON.stringify(join(import.meta.dirname, 'give-back.ts'))};
const size = () => process.memoryUsage().heapTotal / 1_048_576;
giveBack();
let left = Array.from({ length: 1_000_000 }, (_, at) => ({ at }));
const before = size();
left = [];
for (let tries = 0; tries < 200 && size() > before / 2; tries += 1) await new Promise((go) => setTimeout(go, 100));
process.stdout.write(JSON.stringify({ before, after: size() }));`;

async function run(flags: readonly string[]): Promise<{ before: number; after: number }> {
  const node = promisify(execFile)(process.execPath, [...flags, '--input-type=module', '-e', program]);
  return JSON.parse((await node).stdout) as { before: number; after: number };
}

test('what a start left behind is given back at a quiet moment', async () => {
  const { before, after } = await run(leanFlags);
  expect(before).toBeGreaterThan(40);
  expect(after).toBeLessThan(before / 2);
});
