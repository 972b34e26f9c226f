import { expect, test } from 'vitest';
import { foldForSearch, likePattern, searchWords } from './search-text.ts';

test.each([
  ['ＬＩＮＥ　ソウダン', 'line そうだん'],
  ['ﾃﾞﾝﾜ', 'でんわ'],
  ['キャリア\n\tカウンセリング ', 'きゃりあ かうんせりんぐ'],
  ['㌔', 'きろ'],
])('%s is compared as %s', (typed, folded) => {
  expect(foldForSearch(typed)).toBe(folded);
});

test('words are told apart by any blank, each once, at most eight', () => {
  expect(searchWords(' 相談　LINE 相談 ')).toEqual(['相談', 'line']);
  expect(searchWords('a b c d e f g h i j')).toHaveLength(8);
  expect(searchWords('   ')).toEqual([]);
});

test('wildcards that somebody types stand for themselves', () => {
  expect(likePattern('100%_\\')).toBe('%100\\%\\_\\\\%');
});
