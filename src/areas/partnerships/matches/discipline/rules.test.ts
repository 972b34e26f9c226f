import { describe, expect, test } from 'vitest';
import { answerRateOf, type Asked, decideDiscipline, dueOf, isSilent, usualDiscipline } from './rules.ts';

const answered = (days = 1): Asked => ({ outcome: 'answered', days });
const lapsed: Asked = { outcome: 'lapsed', days: null };
const waiting: Asked = { outcome: 'waiting', days: null };
const withdrawn: Asked = { outcome: 'withdrawn', days: null };

test.each([
  ['2025-11-26', 'proposed', 0, null],
  ['2025-11-24', 'proposed', 0, null],
  ['2025-11-23', 'proposed', 0, 'remind-first'],
  ['2025-11-23', 'proposed', 1, null],
  ['2025-11-20', 'proposed', 1, null],
  ['2025-11-19', 'proposed', 1, 'remind-second'],
  ['2025-11-19', 'proposed', 0, 'remind-second'],
  ['2025-11-19', 'proposed', 2, null],
  ['2025-11-12', 'proposed', 2, 'lapse'],
  ['2025-11-12', 'proposed', 0, 'lapse'],
  ['2025-11-12', 'talking', 2, 'stuck'],
  ['2025-11-12', 'agreed', 2, 'stuck'],
  ['2025-11-23', 'talking', 0, 'remind-first'],
])('waiting since %s, %s, reminded %i times, on 26 November: %s', (since, status, reminders, due) => {
  expect(dueOf({ since, status, reminders }, usualDiscipline, '2025-11-26')).toBe(due);
});

describe('the public answer rate', () => {
  test.each([
    ['too few to say', [answered(), answered(), lapsed, lapsed], null],
    ['five are enough', [answered(), answered(), answered(), answered(), lapsed], 80],
    [
      'what waits or was taken back counts for nobody',
      [answered(), lapsed, lapsed, lapsed, waiting, withdrawn],
      null,
    ],
    ['all were answered', Array.from({ length: 6 }, () => answered()), 100],
    ['none was', Array.from({ length: 5 }, () => lapsed), 0],
    ['cut down, never up', [...Array.from({ length: 199 }, () => answered()), lapsed], 99],
  ])('%s', (_, asked, percent) => {
    expect(answerRateOf(asked, usualDiscipline)?.percent ?? null).toBe(percent);
  });

  test('half of the answers came within so many days', () => {
    const asked = [answered(9), answered(0), answered(2), answered(1), lapsed];
    expect(answerRateOf(asked, usualDiscipline)).toEqual({
      asked: 5,
      answered: 4,
      percent: 80,
      medianDays: 1,
    });
    expect(
      answerRateOf(
        Array.from({ length: 5 }, () => lapsed),
        usualDiscipline,
      )?.medianDays,
    ).toBeNull();
  });
});

test.each([
  ['three in a row', [lapsed, lapsed, lapsed], true],
  ['an answer between them', [lapsed, answered(), lapsed, lapsed], false],
  ['an answer before them', [lapsed, lapsed, lapsed, answered()], true],
  ['only two', [lapsed, lapsed], false],
  [
    'what waits or was taken back is no answer and no silence',
    [waiting, lapsed, withdrawn, lapsed, lapsed],
    true,
  ],
  ['an answer is the newest', [answered(), lapsed, lapsed, lapsed], false],
])('silent: %s', (_, asked, silent) => {
  expect(isSilent(asked, usualDiscipline)).toBe(silent);
});

test.each([
  [{}, { ok: true, value: 'set' }],
  [{ firstReminderDays: 7 }, { ok: false, refusal: 'order-of-days' }],
  [{ firstReminderDays: 0 }, { ok: false, refusal: 'order-of-days' }],
  [{ lapseDays: 7 }, { ok: false, refusal: 'order-of-days' }],
  [{ pauseAfter: 0 }, { ok: false, refusal: 'too-strict' }],
  [{ rateFrom: 2 }, { ok: false, refusal: 'too-strict' }],
  [{ requestsPerDay: 0 }, { ok: false, refusal: 'too-strict' }],
])('what the concierge sets: %j', (change, answer) => {
  expect(decideDiscipline({ ...usualDiscipline, ...change })).toEqual(answer);
});
