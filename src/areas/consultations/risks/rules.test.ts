import { describe, expect, test } from 'vitest';
import {
  callNumbers,
  clockOf,
  decideAcknowledge,
  decideAssessment,
  decideResolve,
  decideShare,
  nextSupervisor,
} from './rules.ts';

const at = (time: string) => new Date(`2026-11-20T${time}:00+09:00`);
const open = { acknowledgedAt: null, resolvedAt: null, level: 3 };
const seen = { ...open, acknowledgedAt: at('10:02') };
const over = { ...seen, resolvedAt: at('10:30') };

describe('an assessment', () => {
  const facts = { level: 2, known: true, erased: false, callOpen: false };
  test.each([
    ['keeps what was found', facts, 'keep'],
    ['calls a supervisor from high danger on', { ...facts, level: 3 }, 'keep-and-call'],
    ['calls once', { ...facts, level: 4, callOpen: true }, 'keep'],
  ])('%s', (_, given, value) => {
    expect(decideAssessment(given)).toEqual({ ok: true, value });
  });
  test.each([
    ['without a level', { ...facts, level: null }, 'risk-level-missing'],
    ['with an answer that nobody offered', { ...facts, known: false }, 'risk-code-unknown'],
    ['of words that are gone', { ...facts, erased: true }, 'risk-erased'],
  ])('is refused %s', (_, given, refusal) => {
    expect(decideAssessment(given)).toMatchObject({ ok: false, refusal });
  });
});

test.each([
  [undefined, true, 'call-not-there'],
  [open, false, 'call-supervisor-only'],
  [seen, true, 'call-answered'],
  [over, true, 'call-over'],
])('acknowledging %j as a supervisor %s is refused: %s', (call, supervisor, refusal) => {
  expect(decideAcknowledge({ call, supervisor })).toMatchObject({ ok: false, refusal });
});

describe('settling', () => {
  const facts = { call: seen, supervisor: true, outcome: 'reported', risk: 3, steps: 0 };
  test('needs an outcome, and at level 4 a step that was taken', () => {
    expect(decideResolve(facts).ok).toBe(true);
    expect(decideResolve({ ...facts, outcome: '' })).toMatchObject({ refusal: 'call-outcome-missing' });
    expect(decideResolve({ ...facts, risk: 4 })).toMatchObject({ refusal: 'call-steps-missing' });
    expect(decideResolve({ ...facts, risk: 4, steps: 1 }).ok).toBe(true);
    expect(decideResolve({ ...facts, risk: 4, outcome: 'unneeded' }).ok).toBe(true);
  });
});

test('one talks and another reports', () => {
  expect(decideShare({ call: open, talks: 'a', reports: 'a' })).toMatchObject({
    refusal: 'call-same-person',
  });
  expect(decideShare({ call: open, talks: 'a', reports: 'b' }).ok).toBe(true);
});

describe('the clock', () => {
  const facts = { raisedAt: at('10:00'), acknowledgedAt: null, resolvedAt: null, limitMinutes: 5 };
  test.each([
    ['10:04', { state: 'running', minutes: 4, over: 0 }],
    ['10:05', { state: 'over', minutes: 5, over: 0 }],
    ['10:12', { state: 'over', minutes: 12, over: 7 }],
  ])('at %s is %j', (now, clock) => {
    expect(clockOf({ ...facts, now: at(now) })).toEqual(clock);
  });
  test('stops when somebody has seen it', () => {
    expect(clockOf({ ...facts, acknowledgedAt: at('10:02'), now: at('10:59') })).toEqual({
      state: 'acknowledged',
      minutes: 2,
      over: 0,
    });
  });
  test('goes on over midnight', () => {
    const raisedAt = at('23:58');
    expect(clockOf({ ...facts, raisedAt, now: new Date('2026-11-21T00:05:00+09:00') }).over).toBe(2);
  });
});

test('the turn goes round: those at the desk first, and nobody twice before everybody', () => {
  const supervisors = [
    { personId: 'a', present: false },
    { personId: 'b', present: true },
    { personId: 'c', present: false },
  ];
  const turn = [null, 'b', 'a', 'c'].map((before) => nextSupervisor({ supervisors, before }));
  expect(turn).toEqual(['b', 'a', 'c', 'b']);
  expect(nextSupervisor({ supervisors: [], before: null })).toBeUndefined();
});

test('calls in numbers', () => {
  const call = { cause: 'risk', level: 3, raisedAt: at('10:00'), outcome: null };
  const calls = [
    { ...call, acknowledgedAt: at('10:02'), resolvedAt: at('10:20') },
    { ...call, acknowledgedAt: at('10:09'), resolvedAt: null },
    { ...call, cause: 'press', acknowledgedAt: null, resolvedAt: null },
  ];
  expect(callNumbers(calls, 5)).toEqual({
    raised: 3,
    byRisk: 2,
    acknowledged: 2,
    inTime: 1,
    medianMinutes: 2,
    open: 2,
  });
});
