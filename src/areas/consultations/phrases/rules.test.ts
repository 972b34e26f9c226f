import { describe, expect, test } from 'vitest';
import { appended, decidePhrase, fillPhrase } from './rules.ts';

const values = { 窓口: '女性総合相談窓口', 番号: '12345678', 時刻: '14:05', 次の受付: '明日 9:00から' };

test.each([
  ['{窓口}です。番号は{番号}です。', '女性総合相談窓口です。番号は12345678です。'],
  ['{次の受付}お待ちしています', '明日 9:00からお待ちしています'],
  ['{{窓口}}', '{女性総合相談窓口}'],
  ['かっこ{は}そのまま', 'かっこ{は}そのまま'],
])('%s is said as %s', (text, said) => {
  expect(fillPhrase(text, values)).toBe(said);
});

describe('a phrase', () => {
  test.each([
    [{ text: 'お話を聞かせてください', codeTaken: false, others: 0 }, 'keep'],
    [{ text: '{名前}さん', codeTaken: false, others: 0 }, 'placeholder-unknown'],
    [{ text: '{窓口}', codeTaken: true, others: 0 }, 'phrase-code-taken'],
    [{ text: '{窓口}', codeTaken: false, others: 200 }, 'too-many-phrases'],
  ])('%j: %s', (facts, decided) => {
    const decision = decidePhrase(facts);
    expect(decision.ok ? decision.value : decision.refusal).toBe(decided);
  });
});

test.each([
  ['', 'はい', 'はい'],
  ['  ', 'はい', 'はい'],
  ['お待ちください \n', 'はい', 'お待ちください\nはい'],
])('after %j the phrase stands on its own line', (typed, phrase, both) => {
  expect(appended(typed, phrase)).toBe(both);
});
