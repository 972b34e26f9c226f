import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uri } from '../model/values.ts';
import { emailOf, uriOf } from './uris.ts';

test.each([
  ['https://example.jp', 'https://example.jp/'],
  ['https://例え.テスト/相談', 'https://xn--r8jz45g.xn--zckzah/%E7%9B%B8%E8%AB%87'],
  [
    'http://example.jp:8080/a b?q=あ&r=|^`{}"<>\\',
    'http://example.jp:8080/a%20b?q=%E3%81%82&r=%7C%5E%60%7B%7D%22%3C%3E%5C',
  ],
  ['https://example.jp/a[1].pdf#b[2]#c', 'https://example.jp/a%5B1%5D.pdf#b%5B2%5D%23c'],
  ['https://example.jp/100%/%e3%81%82/%zz', 'https://example.jp/100%25/%e3%81%82/%25zz'],
  ['HTTPS://EXAMPLE.JP/Ａ', 'https://example.jp/%EF%BC%A1'],
  ['https://example.jp/🍚', 'https://example.jp/%F0%9F%8D%9A'],
  ['https://[2001:db8::1]/x', 'https://[2001:db8::1]/x'],
  ['https://example.jp/#', 'https://example.jp/'],
])('%s is written %s', (address, written) => {
  expect(uriOf(address)).toBe(written);
  expect(uri.safeParse(written).success).toBe(true);
});

test.each([
  '',
  'example.jp',
  'javascript:alert(1)',
  'mailto:a@example.jp',
  'ftp://example.jp/',
  'https://',
  'https://a b/',
  'https://user:pass@example.jp/',
  '//example.jp',
])('%s is no address of a page', (address) => expect(uriOf(address)).toBeUndefined());

test('whatever is typed, what comes out is ASCII that RFC 3986 knows, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (path, query) => {
      const written = uriOf(`https://example.jp/${path}?${query}`);
      expect(written).toBeDefined();
      expect(uri.safeParse(written).success).toBe(true);
      expect(URL.canParse(written ?? '')).toBe(true);
    }),
  );
});

test('mail addresses are those of a validator, or nothing', () => {
  expect(emailOf('desk@example.jp')).toBe('desk@example.jp');
  for (const odd of ['', 'desk', '相談@example.jp', 'a@b', 'a b@example.jp'])
    expect(emailOf(odd)).toBeUndefined();
});
