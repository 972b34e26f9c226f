import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './folding.ts';
import { spellings } from './spellings.ts';

test.each([
  ['ｶﾅ', 'カナ', 'かな'],
  ['Ｄ Ｖ　相談', 'D V 相談', 'd v 相談'],
  ['髙﨑', '高崎'],
  ['𠮷田', '吉田'],
  ['學校', '学校'],
  ['圖書舘', '図書館'],
  ['子供', '子ども', 'こども', 'コドモ'],
  ['引籠り', '引きこもり', '引き籠もり', 'ひきこもり', 'ヒキコモリ'],
  ['申し込み', '申込み', '申込', '申し込'],
  ['引っ越し', '引越し', '引越'],
  ['問い合わせ', '問合せ', '問合わせ'],
  ['ご飯', '御飯', 'ごはん', 'ゴハン'],
  ['障がい', '障碍', '障害'],
  ['茅ヶ崎', '茅ケ崎', '茅が崎'],
  ['保土ヶ谷', '保土ケ谷'],
  ['センター', 'センタ'],
  ['カウンセラー', 'カウンセラ'],
  ['ヴォランティア', 'ボランティア'],
  ['つづき', 'つずき'],
  ['tiếng Việt', 'tieng viet'],
  ['Café', 'cafe'],
  ['㈱みほん', '(株)みほん'],
])('%s is compared like its other spellings', (...spelled) => {
  expect(new Set(spelled.map(fold)).size).toBe(1);
});

test.each([
  ['病院', '美容院'],
  ['貸付', '借入'],
  ['つぼ', 'づぼ'],
])('%s stays apart from %s', (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

const parts = [
  ...spellings.flat(),
  'ー',
  '〜',
  '引',
  'こ',
  'も',
  '鬱',
  'り',
  '子',
  '申',
  'し',
  'ﾞ',
  '\u3099',
  'İ',
  'ß',
  '\ud800',
  '\u202e',
];

test('folding what is folded changes nothing, whatever it is', () => {
  const text = fc
    .array(
      fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
    )
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, (typed) => {
      expect(fold(fold(typed))).toBe(fold(typed));
    }),
    { numRuns: 2000 },
  );
});

test('nothing invisible and no half of a letter comes through', () => {
  const folded = fold('a\u0000b\u202ec\u200bd\ud800e\u0007f');
  expect(folded).toBe('a b c d e f');
  expect(folded.isWellFormed()).toBe(true);
});
