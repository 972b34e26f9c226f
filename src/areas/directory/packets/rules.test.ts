import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeLength, codeLetters, codeText, decideOpen, expiryOf, mostMisses, readCode } from './rules.ts';

const code = fc
  .array(fc.constantFrom(...Array.from(codeLetters)), { minLength: codeLength, maxLength: codeLength })
  .map((letters) => letters.join(''));

describe('a code', () => {
  test('has sixty bits, in letters that nobody mistakes for another', () => {
    expect(codeLength * Math.log2(codeLetters.length)).toBeGreaterThanOrEqual(60);
    expect(codeLetters).not.toMatch(/[01IO]/);
    expect(new Set(Array.from(codeLetters)).size).toBe(codeLetters.length);
  });

  test('is read as it was said, whatever dashes, case and width', () => {
    fc.assert(
      fc.property(code, (given) => {
        expect(readCode(codeText(given))).toBe(given);
        expect(readCode(given.toLowerCase())).toBe(given);
        const wide = given.replace(/./g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
        expect(readCode(` ${wide} `)).toBe(given);
      }),
    );
  });

  test('is its letters, of which no two beside each other are read as another', () => {
    const filler = codeLetters.slice(0, codeLength - 2);
    for (const one of codeLetters)
      for (const other of codeLetters) {
        const given = `${one}${other}${filler}`;
        expect(readCode(codeText(given))).toBe(given);
      }
  });

  test.each(['', 'ABCD-EFGH', 'ABCD-EFGH-JKL0', 'ABCD-EFGH-JKLMN', '; drop table', '🙂'.repeat(12)])(
    '«%s» is none',
    (typed) => {
      expect(readCode(typed)).toBeUndefined();
    },
  );
});

test('the desk that came first goes on reading; too many misses come before everything', () => {
  const now = new Date('2025-11-25T00:00:00Z');
  const facts = { organisationId: 'a', misses: 0, now };
  const packet = { expiresAt: expiryOf(now), openedBy: null };
  expect(decideOpen({ ...facts, packet }).ok).toBe(true);
  expect(decideOpen({ ...facts, packet: { ...packet, openedBy: 'a' } }).ok).toBe(true);
  expect(decideOpen({ ...facts, packet: { ...packet, openedBy: 'b' } })).toMatchObject({
    refusal: 'opened-elsewhere',
  });
  expect(decideOpen({ ...facts, packet, misses: mostMisses })).toMatchObject({ refusal: 'too-many-codes' });
  expect(decideOpen({ ...facts, packet: undefined })).toMatchObject({ refusal: 'packet-not-found' });
  expect(decideOpen({ ...facts, packet: { ...packet, expiresAt: now } })).toMatchObject({
    refusal: 'packet-not-found',
  });
});
