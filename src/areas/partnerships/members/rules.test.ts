import { describe, expect, test } from 'vitest';
import {
  applicationStates,
  applicationSteps,
  type ApplicationStep,
  decideApplication,
  decideEnd,
  decideEntry,
  decideRenewal,
  morningOf,
  runningUntil,
  yearFrom,
} from './rules.ts';

describe('the way of an application', () => {
  test.each<[string, readonly ApplicationStep[]]>([
    ['unconfirmed', ['confirm', 'withdraw']],
    ['asked', ['ask', 'accept', 'refuse', 'withdraw']],
    ['returned', ['answer', 'accept', 'refuse', 'withdraw']],
    ['accepted', []],
    ['refused', []],
    ['withdrawn', []],
  ])('from %s these steps are possible: %j', (state, possible) => {
    const steps = Object.keys(applicationSteps) as ApplicationStep[];
    expect(steps.filter((step) => decideApplication({ step, state, words: '言葉' }).ok)).toEqual(possible);
  });

  test('nobody is vetted who did not confirm their address', () => {
    for (const step of ['ask', 'accept', 'refuse'] as const)
      expect(decideApplication({ step, state: 'unconfirmed', words: '言葉' }).ok).toBe(false);
    expect(applicationStates).toContain('unconfirmed');
  });

  test.each<[ApplicationStep, string]>([
    ['ask', 'asked'],
    ['refuse', 'asked'],
    ['answer', 'returned'],
  ])('to %s one has to say something', (step, state) => {
    expect(decideApplication({ step, state, words: '  ' })).toEqual({ ok: false, refusal: 'words-missing' });
  });
});

describe('a year of membership', () => {
  test.each([
    ['2025-04-01', '2026-03-31'],
    ['2024-02-29', '2025-02-28'],
    ['2025-01-01', '2025-12-31'],
    ['2023-03-01', '2024-02-29'],
  ])('from %s it lasts until %s', (from, until) => expect(yearFrom(from)).toBe(until));

  test('who joined years ago and stayed is in the year that runs', () => {
    expect(runningUntil('2024-06-03', '2026-11-26')).toBe('2027-06-02');
    expect(runningUntil('2026-11-26', '2026-11-26')).toBe('2027-11-25');
  });

  test.each([
    ['active', '2026-03-31', '2026-01-29', 'too-early'],
    ['active', '2026-03-31', '2026-01-30', '2027-03-31'],
    ['active', '2026-03-31', '2026-03-31', '2027-03-31'],
    ['lapsed', '2026-03-31', '2026-04-10', '2027-04-09'],
    ['lapsed', '2026-03-31', '2026-05-31', 'too-late'],
    ['removed', '2026-03-31', '2026-03-01', 'ended'],
    ['left', '2026-03-31', '2026-03-01', 'ended'],
  ])('%s until %s, renewed on %s: %s', (state, until, today, expected) => {
    const decided = decideRenewal({ state, until }, today);
    expect(decided.ok ? decided.value : decided.refusal).toBe(expected);
  });

  test.each([
    ['2026-03-31', null, '2026-02-28', 'nothing'],
    ['2026-03-31', null, '2026-03-01', 'remind'],
    ['2026-03-31', '2026-03-31', '2026-03-02', 'nothing'],
    ['2027-03-31', '2026-03-31', '2027-03-01', 'remind'],
    ['2026-03-31', null, '2026-03-31', 'remind'],
    ['2026-03-31', '2026-03-31', '2026-04-01', 'lapse'],
  ])('until %s, reminded for %s, on %s: %s', (until, remindedFor, today, expected) => {
    expect(morningOf({ until, remindedFor }, today)).toBe(expected);
  });
});

test('who leaves says nothing; who is removed is told why; nobody ends twice', () => {
  expect(decideEnd({ state: 'active', why: 'left', reason: '' }).ok).toBe(true);
  expect(decideEnd({ state: 'active', why: 'removed', reason: ' ' }).ok).toBe(false);
  expect(decideEnd({ state: 'lapsed', why: 'removed', reason: '約束' }).ok).toBe(false);
});

test('an organisation is a member once, and may become one again', () => {
  expect(decideEntry({ state: undefined, closedAt: null }).ok).toBe(true);
  expect(decideEntry({ state: 'removed', closedAt: null }).ok).toBe(true);
  expect(decideEntry({ state: 'active', closedAt: null })).toEqual({ ok: false, refusal: 'member-already' });
  expect(decideEntry({ state: undefined, closedAt: new Date(0) }).ok).toBe(false);
});
