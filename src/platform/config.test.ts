import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { StartError } from './errors.ts';

test('nothing set is a working product on this machine only', () => {
  expect(readConfig({})).toMatchObject({
    DATA_DIR: '.data',
    HOST: '127.0.0.1',
    PORT: 3000,
    TSUNAGI_DEMO: true,
    NODE_ENV: 'production',
  });
});

test('empty settings count as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 });
});

test.each([
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ TSUNAGI_DEMO: 'no' }, 'TSUNAGI_DEMO'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ PUBLIC_URL: 'tsunagi.example.jp' }, 'PUBLIC_URL'],
  [{ OIDC_ISSUER: 'https://id.example.jp' }, 'go together'],
])('%o is refused in one line that names it', (environment, named) => {
  expect(() => readConfig(environment)).toThrow(StartError);
  expect(() => readConfig(environment)).toThrow(new RegExp(`^Bad setting: [^\n]*${named}[^\n]*$`));
});
