import { describe, expect, test } from 'vitest';
import { isPublicAddress, mayAsk } from './addresses.ts';
import { afterAnswer, type LinkState, outcomeOfStatus } from './rules.ts';
import { urlsOf } from './urls.ts';
import { exampleChannel, exampleContent } from '../services/fixtures.ts';

describe('an address is broken', () => {
  const nights = (...answers: readonly ['ok' | 'gone', string][]) =>
    answers.reduce<LinkState | undefined>(
      (state, [outcome, on]) => afterAnswer(state, { outcome }, on),
      undefined,
    );

  test('after it failed on three different nights in a row', () => {
    expect(nights(['gone', '2026-11-01'], ['gone', '2026-11-02'])?.brokenSince).toBeNull();
    expect(nights(['gone', '2026-11-01'], ['gone', '2026-11-02'], ['gone', '2026-11-03'])).toEqual({
      failedNights: 3,
      lastFailedOn: '2026-11-03',
      brokenSince: '2026-11-03',
    });
  });

  test('not after three tries in one night', () => {
    const once = ['gone', '2026-11-01'] as const;
    expect(nights([...once], [...once], [...once])).toMatchObject({ failedNights: 1, brokenSince: null });
  });

  test('since the first of those nights, however long it stays so, and one good answer forgives all', () => {
    const four = [1, 2, 3, 4].map((day): ['gone', string] => ['gone', `2026-11-0${day}`]);
    expect(nights(...four)?.brokenSince).toBe('2026-11-03');
    expect(nights(...four, ['ok', '2026-11-05'])).toEqual({
      failedNights: 0,
      lastFailedOn: null,
      brokenSince: null,
    });
  });
});

test.each([
  [200, 'ok'],
  [204, 'ok'],
  [401, 'ok'],
  [403, 'ok'],
  [429, 'ok'],
  [404, 'gone'],
  [410, 'gone'],
  [500, 'server-error'],
  [503, 'server-error'],
])('an answer of %i is %s', (status, outcome) => expect(outcomeOfStatus(status)).toBe(outcome));

describe('our neighbours are not asked', () => {
  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '192.0.2.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'ff02::1',
    '[::1]',
    'localhost',
    '',
    '127.1',
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '2400:cb00::1', '[2606:4700::1111]'])(
    '%s is somebody’s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    'http://localhost/',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://printer/',
    'http://printer.local/',
    'http://db.internal/',
    'http://a.example.jp:5432/',
    'http://user:secret@a.example.jp/',
    'file:///etc/passwd',
    'gopher://a.example.jp/',
  ])('%s', (url) => expect(mayAsk(new URL(url))).toBe(false));

  test('a website is asked', () => expect(mayAsk(new URL('https://mihon.example.jp/x?y'))).toBe(true));
});

test('every address that an entry shows is asked once', () => {
  const content = exampleContent({
    website: 'https://a.example.jp/',
    sourceUrl: 'https://a.example.jp/',
    documents: [{ id: 'd', name: { ja: '申請書' }, url: 'https://a.example.jp/form.pdf' }],
    channels: [
      exampleChannel({ kind: 'form', value: 'https://a.example.jp/ask' }),
      exampleChannel({ kind: 'line', value: 'mihon-line' }),
    ],
  });
  expect(urlsOf(content)).toEqual([
    'https://a.example.jp/',
    'https://a.example.jp/form.pdf',
    'https://a.example.jp/ask',
  ]);
});
