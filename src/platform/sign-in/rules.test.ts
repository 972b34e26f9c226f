import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideTry, deviceOf, isMultiFactor, mayChangeSecondFactor, ownPath } from './rules.ts';

const now = new Date('2026-11-24T03:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

describe('counting tries', () => {
  test.each([
    [0, null, { failedTries: 1, lockedUntil: null }],
    [3, null, { failedTries: 4, lockedUntil: null }],
    [4, null, { failedTries: 5, lockedUntil: minutes(15) }],
    [5, minutes(0), { failedTries: 1, lockedUntil: null }],
    [5, minutes(-60), { failedTries: 1, lockedUntil: null }],
  ])('after %i tries, locked until %s, one more is counted', (failedTries, lockedUntil, expected) => {
    expect(decideTry({ failedTries, lockedUntil }, now)).toEqual({ ok: true, value: expected });
  });

  test('nothing is compared while the lock holds', () => {
    expect(decideTry({ failedTries: 5, lockedUntil: minutes(1) }, now)).toEqual({
      ok: false,
      refusal: 'locked',
    });
  });
});

describe('where a sign-in leads', () => {
  test.each(['/staff', '/staff/people?q=%E3%81%82&page=2', '/reports/2024#top', '/sign-ins'])(
    '%s is a page of ours',
    (next) => expect(ownPath(next, '/home')).toBe(next),
  );
  test.each([
    '',
    undefined,
    'staff',
    '//example.com',
    '/\\example.com',
    '/\t/example.com',
    '/a\\b',
    'https://example.com/',
    'javascript:alert(1)',
    '/sign-in',
    '/sign-in?next=/x',
    '/sign-out',
  ])('%s leads home', (next) => expect(ownPath(next, '/home')).toBe('/home'));

  test('whatever is asked, the browser stays on this site', () => {
    const parts = fc.array(fc.constantFrom('/', '\\', '.', '@', ':', 'a', '\t', '\n', '?', '#', '%2f', ' '));
    fc.assert(
      fc.property(parts, (pieces) => {
        const url = new URL(ownPath(pieces.join(''), '/home'), 'https://own.example/sign-in');
        expect(url.origin).toBe('https://own.example');
      }),
    );
  });
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36',
    'Chrome, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari, iOS',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  ['curl/8', ''],
  [undefined, ''],
])('%s is called «%s»', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));

test.each([
  [{ amr: ['pwd', 'mfa'] }, true],
  [{ acr: 'https://refeds.org/profile/mfa' }, true],
  [{ amr: ['pwd'] }, false],
  [{ amr: 'mfa' }, false],
  [{ acr: '1' }, false],
  [{}, false],
])('a provider that says %j counts as a second factor: %s', (said, counts) =>
  expect(isMultiFactor(said)).toBe(counts),
);

test.each([
  [{ sessionHasIt: false, personHasOne: false }, true],
  [{ sessionHasIt: false, personHasOne: true }, false],
  [{ sessionHasIt: true, personHasOne: true }, true],
])('second factors may be changed given %j: %s', (facts, may) =>
  expect(mayChangeSecondFactor(facts)).toBe(may),
);
