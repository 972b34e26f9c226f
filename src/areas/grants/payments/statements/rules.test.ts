import { expect, test } from 'vitest';
import { readStatementRows, type StatementLine, suggestionOf } from './rules.ts';

const head = ['取引日', 'お引出し', 'お預入れ', '残高', '摘要'];

test('statements of several banks are read: headings, dates and amounts as they write them', () => {
  const rows = [
    ['例示銀行 入出金明細'],
    head,
    ['2025/6/27', '150,000', '', '1,000', 'ｿｳｺﾞｳﾌﾘｺﾐ'],
    ['令和7年6月30日', '', '３０，０００円', '31,000', '組戻し ミホンノカイ'],
    ['R7.7.1', '', '5', '31,005', 'ﾘｿｸ'],
    ['20250702', '0', '0', '31,005', 'なし'],
    ['', '', '', '', '合計'],
  ];
  expect(readStatementRows(rows)).toEqual({
    ok: true,
    value: [
      { day: '2025-06-27', yen: -150_000, text: 'ｿｳｺﾞｳﾌﾘｺﾐ' },
      { day: '2025-06-30', yen: 30_000, text: '組戻し ミホンノカイ' },
      { day: '2025-07-01', yen: 5, text: 'ﾘｿｸ' },
    ],
  });
});

test.each([
  ['no headings', [['a', 'b']], 'columns-unknown'],
  ['headings alone', [head], 'nothing-in-it'],
  ['a day that does not exist', [head, ['2025/2/30', '1', '', '', '']], 'line-unreadable'],
  ['letters for an amount', [head, ['2025/2/3', 'abc', '', '', '']], 'line-unreadable'],
  ['an amount below 0', [head, ['2025/2/3', '-5', '', '', '']], 'line-unreadable'],
])('%s: refused', (_, rows, refusal) => {
  expect(readStatementRows(rows)).toMatchObject({ ok: false, refusal });
});

const open = {
  transfers: [
    { transferId: 't1', payOn: '2025-06-27', totalYen: 150_000 },
    { transferId: 't2', payOn: '2025-06-27', totalYen: 80_000 },
    { transferId: 't3', payOn: '2025-06-30', totalYen: 80_000 },
  ],
  payments: [
    { paymentId: 'p1', payOn: '2025-06-27', yen: 30_000, name: 'ﾄｸﾋ)ﾐﾎﾝﾉｶｲ' },
    { paymentId: 'p2', payOn: '2025-06-27', yen: 30_000, name: 'ﾐﾅﾄ ﾊﾅｺ' },
    { paymentId: 'p3', payOn: '2025-06-27', yen: 7_000, name: 'ﾊﾏ' },
  ],
};
const none = { transferIds: [], paymentIds: [], sure: false };

test.each<[string, StatementLine, Partial<ReturnType<typeof suggestionOf>>]>([
  [
    'the sum of one file',
    { day: '2025-06-27', yen: -150_000, text: '' },
    { transferIds: ['t1'], sure: true },
  ],
  ['before its day', { day: '2025-06-26', yen: -150_000, text: '' }, {}],
  ['a month later', { day: '2025-07-27', yen: -150_000, text: '' }, {}],
  ['one yen less', { day: '2025-06-27', yen: -149_999, text: '' }, {}],
  ['the sum of two files', { day: '2025-06-30', yen: -80_000, text: '' }, { transferIds: ['t2', 't3'] }],
  [
    'a payee by name',
    { day: '2025-06-30', yen: 30_000, text: 'ﾌﾘｺﾐﾍﾝｷﾝ ミナト ハナコ' },
    { paymentIds: ['p2'], sure: true },
  ],
  [
    'a payee whose form is written out',
    { day: '2025-06-30', yen: 30_000, text: 'トクヒ）ミホンノカイ' },
    { paymentIds: ['p1'], sure: true },
  ],
  [
    'a return without a name',
    { day: '2025-06-30', yen: 30_000, text: '組戻し' },
    { paymentIds: ['p1', 'p2'] },
  ],
  ['a name with another amount', { day: '2025-06-30', yen: 30_001, text: 'ﾐﾅﾄ ﾊﾅｺ' }, {}],
  ['something else of the same amount', { day: '2025-06-30', yen: 7_000, text: 'ﾘｿｸ' }, {}],
])('%s', (_, line, expected) => {
  expect(suggestionOf(line, open)).toEqual({ ...none, ...expected });
});
