import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#platform/dates.ts';
import {
  boardOrder,
  countStates,
  daysLeft,
  decideClosing,
  decideExtension,
  decideOpening,
  decideReopening,
  nextThing,
  progressOf,
  reminderDue,
  type SentReminder,
} from './rules.ts';

describe('opening, closing and extending', () => {
  const facts = { deadlineOn: '2025-05-30', today: '2025-05-01', programs: 3, openRounds: 0 };
  test.each([
    [{}, 'open'],
    [{ deadlineOn: '2025-05-01' }, 'open'],
    [{ deadlineOn: '2025-04-30' }, 'deadline-past'],
    [{ programs: 0 }, 'no-programs'],
    [{ openRounds: 1 }, 'already-open'],
  ])('a round with %j: %s', (changes, expected) => {
    const decision = decideOpening({ ...facts, ...changes });
    expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
  });

  test('what is closed is not closed again, and one round of a year is open at a time', () => {
    expect(decideClosing({ status: 'closed' })).toMatchObject({ refusal: 'not-open' });
    expect(decideReopening({ status: 'closed', otherOpenRounds: 0 }).ok).toBe(true);
    expect(decideReopening({ status: 'closed', otherOpenRounds: 1 })).toMatchObject({
      refusal: 'already-open',
    });
    expect(decideReopening({ status: 'open', otherOpenRounds: 0 })).toMatchObject({ refusal: 'not-closed' });
  });

  test('a deadline moves to a later day only', () => {
    const round = { status: 'open', deadlineOn: '2025-05-30', today: '2025-06-05' };
    expect(decideExtension({ ...round, newDeadlineOn: '2025-06-10' }).ok).toBe(true);
    expect(decideExtension({ ...round, newDeadlineOn: '2025-05-30' })).toMatchObject({
      refusal: 'deadline-not-later',
    });
    expect(decideExtension({ ...round, newDeadlineOn: '2025-06-01' })).toMatchObject({
      refusal: 'deadline-past',
    });
    expect(decideExtension({ ...round, status: 'closed', newDeadlineOn: '2025-06-10' })).toMatchObject({
      refusal: 'not-open',
    });
  });
});

describe('reminders', () => {
  const deadlineOn = '2025-05-30';
  /** Every morning from a day on, for so many days: what went out when. */
  const mornings = (from: string, days: number, already: readonly SentReminder[] = []) => {
    const sent = [...already];
    for (let day = 0; day < days; day += 1) {
      const today = addDays(from, day);
      const kind = reminderDue({ deadlineOn, today, sent });
      if (kind) sent.push({ kind, on: today });
    }
    return sent.slice(already.length).map(({ kind, on }) => `${on.slice(5)} ${kind}`);
  };

  test('go a week before, the day before, and every third day when late', () => {
    expect(mornings('2025-05-01', 40)).toEqual([
      '05-23 before-7',
      '05-29 before-1',
      '05-31 overdue',
      '06-03 overdue',
      '06-06 overdue',
      '06-09 overdue',
    ]);
  });

  test('make up for days on which nothing ran', () => {
    expect(mornings('2025-05-26', 3)).toEqual(['05-26 before-7']);
    expect(mornings('2025-05-30', 1)).toEqual(['05-30 before-1']);
  });

  test('of a day are one, also when the secretariat has reminded by hand', () => {
    expect(mornings('2025-05-23', 1, [{ kind: 'manual', on: '2025-05-23' }])).toEqual([]);
  });

  test('start anew when the deadline moves', () => {
    const sent = [
      { kind: 'before-7', on: '2025-05-23' },
      { kind: 'overdue', on: '2025-05-31' },
    ];
    expect(reminderDue({ deadlineOn: '2025-06-20', today: '2025-06-13', sent })).toBe('before-7');
  });

  test('never go twice on a day, nor within three days when late', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 80 }), (offsets) => {
        const sent: SentReminder[] = [];
        for (const offset of offsets.toSorted((a, b) => a - b)) {
          const today = addDays('2025-05-01', offset);
          const kind = reminderDue({ deadlineOn, today, sent });
          if (kind) sent.push({ kind, on: today });
        }
        const days = sent.map(({ on }) => on);
        expect(new Set(days).size).toBe(days.length);
        const late = sent.filter(({ kind }) => kind === 'overdue').map(({ on }) => on);
        for (const [index, day] of late.entries())
          if (index > 0) expect(daysLeft(day, late[index - 1] as string)).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

describe('the board', () => {
  test('counts states, and puts those who owe most first', () => {
    const entry = (organisationId: string, status: string, lastActivity: Date | null = null) => ({
      organisationId,
      bureau: organisationId,
      status,
      lastActivity,
    });
    const day = new Date('2025-05-01T00:00:00Z');
    const progress = progressOf([
      entry('done', 'accepted'),
      entry('late', 'owed'),
      entry('late', 'returned', day),
      entry('half', 'submitted'),
      entry('half', 'draft'),
    ]);
    expect(progress.map(({ name }) => name)).toEqual(['late', 'half', 'done']);
    expect(progress[0]).toMatchObject({ owed: 1, returned: 1, lastActivity: day });
    expect(boardOrder([])).toEqual([]);
    expect(countStates(['owed', 'owed', 'accepted'])).toMatchObject({ owed: 2, accepted: 1, draft: 0 });
  });

  test.each([
    [{ submitted: 2 }, 'check'],
    [{ outstanding: 0 }, 'close'],
    [{}, 'wait'],
    [{ today: '2025-06-01' }, 'remind-late'],
    [{ status: 'closed' }, 'done'],
  ])('with %j the next thing is %s', (changes, expected) => {
    const facts = {
      status: 'open',
      deadlineOn: '2025-05-30',
      today: '2025-05-30',
      submitted: 0,
      outstanding: 3,
    };
    expect(nextThing({ ...facts, ...changes })).toBe(expected);
  });
});
