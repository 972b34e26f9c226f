import { describe, expect, test } from 'vitest';
import { mask, maskContacts } from './rules.ts';

describe('what leads around the thread is taken out of a text', () => {
  test.each([
    ['連絡は taro@example.jp まで', `連絡は ${mask} まで`],
    ['ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐへ', `${mask}へ`],
    ['taro [at] example [dot] jp', mask],
    ['taro at example dot co dot jp', mask],
    ['taro（アット）example.jp', mask],
    ['電話 045-000-0001 です', `電話 ${mask} です`],
    ['電話０４５－０００－０００１です', `電話${mask}です`],
    ['09000000001', mask],
    ['090 0000 0001 に', `${mask} に`],
    ['(045)000-0001', mask],
    ['+81 45 000 0001', mask],
    ['+81-90-0000-0001', mask],
    ['LINE ID: tsunagi_mihon', mask],
    ['ラインのIDはmihon123です', `${mask}です`],
    ['mailto:a@example.jp と tel:0450000001', `${mask} と ${mask}`],
    ['a@example.jp、b@example.jp', `${mask}、${mask}`],
  ])('%s', (typed, shown) => {
    expect(maskContacts(typed).text).toBe(shown);
    expect(maskContacts(typed).masked).toBeGreaterThan(0);
  });

  test.each([
    ['2025-11-26 の 10:00〜12:00 に、米 120kg（30kg×4袋）'],
    ['金額は 1,000,000円、または 10000000円'],
    ['〒231-8588 横浜市中区日本大通1'],
    ['令和7年11月26日、03月から05月まで'],
    ['第0012号、5000-0001 番の箱'],
    ['https://example.jp/offer/2025'],
    ['@の付いた札、100円@1個'],
    ['オンラインでの打ち合わせを11時から'],
  ])('days, amounts and places stay: %s', (typed) => {
    expect(maskContacts(typed)).toEqual({ text: typed, masked: 0 });
  });

  test('masking twice changes nothing more', () => {
    const once = maskContacts('a@example.jp 045-000-0001');
    expect(maskContacts(once.text)).toEqual({ text: once.text, masked: 0 });
    expect(once.masked).toBe(2);
  });

  test('a long text of an attacker takes no long time', () => {
    const started = performance.now();
    maskContacts('0-'.repeat(20_000) + 'a.'.repeat(20_000) + ' at '.repeat(5000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
