import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { complete, gapsOf, platformOf, type Lock } from './complete-lock.ts';

const withGap: Lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { '@tool/linux-x64-musl': '2.0.0' },
    },
  },
};

describe('the lock', () => {
  test('of this project names every platform package, so npm ci accepts it', () => {
    const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as Lock;
    expect(gapsOf(lock)).toEqual([]);
  });

  test('gets the platform packages that a registry did not have, bound to their platform', () => {
    expect(gapsOf(withGap)).toEqual([{ name: '@tool/linux-x64-musl', version: '2.0.0', dev: true }]);
    expect(complete(withGap).packages['node_modules/@tool/linux-x64-musl']).toEqual({
      version: '2.0.0',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    });
    expect(gapsOf(complete(withGap))).toEqual([]);
  });

  test('never guesses a platform', () => {
    expect(platformOf('@oxlint/binding-linux-arm-gnueabihf')).toEqual({ os: ['linux'], cpu: ['arm'] });
    expect(() => platformOf('left-pad')).toThrow('by hand');
  });
});
