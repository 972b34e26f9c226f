import { describe, expect, test } from 'vitest';
import type { Result } from '#platform/result.ts';
import {
  decideAgreeing,
  decideAsking,
  decideProtection,
  decideRenewal,
  isToRemind,
  monthBefore,
  type Opening,
  stateOf,
  stopFor,
  stops,
  yearFrom,
} from './rules.ts';

const now = new Date('2026-07-01T03:00:00Z');
const later = new Date('2026-07-01T03:10:00Z');
const said = <Value>(result: Result<Value, string>) => (result.ok ? result.value : result.refusal);

describe('the hard stop', () => {
  const agreed: Opening = { what: 'print', askedBy: 'me', granted: true, endsAt: later };
  test.each<[string, Partial<Opening> | undefined, 'pass' | 'stop']>([
    ['stands when nobody was asked', undefined, 'stop'],
    ['lets through what a second person agreed to', {}, 'pass'],
    ['not while it waits', { granted: null, endsAt: null }, 'stop'],
    ['not when it was refused', { granted: false, endsAt: null }, 'stop'],
    ['not what somebody else asked for', { askedBy: 'other' }, 'stop'],
    ['not another thing than the one agreed to', { what: 'open' }, 'stop'],
    ['not when the minutes are over', { endsAt: now }, 'stop'],
  ])('%s', (_, change, answer) => {
    const openings = change ? [{ ...agreed, ...change }] : [];
    expect(stopFor({ isProtected: true }, 'print', { openings, personId: 'me', now })).toBe(answer);
  });

  test.each(stops)('%s of a case that is not protected passes', (what) => {
    expect(stopFor({ isProtected: false }, what, { openings: [], personId: 'me', now })).toBe('pass');
  });
});

test.each([
  ['2026-04-01', '2027-03-31'],
  ['2027-03-01', '2028-02-29'],
  ['2028-02-29', '2029-02-28'],
  ['2026-01-01', '2026-12-31'],
])('a year from %s ends on %s', (day, last) => {
  expect(yearFrom(day)).toBe(last);
});

test.each([
  ['2027-03-31', '2027-02-28'],
  ['2027-01-15', '2026-12-15'],
])('what ends on %s can be renewed from %s on', (day, from) => {
  expect(monthBefore(day)).toBe(from);
});

const begin = { ground: 'dv', beginsOn: '2026-06-20', today: '2026-07-01', isProtected: false };
test.each<[string, Partial<typeof begin>, unknown]>([
  ['holds for a year', {}, { endsOn: '2027-06-19' }],
  ['not twice', { isProtected: true }, 'protected-before'],
  ['not on another ground', { ground: 'debts' }, 'ground-unknown'],
  ['not before it begins', { beginsOn: '2026-07-02' }, 'day-order'],
  ['not when it would be over', { beginsOn: '2025-06-30' }, 'day-order'],
])('a protection %s', (_, change, answer) => {
  expect(said(decideProtection({ ...begin, ...change }))).toEqual(answer);
});

test.each<[string, { endsOn: string; today: string; endedAt: Date | null }, unknown]>([
  [
    'from a month before, for the year that follows',
    { endsOn: '2026-07-20', today: '2026-07-01', endedAt: null },
    { endsOn: '2027-07-20' },
  ],
  ['not earlier', { endsOn: '2026-08-20', today: '2026-07-01', endedAt: null }, 'too-early'],
  [
    'late as well, without a gap',
    { endsOn: '2026-05-31', today: '2026-07-01', endedAt: null },
    { endsOn: '2027-05-31' },
  ],
  [
    'years late, from today on',
    { endsOn: '2024-05-31', today: '2026-07-01', endedAt: null },
    { endsOn: '2027-06-30' },
  ],
  ['not once it was ended', { endsOn: '2026-07-20', today: '2026-07-01', endedAt: now }, 'not-protected'],
])('it is renewed %s', (_, facts, answer) => {
  expect(said(decideRenewal(facts))).toEqual(answer);
});

test.each([
  ['2027-06-19', '2026-07-01', 'stands'],
  ['2026-07-31', '2026-07-01', 'renew'],
  ['2026-07-01', '2026-07-01', 'renew'],
  ['2026-06-30', '2026-07-01', 'over'],
])('one until %s is, on %s, %s: and never ends by itself', (endsOn, today, state) => {
  expect(stateOf({ endsOn, endedAt: null }, today)).toBe(state);
});

const days = (ago: number) => new Date(now.getTime() - ago * 86_400_000);
test.each<[string, string, Date | null, boolean]>([
  ['nothing to say while it stands', '2027-06-19', null, false],
  ['in the last month', '2026-07-20', null, true],
  ['not again within two weeks', '2026-07-20', days(13), false],
  ['after two weeks again', '2026-07-20', days(14), true],
  ['once over, each week', '2026-06-30', days(7), true],
  ['but not each day', '2026-06-30', days(6), false],
])('letters about its end: %s', (_, endsOn, remindedAt, answer) => {
  expect(isToRemind({ endsOn, endedAt: null, remindedAt }, '2026-07-01', now)).toBe(answer);
});

const asking = {
  isProtected: true,
  what: 'open',
  reason: '転居先へ荷物を送るため',
  waiting: [] as { what: string }[],
};
test.each<[string, Partial<typeof asking>, string]>([
  ['with a reason', {}, 'open'],
  ['not without one', { reason: '急ぎです' }, 'reason-missing'],
  ['not for anything else', { what: 'everything' }, 'reason-missing'],
  ['not twice for the same', { waiting: [{ what: 'open' }] }, 'opening-waits'],
  ['for something else meanwhile', { waiting: [{ what: 'print' }] }, 'open'],
  ['not where nobody is protected', { isProtected: false }, 'not-protected'],
])('a second person is asked %s', (_, change, answer) => {
  expect(said(decideAsking({ ...asking, ...change }))).toBe(answer);
});

const agreeing = {
  opening: { askedBy: 'me', decidedAt: null as Date | null },
  isProtected: true,
  personId: 'second',
  isSecond: true,
  isBarred: false,
};
test.each<[string, Partial<typeof agreeing>, string]>([
  ['a supervisor or the officer decides', {}, 'decide'],
  ['nobody else', { isSecond: false }, 'supervisor-decides'],
  ['not who is shut out of the case by name', { isBarred: true }, 'supervisor-decides'],
  ['not the one who asks', { personId: 'me' }, 'own-opening'],
  ['not twice', { opening: { askedBy: 'me', decidedAt: now } }, 'opening-decided'],
  ['not after the protection ended', { isProtected: false }, 'not-protected'],
])('%s', (_, change, answer) => {
  expect(said(decideAgreeing({ ...agreeing, ...change }))).toBe(answer);
});
