import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from './hash.ts';
import { decidePassword } from './rules.ts';

const person = { email: 'hanako.sagami@pref.example.jp', name: '相模野 花子' };

describe('a password of one’s own', () => {
  test.each([
    'correct horse battery',
    'みどりの傘と七つの鈴が鳴る',
    'x7!kQ2#mZp9v',
    'ＦＵＬＬＷＩＤＴＨ wide door',
  ])('%s is accepted', (password) =>
    expect(decidePassword(password, person)).toEqual({ ok: true, value: 'accept' }),
  );
  test.each([
    ['short', 'password-short'],
    ['   eleven     ', 'password-short'],
    ['x7!kQ2#m'.repeat(26), 'password-long'],
    ['aaaaaaaaaaaaaaaa', 'password-common'],
    ['123456789012', 'password-common'],
    ['849302758192', 'password-common'],
    ['password1234', 'password-common'],
    ['Passw0rd!2026', 'password-common'],
    ['qwertyuiop123!', 'password-common'],
    ['administrator1', 'password-common'],
    ['welcomeTokyo2026', 'password-common'],
    ['hanako.sagami1', 'password-personal'],
    ['HanakoSagami!!', 'password-personal'],
  ])('%s is refused: %s', (password, refusal) =>
    expect(decidePassword(password, person)).toMatchObject({ ok: false, refusal }),
  );
});

test('a hash is argon2id, of its own salt, and opens for the same password however it is typed', async () => {
  const [one, other] = await Promise.all([
    hashPassword('ｃａｆé umbrella'),
    hashPassword('ｃａｆé umbrella'),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await isPassword(' cafe\u0301 umbrella ', one)).toBe(true);
  expect(await isPassword('cafe umbrella', one)).toBe(false);
  expect(await isPassword('anything', null)).toBe(false);
});
