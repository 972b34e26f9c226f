import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';
import { blindIndex, isSealedByEarlier, makeVault, newDataKey, openDataKey, sealDataKey } from './vault.ts';

const secret = randomBytes(32);
const vault = makeVault(secret);

describe('the vault', () => {
  test('a data key opens for its owner, and a text sealed with it is read again', () => {
    const { key, sealed } = newDataKey(vault, 'contact:1');
    expect(openDataKey(vault, { sealed, owner: 'contact:1' })).toEqual(key);
    const text = seal(key, { text: '𠮷田さんの話', owner: 'message:1' });
    expect(unseal(key, { sealed: text, owner: 'message:1' })).toBe('𠮷田さんの話');
    expect(text).not.toContain('𠮷');
  });

  test('not for another owner, not altered, not by a vault of another secret', () => {
    const { sealed } = newDataKey(vault, 'contact:1');
    expect(() => openDataKey(vault, { sealed, owner: 'contact:2' })).toThrow('authenticate');
    const altered = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(() => openDataKey(vault, { sealed: altered, owner: 'contact:1' })).toThrow('authenticate');
    const other = makeVault(randomBytes(32));
    expect(() => openDataKey(other, { sealed, owner: 'contact:1' })).toThrow('no key');
  });

  test('after a rotation the earlier key still opens, and what is sealed again no longer needs it', () => {
    const { key, sealed } = newDataKey(vault, 'contact:1');
    const fresh = randomBytes(32);
    const rotated = makeVault(fresh, [secret]);
    expect(isSealedByEarlier(rotated, sealed)).toBe(true);
    expect(openDataKey(rotated, { sealed, owner: 'contact:1' })).toEqual(key);
    const again = sealDataKey(rotated, { key, owner: 'contact:1' });
    expect(isSealedByEarlier(rotated, again)).toBe(false);
    expect(openDataKey(makeVault(fresh), { sealed: again, owner: 'contact:1' })).toEqual(key);
  });

  test('a blind index finds the same value of the same field, and only with the same secret', () => {
    const of = (value: string, purpose = 'line-user') => blindIndex(vault, { purpose, value });
    expect(of('U1')).toBe(of('U1'));
    expect(new Set([of('U1'), of('U2'), of('U1', 'phone')]).size).toBe(3);
    expect(of('U1')).not.toBe(blindIndex(makeVault(randomBytes(32)), { purpose: 'line-user', value: 'U1' }));
  });
});
