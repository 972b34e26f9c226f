import { expect, test } from 'vitest';
import { htmlOf, viewForTests } from '#ui/testing/view.ts';
import { nationalHolidays } from '../../hours/holidays.ts';
import type { Hours } from '../../hours/hours.ts';
import { exampleChannel, exampleContent } from '../../services/fixtures.ts';
import type { Service } from '../../services/store.ts';
import { KeptCard } from './kept-card.tsx';

const until = (closes: string): Hours => ({
  rules: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes }],
  publicHolidays: 'same',
  closures: [],
  exceptions: [],
});
/** Somebody is there until 17:20, the telephone rests from 16:07 on. */
const content = exampleContent({
  hours: until('17:20'),
  channels: [
    exampleChannel({ kind: 'visit', value: '' }),
    exampleChannel({ value: '0120-000-002', hours: until('16:07') }),
  ],
});
const service = {
  id: 'e2f1a6d4-0000-4000-8000-000000000001',
  content,
  capacity: null,
  verifiedOn: '2026-11-01',
  reviewOn: '2026-11-24',
} as Service;
const [ja, en] = [viewForTests(), viewForTests({ lang: 'en' })];

function shown(at: string, { of = service, view = ja, where = '見本市', holidays = nationalHolidays } = {}) {
  const now = new Date(`${at}:00+09:00`);
  return htmlOf(<KeptCard view={view} service={of} now={now} holidays={holidays} level={3} where={where} />);
}

test('a card that is kept says what a new one would, at every minute at which something changes, in whatever order it is asked', () => {
  const moments = ['15:00', '16:06', '16:07', '17:19', '17:20', '23:59', '09:00', '08:59', '00:00'];
  for (const day of ['2026-11-24', '2026-11-25', '2026-11-24'])
    for (const moment of moments) {
      const at = `${day}T${moment}`;
      expect(shown(at), at).toBe(shown(at, { of: { ...service } }));
    }
  expect(shown('2026-11-24T16:06')).not.toBe(shown('2026-11-24T16:07'));
  expect(shown('2026-11-24T23:59')).not.toBe(shown('2026-11-25T00:00'));
});

test('each place and language has its own card, and so has an entry that changed', () => {
  const at = '2026-11-24T15:00';
  expect(shown(at, { where: 'みなと市（約3km）' })).toContain('みなと市（約3km）');
  expect(shown(at)).not.toContain('みなと市');
  expect(shown(at, { view: en })).toContain('Example life support desk');
  expect(shown(at, { of: { ...service, capacity: 'full' } })).not.toBe(shown(at));
});

test('a day that became a holiday closes what rests on it at once', () => {
  const resting = {
    ...service,
    content: { ...content, hours: { ...until('17:20'), publicHolidays: 'closed' } },
  } as Service;
  const at = '2026-11-24T15:00';
  const before = shown(at, { of: resting });
  const holidays = { nameOf: () => ({ ja: '創立記念日', en: 'Foundation day' }) };
  expect(shown(at, { of: resting, holidays })).not.toBe(before);
  expect(shown(at, { of: resting })).toBe(before);
});
