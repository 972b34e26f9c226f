import { chmod, cp, mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { binariesFor, findBinaries } from './binaries.ts';
import { chooseUser } from './database-user.ts';
import { runProgram } from './run-program.ts';

/** What only root meets is no test for anybody else, rather than a skipped one. */
const onlyRoot = process.getuid?.() === 0 ? ['root'] : [];

test('programs without the links and x bits that an install script makes are mended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'binaries-'));
  try {
    const native = await bareCopy(folder);
    await chmod(join(native, 'bin/postgres'), 0o644);
    expect(await binariesFor({ native, version: '18.0.0' }, undefined)).toMatchObject({ major: '18' });
    expect(await readlink(join(native, 'lib/libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each(onlyRoot)(
  'programs in a folder that only %s may enter are copied once, for all to read',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'binaries-'));
    const version = `18.0.0-test${process.pid}`;
    let copy = '';
    try {
      const user = await chooseUser(join(folder, 'none'));
      const first = await binariesFor({ native: await bareCopy(folder), version }, user);
      copy = dirname(dirname(first.postgres));
      expect(copy).not.toContain(folder);
      expect(await binariesFor({ native: join(folder, 'native'), version }, user)).toEqual(first);
      const { output } = await runProgram({ file: first.initdb, args: ['--version'], user });
      expect(output).toMatch(/^initdb \(PostgreSQL\) 18/);
    } finally {
      await rm(folder, { recursive: true });
      if (copy) await rm(copy, { recursive: true });
    }
  },
);

/** As npm unpacks it: no symbolic links. */
async function bareCopy(folder: string): Promise<string> {
  const { postgres } = await findBinaries(undefined);
  const native = join(folder, 'native');
  await cp(dirname(dirname(postgres)), native, {
    recursive: true,
    filter: (path) => !/\.so(\.\d+)?$|\.a$/.test(path) || !/lib(pq|ecpg|pgtypes|icu)/.test(path),
  });
  return native;
}
