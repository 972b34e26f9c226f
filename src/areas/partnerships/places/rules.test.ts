import { describe, expect, test } from 'vitest';
import {
  closeToday,
  decideAdd,
  decideCancel,
  decideMove,
  endOf,
  openingsOf,
  openToday,
  type SaidSession,
  type Session,
  sessionsOf,
  todayState,
  usualEnd,
  withChanges,
} from './rules.ts';

const day = '2026-06-06';
const session = (slot: string, closes: string, more: Partial<Session> = {}): Session => ({
  day,
  slot,
  opens: slot,
  closes,
  title: '',
  reason: '',
  cancelled: false,
  sequence: 0,
  changedAt: null,
  ...more,
});
const said = (slot: string, more: Partial<SaidSession> = {}): SaidSession => ({
  day,
  slot,
  opens: slot,
  closes: '15:00',
  title: '',
  reason: '',
  state: 'planned',
  sequence: 1,
  changedAt: new Date(0),
  ...more,
});
const open = [{ opens: '13:00', closes: '15:00' }];

describe('the sessions of a day', () => {
  test.each<[string, Parameters<typeof sessionsOf>[0]['open'], readonly SaidSession[], readonly object[]]>([
    ['are the openings of the hours', open, [], [{ slot: '13:00', cancelled: false, sequence: 0 }]],
    [
      'carry their titles',
      open,
      [said('13:00', { title: 'カレーの日' })],
      [{ slot: '13:00', title: 'カレーの日', sequence: 1 }],
    ],
    [
      'keep the name of the hour for which they were planned when they move',
      [{ opens: '14:00', closes: '16:00' }],
      [said('13:00', { opens: '14:00' })],
      [{ slot: '13:00', opens: '14:00' }],
    ],
    [
      'say which one is cancelled, and why',
      [],
      [said('13:00', { state: 'cancelled', reason: '台風' })],
      [{ slot: '13:00', cancelled: true, reason: '台風' }],
    ],
    [
      'believe the hours where somebody opened what was cancelled',
      open,
      [said('13:00', { state: 'cancelled', reason: '台風', sequence: 2 })],
      [{ slot: '13:00', cancelled: false, reason: '', sequence: 2 }],
    ],
    ['are not those of another day', [], [said('13:00', { day: '2026-06-07', state: 'cancelled' })], []],
  ])('%s', (_, openings, rows, expected) => {
    expect(sessionsOf({ day, open: openings, said: rows })).toMatchObject(expected);
  });

  test('a session past midnight ends on the next day', () => {
    expect(endOf({ opens: '18:00', closes: '02:00' })).toBe(1560);
    expect(endOf({ opens: '18:00', closes: '24:00' })).toBe(1440);
  });
});

describe('planning', () => {
  const today = '2026-06-01';
  const sessions = [session('13:00', '15:00')];
  const planned = { day, opens: '15:00', closes: '17:00', title: '将棋' };
  test.each<[string, Partial<typeof planned>, string | undefined]>([
    ['one that follows at once fits', {}, undefined],
    ['one that overlaps does not', { opens: '14:59' }, 'overlaps'],
    ['nor one into the night that began before', { opens: '12:00', closes: '02:00' }, 'overlaps'],
    ['nor one on a day that is over', { day: '2026-05-31' }, 'day-over'],
    ['nor one in two years', { day: '2028-06-06' }, 'too-far'],
    ['nor one without an end', { opens: '17:00', closes: '17:00' }, 'times-equal'],
  ])('%s', (_, change, refusal) => {
    const decision = decideAdd({ planned: { ...planned, ...change }, sessions, today });
    expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
  });

  test('at an hour from which a session moved away the new one has a name of its own', () => {
    const moved = [session('13:00', '18:00', { opens: '16:00' })];
    const decision = decideAdd({
      planned: { ...planned, opens: '13:00', closes: '15:00' },
      sessions: moved,
      today,
    });
    expect(decision).toMatchObject({ ok: true, value: { slot: '13:01', opens: '13:00' } });
  });

  test('a cancelled one that is added again is held, and calendars learn of it', () => {
    const off = [session('15:00', '17:00', { cancelled: true, sequence: 3 })];
    expect(decideAdd({ planned, sessions: off, today })).toMatchObject({
      ok: true,
      value: { slot: '15:00', cancelled: false, sequence: 3 },
    });
  });

  test('one may move over its own hour, not over another’s', () => {
    const two = [session('10:00', '12:00'), session('13:00', '15:00')];
    const move = (opens: string, closes: string) =>
      decideMove({ slot: '10:00', planned: { day, opens, closes, title: '' }, sessions: two, today });
    expect(move('11:00', '13:00')).toMatchObject({ ok: true, value: { slot: '10:00', opens: '11:00' } });
    expect(move('11:00', '13:30')).toMatchObject({ ok: false, refusal: 'overlaps' });
  });

  test.each([
    ['13:00', '台風のため', undefined],
    ['13:00', ' ', 'reason-missing'],
    ['09:00', '台風のため', 'session-unknown'],
  ])('cancelling %s with «%s» gives %s', (slot, reason, refusal) => {
    const decision = decideCancel({ slot, day, reason, sessions, today });
    expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
  });
});

describe('today in one press', () => {
  const three = [session('09:00', '11:00'), session('13:00', '15:00'), session('17:00', '19:00')];

  test('closed: what is over stays, what runs ends now, what was to come is cancelled with the reason', () => {
    const changed = closeToday({ day, minute: '14:10', sessions: three, note: '発熱した子がいたため' });
    expect(changed).toMatchObject([
      { slot: '13:00', closes: '14:10', cancelled: false },
      { slot: '17:00', cancelled: true, reason: '発熱した子がいたため' },
    ]);
    expect(openingsOf(withChanges(three, changed))).toEqual([
      { opens: '09:00', closes: '11:00' },
      { opens: '13:00', closes: '14:10' },
    ]);
  });

  test('open: what is planned stands as it is', () => {
    expect(openToday({ day, minute: '12:00', sessions: three, until: '20:00' })).toEqual({
      ok: true,
      value: [],
    });
  });

  test('open: what was cancelled for the rest of the day is held after all', () => {
    const off = [session('13:00', '15:00', { cancelled: true, reason: '台風' })];
    expect(openToday({ day, minute: '12:00', sessions: off, until: '20:00' })).toMatchObject({
      value: [{ slot: '13:00', cancelled: false, reason: '' }],
    });
  });

  test.each<[string, readonly Session[], object]>([
    ['where nothing is planned it opens now', [], { slot: '16:00', opens: '16:00', closes: '19:00' }],
    [
      'closed by mistake a moment ago it goes on',
      [session('13:00', '15:55')],
      { slot: '13:00', opens: '13:00', closes: '19:00' },
    ],
    [
      'long after the last session it opens anew',
      [session('09:00', '11:00')],
      { slot: '16:00', opens: '16:00', closes: '19:00' },
    ],
  ])('open: %s', (_, sessions, expected) => {
    expect(openToday({ day, minute: '16:00', sessions, until: '19:00' })).toMatchObject({
      value: [expected],
    });
  });

  test('open until an hour that is over is refused', () => {
    expect(openToday({ day, minute: '16:00', sessions: [], until: '15:00' })).toMatchObject({
      refusal: 'until-before-now',
    });
  });

  test('the end that is offered stays within the day', () => {
    expect([usualEnd('10:30'), usualEnd('22:00')]).toEqual(['13:30', '23:59']);
  });

  test.each([
    ['08:00', three, 'later'],
    ['13:00', three, 'open'],
    ['15:00', three, 'later'],
    ['19:00', three, 'over'],
    ['12:00', [session('13:00', '15:00', { cancelled: true })], 'cancelled'],
    ['12:00', [], 'none'],
  ] as const)('at %s today is said as it is', (minute, sessions, state) => {
    expect(todayState({ minute, sessions })).toBe(state);
  });
});
