import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { hashRecoveryCode, newRecoveryCodes, newTotpSecret, otpauthUri, stepOfCode } from './codes.ts';
import { seal, unseal } from '../../vault/seal.ts';

const at = (seconds: number) => new Date(seconds * 1000);

describe('codes of an authenticator app', () => {
  const secret = Secret.fromUTF8('12345678901234567890').base32;
  // RFC 6238, appendix B, SHA-1, cut to six digits.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at second %i the code of the standard is right', (second, code) => {
    expect(stepOfCode(secret, code, at(second))).toBe(Math.floor(second / 30));
  });

  test.each([-30, 30])('a clock that is %i seconds off still counts, for the step of the code', (off) => {
    expect(stepOfCode(secret, '081804', at(1_111_111_109 + off))).toBe(37_037_036);
  });

  test.each([-60, 61])('a clock that is %i seconds off does not', (off) => {
    expect(stepOfCode(secret, '081804', at(1_111_111_109 + off))).toBeNull();
  });

  test.each(['', '08180', '0818040', 'abcdef', '08180a'])('«%s» is no code', (code) => {
    expect(stepOfCode(secret, code, at(1_111_111_109))).toBeNull();
  });

  test('a code may be typed in full-width digits and with blanks', () => {
    expect(stepOfCode(secret, '０８１ ８０４', at(1_111_111_109))).not.toBeNull();
  });

  test('a new secret has 160 bits, and the link carries it to the app', () => {
    const fresh = newTotpSecret();
    expect(fresh).toMatch(/^[A-Z2-7]{32}$/);
    const uri = otpauthUri({ secret: fresh, issuer: 'つなぎ', account: 'a@example.jp' });
    const token = new TOTP({ secret: Secret.fromBase32(fresh) }).generate({ timestamp: 1000 });
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect(new URL(uri).searchParams.get('secret')).toBe(fresh);
    expect(stepOfCode(fresh, token, at(1))).toBe(0);
  });
});

test('ten recovery codes differ, and are the same typed in capitals or without strokes', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/);
    expect(hashRecoveryCode(code.toUpperCase().replaceAll('-', ' '))).toBe(hashRecoveryCode(code));
  }
});

test('a sealed secret opens for its owner and key, untouched, and nobody else', () => {
  const key = Buffer.alloc(32, 7);
  const sealed = seal(key, { text: 'SECRET', owner: 'a' });
  expect(sealed).not.toContain('SECRET');
  expect(unseal(key, { sealed, owner: 'a' })).toBe('SECRET');
  expect(() => unseal(key, { sealed, owner: 'b' })).toThrow('authenticate');
  expect(() => unseal(Buffer.alloc(32, 8), { sealed, owner: 'a' })).toThrow('authenticate');
  const [nonce, tag] = sealed.split('.');
  expect(() => unseal(key, { sealed: `${nonce}.${tag}.AAAAAAAA`, owner: 'a' })).toThrow('authenticate');
});
