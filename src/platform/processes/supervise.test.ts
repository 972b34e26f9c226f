import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processesFor } from './supervise.ts';

test.each([
  ['as many as there are cores', undefined, 2, 2],
  ['an empty setting is none', '', 3, 3],
  ['not more than four by themselves', undefined, 16, 4],
  ['as it is said', '8', 2, 8],
  ['one at least', '0', 2, 1],
  ['nonsense: one, which says what is wrong', 'many', 4, 1],
  ['too many: one, which says what is wrong', '1000', 4, 1],
])('%s', (_, given, cores, count) => {
  expect(processesFor(given, cores)).toBe(count);
});

describe('processes of a start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tsunagi-processes-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Starts two processes that do this; what they said, and how it ended. */
  async function run(name: string, program: string): Promise<{ said: string; code: number }> {
    const file = join(folder, `${name}.mjs`);
    await writeFile(
      file,
      `import { placeOf } from ${JSON.stringify(join(import.meta.dirname, 'place.ts'))};
      const place = placeOf(process.env.TSUNAGI_PLACE);
      const say = (what) => process.stdout.write(what + '\\n');
      ${program}`,
    );
    const start = `import { supervise } from ${JSON.stringify(join(import.meta.dirname, 'supervise.ts'))};
      supervise(${JSON.stringify(file)}, 2);`;
    return new Promise((done) => {
      execFile(process.execPath, ['--input-type=module', '-e', start], (error, said) =>
        done({ said, code: typeof error?.code === 'number' ? error.code : 0 }),
      );
    });
  }

  test('the others know what the first says, all are asked to end, and the first ends last', async () => {
    const { said, code } = await run(
      'whole',
      `place.whenToEnd(() => { say('end ' + place.first); process.exit(0); });
      if (place.first) {
        await place.answers({ NAME: 'x' });
        say('all');
        process.kill(process.ppid, 'SIGTERM');
      } else {
        say('other ' + (await place.settings()).NAME);
        await place.answers({});
      }
      setInterval(() => {}, 1000);`,
    );
    expect(said.trim().split('\n')).toEqual(['other x', 'all', 'end false', 'end true']);
    expect(code).toBe(0);
  });

  test('where one of the others cannot begin, the first says so and nothing is left', async () => {
    const { said, code } = await run(
      'broken',
      `if (!place.first) process.exit(1);
      place.answers({}).catch((error) => { say(error.message); process.exit(1); });
      setInterval(() => {}, 1000);`,
    );
    expect(said).toContain('Another process could not begin');
    expect(code).toBe(1);
  });
});
