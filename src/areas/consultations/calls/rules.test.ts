import { describe, expect, test } from 'vitest';
import {
  answeredAt,
  pairCalls,
  readAttempts,
  readCallResult,
  readCallTime,
  readColumns,
  readSeconds,
  readWorryNumbers,
} from './rules.ts';

const worries = ['health', 'housing', 'income', 'rent_loan'];

describe('worries by their numbers', () => {
  test.each([
    ['4 3', ['rent_loan', 'income']],
    ['４、３', ['rent_loan', 'income']],
    ['2,2,2', ['housing']],
    ['', []],
  ])('%j → %j', (typed, found) => {
    expect(readWorryNumbers(typed, worries)).toEqual({ ok: true, value: found });
  });

  test.each(['5', '0', '1 99'])('%j names a number that nobody has', (typed) => {
    expect(readWorryNumbers(typed, worries)).toMatchObject({ ok: false, refusal: 'worry-unknown' });
  });
});

test.each([
  ['応答', 'answered'],
  ['ANSWERED', 'answered'],
  ['応答なし', 'abandoned'],
  ['NO ANSWER', 'abandoned'],
  ['放棄呼', 'abandoned'],
  ['話中', 'busy'],
  ['営業時間外', 'out-of-hours'],
  ['？', undefined],
])('the exchange says %j: %s', (typed, result) => {
  expect(readCallResult(typed)).toBe(result);
});

test.each([
  ['2026/11/25 9:05', '2026-11-25T00:05:00.000Z'],
  ['2026-11-25T09:05:30', '2026-11-25T00:05:30.000Z'],
  ['２０２６年11月25日 9時05分', '2026-11-25T00:05:00.000Z'],
  ['2026/2/31 9:05', undefined],
  ['昨日', undefined],
])('the time %j is %s in Tokyo', (typed, moment) => {
  expect(readCallTime(typed)?.toISOString()).toBe(moment);
});

test.each([
  ['75', 75],
  ['1:15', 75],
  ['0:01:15', 75],
  ['', null],
  ['長い', undefined],
])('%j is %s seconds', (typed, seconds) => {
  expect(readSeconds(typed)).toBe(seconds);
});

describe('the list of an exchange', () => {
  const columns = readColumns(['着信日時', '応答結果', '待ち秒数', '通話秒数']);

  test('is understood by its headings, and refused without a time or a result', () => {
    expect(columns).toEqual({ ok: true, value: { at: 0, result: 1, wait: 2, talk: 3 } });
    expect(readColumns(['日付', 'だれか'])).toMatchObject({ ok: false, refusal: 'columns-missing' });
  });

  test('two calls of the same second are two calls, and read again they are the same two', () => {
    const rows = [2, 3].map((row) => ({ row, cells: ['2026/11/25 9:05', '応答', '3', '60'] }));
    const once = readAttempts(rows, columns.ok ? columns.value : {});
    expect(new Set(once.attempts.map(({ callId }) => callId)).size).toBe(2);
    expect(readAttempts(rows, columns.ok ? columns.value : {})).toEqual(once);
  });

  test('names each row that is wrong, and why', () => {
    const rows = [
      { row: 2, cells: ['いつか', '応答', '', ''] },
      { row: 3, cells: ['2026/11/25 9:05', '謎', 'x', ''] },
    ];
    expect(readAttempts(rows, columns.ok ? columns.value : {}).problems).toEqual([
      { row: 2, why: 'time' },
      { row: 3, why: 'result' },
      { row: 3, why: 'seconds' },
    ]);
  });
});

describe('a call that the exchange told and a counsellor wrote down', () => {
  const at = (id: string, time: string) => ({ id, at: new Date(`2026-11-25T${time}+09:00`) });
  test.each([
    ['minutes apart is one call', [at('x', '09:05:10')], [at('a', '09:03:00')], [['x', 'a']]],
    ['six minutes apart is two', [at('x', '09:05:00')], [at('a', '09:11:00')], []],
    [
      'goes with the nearest, and each is taken once',
      [at('x', '09:05:00'), at('y', '09:07:00')],
      [at('a', '09:06:50'), at('b', '09:08:00')],
      [
        ['y', 'a'],
        ['x', 'b'],
      ],
    ],
    ['alone stays alone', [at('x', '09:05:00'), at('y', '09:05:00')], [at('a', '09:05:00')], [['x', 'a']]],
  ])('%s', (_, told, written, pairs) => {
    expect([...pairCalls(told, written)]).toEqual(pairs);
  });

  test('is answered when it has rung', () => {
    const call = { at: new Date('2026-11-25T00:05:00Z'), waitSeconds: 40 };
    expect(answeredAt(call).toISOString()).toBe('2026-11-25T00:05:40.000Z');
  });
});
