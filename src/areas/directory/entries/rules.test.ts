import { expect, test } from 'vitest';
import { exampleHours, officeHours } from '../hours/fixtures.ts';
import { nationalHolidays } from '../hours/holidays.ts';
import { exampleChannel, exampleContent, exampleLocation } from '../services/fixtures.ts';
import { byLikeness, isQuiet, mapUrlOf, needsAlternatives, sourceOf, weekOf } from './rules.ts';

const asked = { holidays: nationalHolidays };

test('what is about violence is named by nothing that stays in a history', () => {
  expect(isQuiet({ topics: ['family', 'violence'] })).toBe(true);
  expect(isQuiet({ topics: ['family'] })).toBe(false);
});

test('the week begins today and has one column for ways with the same hours', () => {
  const line = exampleHours([{ days: [1], opens: '16:00', closes: '21:00' }]);
  const content = exampleContent({
    hours: officeHours,
    channels: [
      exampleChannel(),
      exampleChannel({ kind: 'visit', value: '' }),
      exampleChannel({ kind: 'line', value: 'mihon', hours: line }),
      exampleChannel({ kind: 'mail', value: 'a@mihon.example.jp' }),
    ],
  });
  const week = weekOf(content, '2026-11-02', asked);
  expect(week.days).toHaveLength(7);
  expect(week.days[0]).toBe('2026-11-02');
  expect(week.columns.map(({ channels }) => channels)).toEqual([['phone', 'visit'], ['line']]);
  expect(week.columns[0]?.days.map(({ because, intervals }) => [because, intervals.length])).toEqual([
    ['rules', 2],
    ['holiday', 0],
    ['rules', 2],
    ['rules', 2],
    ['rules', 2],
    ['rules', 0],
    ['rules', 0],
  ]);
});

test('a way that nobody answers at once is judged by no hours', () => {
  const phone = exampleChannel();
  const mail = exampleChannel({ kind: 'mail', value: 'a@mihon.example.jp' });
  const content = exampleContent({ channels: [phone, mail] });
  expect(sourceOf(content, phone)).toHaveLength(1);
  expect(sourceOf(content, mail)).toEqual([]);
});

test.each([
  ['open', 'active', null, false],
  ['always', 'active', 'waiting', false],
  ['open', 'active', 'full', true],
  ['open', 'temporarily closed', null, true],
  ['closed', 'active', 'accepting', true],
  ['unknown', 'active', null, true],
] as const)('%s, %s and %s: others are shown: %s', (state, status, capacity, shown) => {
  expect(needsAlternatives({ content: { status }, capacity }, { state })).toBe(shown);
});

test('what welcomes everybody comes first, then the most alike, then those for the same area', () => {
  const forWhom = (gender: 'any' | 'women') => ({ content: { eligibility: { gender } } });
  const one = { topics: ['income'], areas: [], ...forWhom('any') };
  const local = { topics: ['income'], areas: ['99201'], ...forWhom('any') };
  const both = { topics: ['income', 'debt'], areas: [], ...forWhom('any') };
  const women = { topics: ['income', 'debt'], areas: ['99201'], ...forWhom('women') };
  const all = [women, one, local, both];
  const like = (gender: 'any' | 'women') =>
    byLikeness({ topics: ['income', 'debt'], areas: [], ...forWhom(gender) });
  expect(all.toSorted(like('any'))).toEqual([both, local, one, women]);
  expect(all.toSorted(like('women'))).toEqual([women, both, local, one]);
});

test('a map is offered only for a place that may be known exactly', () => {
  expect(mapUrlOf(exampleLocation({ latitude: 35.5, longitude: 139.25 }))).toBe(
    'https://maps.gsi.go.jp/#17/35.5/139.25/&base=pale',
  );
  expect(mapUrlOf(exampleLocation({ precision: 'town' }))).toBeUndefined();
  expect(mapUrlOf(exampleLocation({ latitude: null, longitude: null }))).toBeUndefined();
});
