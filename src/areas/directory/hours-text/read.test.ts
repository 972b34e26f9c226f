import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hours, HoursRule } from '../hours/hours.ts';
import { readDays } from './days.ts';
import { readHours } from './read.ts';
import { readRemarks } from './remarks.ts';
import { readIntervals, readTime } from './times.ts';
import { isPlain, writeHours } from './write.ts';

const weekdays = [1, 2, 3, 4, 5];
const read = (days: string, opens = '', closes = '', note = '') => {
  const hours = readHours({ days, opens, closes, note });
  return hours.ok ? hours.value : hours.refusal;
};

describe('days of the week', () => {
  test.each([
    ['月火水木金', [{ days: weekdays }], false],
    ['月～金', [{ days: weekdays }], false],
    ['月曜日から金曜日', [{ days: weekdays }], false],
    ['月曜〜金曜', [{ days: weekdays }], false],
    ['平日', [{ days: weekdays }], false],
    ['月・水・金', [{ days: [1, 3, 5] }], false],
    ['月;水;金', [{ days: [1, 3, 5] }], false],
    ['金～月', [{ days: [1, 5, 6, 7] }], false],
    ['土日祝', [{ days: [6, 7] }], true],
    ['土曜日、日曜日、祝日', [{ days: [6, 7] }], true],
    ['毎日', [{ days: [1, 2, 3, 4, 5, 6, 7] }], true],
    ['年中無休', [{ days: [1, 2, 3, 4, 5, 6, 7] }], true],
    ['1;2;3', [{ days: [1, 2, 3] }], false],
    ['第2・第4土', [{ days: [6], nth: [2, 4] }], false],
    ['第２・４土曜日', [{ days: [6], nth: [2, 4] }], false],
    ['第2,4土', [{ days: [6], nth: [2, 4] }], false],
    ['毎月第三水曜日', [{ days: [3], nth: [3] }], false],
    ['最終金曜', [{ days: [5], nth: [-1] }], false],
    ['月火、第1土', [{ days: [1, 2] }, { days: [6], nth: [1] }], false],
    ['13Mo', [{ days: [1], nth: [1, 3] }], false],
    ['0We;0Fr', [{ days: [3, 5] }], false],
    ['6Fr', [{ days: [5], nth: [-1] }], false],
  ])('%s', (text, sets, holidays) => {
    expect(readDays(text)).toEqual({ sets, holidays });
  });

  test.each([
    '不定期',
    '隔週水',
    '7Su',
    '要問合せ',
    'あ',
    '第6土',
    '月に1回',
    '<script>',
    '月火水木金土日月火x',
  ])('%s is no day of the week that can be kept', (text) => expect(readDays(text)).toBeUndefined());
});

describe('times', () => {
  test.each([
    ['9:00', '09:00'],
    ['９：００', '09:00'],
    ['09:00:00', '09:00'],
    ['9時', '09:00'],
    ['9時半', '09:30'],
    ['午後5時15分', '17:15'],
    ['5:15pm', '17:15'],
    ['正午', undefined],
    ['24:00', '24:00'],
    ['26:00', '02:00'],
    ['翌2:00', '02:00'],
    ['9:75', undefined],
    ['99:00', undefined],
    ['9時頃', undefined],
  ])('%s', (text, time) => expect(readTime(text)).toBe(time));

  test('several intervals in one cell', () => {
    expect(readIntervals('9:00～12:00、13:00～17:15')).toEqual([
      { opens: '09:00', closes: '12:00' },
      { opens: '13:00', closes: '17:15' },
    ]);
    expect(readIntervals('9:00から都合による')).toBeUndefined();
  });
});

describe('remarks', () => {
  const yearEnd = { from: '12-29', to: '01-03', label: '年末年始' };
  test.each([
    ['祝日休み', { publicHolidays: 'closed' }],
    ['祝日、年末年始を除く', { publicHolidays: 'closed', closures: [yearEnd] }],
    [
      '土日祝日・年末年始（12/29～1/3）休館',
      { publicHolidays: 'closed', closures: [yearEnd], without: [{ days: [6, 7] }] },
    ],
    ['12月29日から1月3日は休業', { closures: [{ from: '12-29', to: '01-03' }] }],
    ['お盆（8/13-8/16）は休み', { closures: [{ from: '08-13', to: '08-16', label: 'お盆' }] }],
    ['8月13日～15日は休み', { closures: [{ from: '08-13', to: '08-15' }] }],
    ['第3月曜休館', { without: [{ days: [1], nth: [3] }] }],
    ['祝日も利用可', { publicHolidays: 'same' }],
    ['祝日は10:00～15:00', { publicHolidays: [{ opens: '10:00', closes: '15:00' }] }],
    ['土曜は10:00～12:00', { rules: [{ days: [6], opens: '10:00', closes: '12:00' }] }],
    ['第2・第4日 10:00-15:00', { rules: [{ days: [7], nth: [2, 4], opens: '10:00', closes: '15:00' }] }],
    ['12:00〜13:00を除く', { breaks: [{ opens: '12:00', closes: '13:00' }] }],
    ['受付は16:30まで', { lastEntry: '16:30' }],
    ['24時間対応', { alwaysOpen: true }],
    ['2026/12/5休み', { exceptions: [{ date: '2026-12-05', intervals: [] }] }],
    [
      '2026/12/6 10:00-12:00',
      { exceptions: [{ date: '2026-12-06', intervals: [{ opens: '10:00', closes: '12:00' }] }] },
    ],
    ['要予約。祝日休み', { publicHolidays: 'closed', rest: ['要予約'] }],
    ['雨の日は休みです', { rest: ['雨の日は休みです'] }],
    ['13月40日休み', { rest: ['13月40日休み'] }],
  ])('%s', (text, said) => {
    expect(readRemarks(text)).toEqual({
      closures: [],
      exceptions: [],
      rules: [],
      without: [],
      breaks: [],
      rest: [],
      ...said,
    });
  });
});

describe('hours out of four cells', () => {
  test('an office: weekdays with a lunch break, closed on holidays and over the year end', () => {
    expect(read('月火水木金', '9:00', '17:15', '12:00～13:00を除く。祝日・年末年始休み')).toEqual({
      rules: [
        { days: weekdays, opens: '09:00', closes: '12:00' },
        { days: weekdays, opens: '13:00', closes: '17:15' },
      ],
      publicHolidays: 'closed',
      closures: [{ from: '12-29', to: '01-03', label: '年末年始' }],
      exceptions: [],
    });
  });

  test('a remark in brackets behind the days counts as a remark', () => {
    expect(read('月～金（祝日を除く）', '8:30', '17:00')).toMatchObject({
      publicHolidays: 'closed',
      rules: [{ days: weekdays }],
    });
  });

  test('one Monday of the month less', () => {
    expect(read('月火', '9:00', '17:00', '第3月曜休館')).toMatchObject({
      rules: [
        { days: [2], opens: '09:00' },
        { days: [1], nth: [1, 2, 4, 5] },
      ],
    });
  });

  test('day and night', () => {
    expect(read('年中無休', '0:00', '24:00')).toMatchObject({ alwaysOpen: true, rules: [] });
    expect(read('', '', '', '24時間365日')).toMatchObject({ alwaysOpen: true });
    expect(read('土', '0:00', '0:00')).toMatchObject({
      rules: [{ days: [6], opens: '00:00', closes: '24:00' }],
    });
  });

  test('days that are no days are kept for people to read, and nothing is claimed', () => {
    expect(read('不定期', '', '', '予約制')).toEqual({
      rules: [],
      publicHolidays: 'closed',
      closures: [],
      exceptions: [],
      note: { ja: '不定期。予約制' },
    });
  });

  test.each([
    [['月', '9:00', ''], 'time-missing'],
    [['月', '', '17:00'], 'time-missing'],
    [['月', '', ''], 'time-missing'],
    [['', '9:00', '17:00'], 'days-missing'],
    [['月', '9時頃', '17:00'], 'time-unreadable'],
    [['月', 'あさ', ''], 'time-unreadable'],
  ] as const)('%j is refused: %s', ([days, opens, closes], problem) => {
    expect(read(days, opens, closes)).toBe(problem);
  });

  test('nothing said is no hours', () => expect(read('', '', '', ' ')).toBeUndefined());
});

describe('a law: what is written is read as the same hours', () => {
  const time = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
  const interval = fc
    .tuple(time, time)
    .filter(([a, b]) => a < b)
    .map(([opens, closes]) => ({ opens, closes }));
  const nth = fc.option(fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, -1), { minLength: 1, maxLength: 2 }), {
    nil: undefined,
  });
  const rules = fc.uniqueArray(fc.record({ day: fc.integer({ min: 1, max: 7 }), nth, interval }), {
    selector: ({ day }) => day,
    minLength: 1,
    maxLength: 7,
  });
  const hours = fc.record({
    rules: rules.map((all) =>
      all.map(({ day, nth: weeks, interval: span }) => ({
        days: [day],
        ...(weeks ? { nth: weeks } : {}),
        ...span,
      })),
    ),
    publicHolidays: fc.constantFrom('closed' as const, 'same' as const),
    closures: fc.constantFrom(
      [],
      [{ from: '12-29', to: '01-03', label: '年末年始' }],
      [{ from: '08-13', to: '08-15' }],
    ),
    exceptions: fc.constantFrom([], [{ date: '2026-12-05', intervals: [] }]),
    note: fc.constantFrom(undefined, { ja: '要予約' }),
  });

  test('over any days, weeks of the month, holidays, closures and notes', () => {
    fc.assert(
      fc.property(hours, ({ note, ...rest }) => {
        const given: Hours = note ? { ...rest, note } : rest;
        expect(isPlain(given)).toBe(true);
        const back = readHours(writeHours(given));
        expect(back.ok && canonical(back.value)).toEqual(canonical(given));
      }),
      { numRuns: 300 },
    );
  });

  test('a break, a last entry and opening past midnight too', () => {
    const given: Hours = {
      rules: [
        { days: weekdays, opens: '09:00', closes: '12:00' },
        { days: weekdays, opens: '13:00', closes: '17:15', lastEntry: '16:30' },
        { days: [6], opens: '22:00', closes: '02:00' },
      ],
      publicHolidays: [{ opens: '10:00', closes: '15:00' }],
      closures: [],
      exceptions: [],
    };
    const back = readHours(writeHours(given));
    expect(back.ok && canonical(back.value)).toEqual(canonical(given));
  });

  test('hours by telephone only, or in a season, are more than four cells can hold', () => {
    const rule: HoursRule = { days: [1], opens: '09:00', closes: '12:00' };
    const plain: Hours = { rules: [rule], publicHolidays: 'closed', closures: [], exceptions: [] };
    expect(isPlain(plain)).toBe(true);
    expect(isPlain({ ...plain, rules: [{ ...rule, channel: 'phone' }] })).toBe(false);
    expect(isPlain({ ...plain, rules: [{ ...rule, validFrom: '2026-04-01' }] })).toBe(false);
    expect(isPlain({ ...plain, note: { ja: '要予約', en: 'by appointment' } })).toBe(false);
  });

  test('hostile text of any kind is read in good time', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '祝',
        '日',
        '第',
        '2',
        '・',
        '土',
        '(',
        ')',
        '9:00',
        '-',
        '休み',
        '、',
        'を除く',
        '年末年始',
        '\n',
      ),
      { maxLength: 400 },
    );
    fc.assert(
      fc.property(pieces, fc.string({ maxLength: 200 }), (parts, text) => {
        const began = performance.now();
        readHours({ days: text, opens: text, closes: '', note: parts.join('') });
        readHours({ days: parts.join(''), opens: '9:00', closes: '10:00', note: text });
        expect(performance.now() - began).toBeLessThan(1000);
      }),
      { numRuns: 200 },
    );
  }, 10_000);
});

/** Hours by what they mean: which intervals on which day of which weeks. */
function canonical(hours: Hours | undefined) {
  if (!hours) return undefined;
  const rules = hours.rules.flatMap(({ days, nth, opens, closes, lastEntry }) =>
    days.map((day) =>
      [day, (nth ?? []).toSorted((a, b) => a - b).join(), opens, closes, lastEntry ?? ''].join(' '),
    ),
  );
  return { ...hours, rules: rules.toSorted() };
}
