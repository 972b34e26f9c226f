import { expect, test } from 'vitest';
import { problemOfCodes, readRegister } from './rules.ts';

const head = ['銀行コード', '銀行名', '銀行名カナ', '支店コード', '支店名', '支店名カナ'];
const row = ['0999', '例示銀行', 'レイジギンコウ', '101', '見本', 'ミホン'];

test('a list is read by the names of its columns, in any order, with the noughts that tables drop', () => {
  const read = readRegister([
    head,
    row,
    ['999', '例示銀行', 'れいじぎんこう', '1', '港', 'ﾐﾅﾄ'],
    ['', '', '', '', '', ''],
  ]);
  expect(read).toEqual({
    ok: true,
    value: [
      {
        bank: '0999',
        branch: '101',
        bankName: '例示銀行',
        bankKana: 'ﾚｲｼﾞｷﾞﾝｺｳ',
        branchName: '見本',
        branchKana: 'ﾐﾎﾝ',
      },
      {
        bank: '0999',
        branch: '001',
        bankName: '例示銀行',
        bankKana: 'ﾚｲｼﾞｷﾞﾝｺｳ',
        branchName: '港',
        branchKana: 'ﾐﾅﾄ',
      },
    ],
  });
  expect(readRegister([head.toReversed(), row.toReversed()]).ok).toBe(true);
});

test.each([
  ['a column that is not there', [head.slice(1), row.slice(1)], 'columns-missing', '銀行コード'],
  ['nothing but names of columns', [head], 'no-branches', undefined],
  ['a code with letters', [head, row, row.with(0, '09A9')], 'code-wrong', 3],
  ['a code that is too long', [head, row.with(3, '1011')], 'code-wrong', 2],
  ['no bank at all', [head, row.with(0, '0000')], 'code-wrong', 2],
  ['a name in kanji', [head, row.with(2, '例示銀行')], 'kana-wrong', 2],
  ['the same branch twice', [head, row, row], 'branch-twice', 3],
])('with %s nothing is taken over, and it says where', (_, rows, refusal, at) => {
  const read = readRegister(rows);
  expect(read).toMatchObject({ ok: false, refusal });
  if (!read.ok && at !== undefined) expect(Object.values(read.facts ?? {})).toContain(at);
});

const known = { isEmpty: false, banks: new Set(['0999']), branches: new Set(['0999-101']) };
test.each([
  ['0999', '101', undefined],
  ['0999', '102', 'branch-unknown'],
  ['0998', '101', 'bank-unknown'],
])('%s-%s: %s', (bank, branch, problem) => {
  expect(problemOfCodes(known, { bank, branch })).toBe(problem);
  expect(problemOfCodes({ ...known, isEmpty: true }, { bank, branch })).toBeUndefined();
});
