import { describe, expect, test } from 'vitest';
import { aProgram } from '../editions/fixtures.ts';
import type { MeasureContent } from '../editions/content.ts';
import { barGroups, monthGroups, monthsOf } from './charts.ts';
import { changeInWords, labelWithCounting, toneOf, valueWithUnit } from './shown.ts';

const [measure] = aProgram().measures as [MeasureContent];
const rate = { ...measure, kind: 'rate', value: 58.7, previousValue: 55.3 };

test.each([
  ['ja', { ...measure, value: 11_987, previousValue: 9_121 }, '昨年度より2,866件多い（+31.4％）'],
  [
    'en',
    { ...measure, value: 11_987, previousValue: 9_121 },
    '2,866件 more than last year (+31.4%)'.replace('件', ' 件'),
  ],
  ['ja', { ...measure, value: 90, previousValue: 100 }, '昨年度より10件少ない（−10.0％）'],
  ['ja', { ...measure, value: 5, previousValue: 0 }, '昨年度より5件多い'],
  ['ja', { ...measure, value: 5, previousValue: 5 }, '昨年度と同じ'],
  ['ja', { ...measure, value: null, previousValue: 5 }, ''],
  ['ja', { ...measure, value: 5, previousValue: null }, ''],
  ['ja', rate, '昨年度より3.4ポイント多い'],
] as const)('in %s, the change of a figure is told', (lang, given, expected) => {
  expect(changeInWords(lang, given, '件')).toBe(expected);
});

test('units stand close to Japanese numbers and apart from English ones, but for the percent sign', () => {
  expect(valueWithUnit('ja', 1398, '件')).toBe('1,398件');
  expect(valueWithUnit('en', 1398, 'cases')).toBe('1,398 cases');
  expect(valueWithUnit('en', 58.7, '%')).toBe('58.7%');
});

test('how people were counted is said once', () => {
  expect(labelWithCounting('ja', '来た人', { ...measure, counting: 'total' })).toBe('来た人（延べ）');
  expect(labelWithCounting('ja', '受講者（延べ）', { ...measure, counting: 'total' })).toBe('受講者（延べ）');
  expect(labelWithCounting('ja', '相談', measure)).toBe('相談');
});

test('the best rating is green and the worst red, however long the scale', () => {
  const tones = [0, 1, 2, 3, 4, 5, 9].map((level) => toneOf({ code: '', name: { ja: '', en: '' }, level }));
  expect(tones).toEqual(['good', 'good', 'info', 'warn', 'bad', 'bad', 'bad']);
});

describe('figures become a picture', () => {
  const other = { ...measure, id: 'other', previousValue: null };
  const sizes = (groups: ReturnType<typeof barGroups>) => groups.map(({ measures }) => measures.length);

  test('of bars when there are three of a unit, or two with last year beside them', () => {
    expect(sizes(barGroups([measure]))).toEqual([]);
    expect(sizes(barGroups([measure, other]))).toEqual([]);
    expect(sizes(barGroups([measure, measure]))).toEqual([2]);
    expect(sizes(barGroups([measure, other, other]))).toEqual([3]);
  });

  test('never of rates of different things', () => {
    expect(barGroups([rate, rate, rate])).toEqual([]);
  });

  test('of lines by month, at most four in one', () => {
    expect(sizes(monthGroups([measure, measure, measure, measure, measure]))).toEqual([4, 1]);
    expect(monthGroups([{ ...measure, months: measure.months.slice(1) }])).toEqual([]);
  });

  test('with every month between the first and the last, also over the turn of the year', () => {
    const months = [
      { period: '2024-11', value: 1 },
      { period: '2025-02', value: 2 },
    ];
    expect(monthsOf({ unit: measure.unit, measures: [{ ...measure, months }] })).toEqual([
      '2024-11',
      '2024-12',
      '2025-01',
      '2025-02',
    ]);
  });
});
