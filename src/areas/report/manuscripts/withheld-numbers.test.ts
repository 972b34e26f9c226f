import { expect, test } from 'vitest';
import type { ProgramContent } from '../editions/content.ts';
import { noEdits } from './edits.ts';
import { aContent, aMeasure, nightDesk, wings } from './fixtures.ts';
import { withheldIn } from './withheld-numbers.ts';

const people = aMeasure('housed', {
  label: { ja: '住まいの決まった方', en: '' },
  unit: { ja: '名', en: '' },
  kind: 'people',
  counting: 'distinct',
  value: null,
  withheld: true,
  previousValue: 12,
});
const rate = aMeasure('share', {
  label: { ja: '決まった割合', en: '' },
  unit: { ja: '％', en: '' },
  kind: 'rate',
  value: null,
  withheld: true,
});
const kept = new Map([
  ['housed 2024', 3],
  ['share 2024', 30],
]);
const saidIn = (
  change: Partial<ProgramContent>,
  head: Parameters<typeof aContent>[1] = { summary: { ja: '', en: '' } },
) =>
  withheldIn(
    aContent(
      [nightDesk({ evaluation: '' }), wings({ summary: '', measures: [people, rate], ...change })],
      head,
    ),
    noEdits,
    kept,
  ).map(({ number }) => number);

test.each<[string, Partial<ProgramContent>, readonly string[]]>([
  ['by another word for people', { evaluation: '3人の住まいが決まりました。' }, ['3人']],
  ['in words', { nextStep: '三名の方を支えます。' }, ['三名']],
  ['as a rate', { summary: '30％の方に届きました。' }, ['30%']],
  ['in tenths', { summary: '3割の方に届きました。' }, ['3割']],
  ['by what it lacks to the year before', { summary: '昨年より9人少なくなりました。' }, ['9人']],
  ['in what a figure means', { measures: [{ ...people, definition: '窓口を通じた3名' }, rate] }, ['3名']],
  [
    'in what was to be reached',
    { logic: { inputs: '', activities: '', outputs: '', outcomes: '3人の自立' } },
    ['3人'],
  ],
])('a withheld number is found %s', (_, change, expected) => {
  expect(saidIn(change)).toEqual(expected);
});

test.each<[string, Partial<ProgramContent>]>([
  ['other numbers', { evaluation: '4人の相談員で、12人に届けました。' }],
  ['the same number of something else', { evaluation: '3つの教室を3回開き、3件を30分で。' }],
])('%s are not taken for it', (_, change) => {
  expect(saidIn(change)).toEqual([]);
});

test('the year’s own words say no withheld number of any program; another program’s may say the same of its own', () => {
  expect(saidIn({}, { summary: { ja: '3人が新しい暮らしを始めました。', en: '' } })).toEqual(['3人']);
  const others = aContent(
    [nightDesk({ evaluation: '3人に聞きました。' }), wings({ summary: '', measures: [people] })],
    { summary: { ja: '', en: '' } },
  );
  expect(withheldIn(others, noEdits, kept)).toEqual([]);
  expect(withheldIn(others, noEdits, new Map())).toEqual([]);
});
