import { describe, expect, test } from 'vitest';
import { decideAsking, decideErasure, keptUntil, yearsOf } from './rules.ts';

const said = (decision: { ok: true; value: string } | { ok: false; refusal: string }) =>
  decision.ok ? decision.value : decision.refusal;

test('what an organisation has not settled follows the usual years', () => {
  expect(yearsOf([{ kind: 'slip', years: 7 }])).toMatchObject({ slip: 7, 'case-file': 5, referral: 2 });
});

describe('erasure because the person wants it', () => {
  test.each([
    ['of a case that has ended', {}, 'ask'],
    ['of one that goes on', { closedOn: null }, 'case-open'],
    ['of one that is held', { isHeld: true }, 'held'],
    ['asked twice', { waits: true }, 'asked-before'],
    ['on no ground', { ground: 'because' }, 'ground-missing'],
  ])('is asked for %s', (_, change, answer) => {
    const asking = { ground: 'demand', closedOn: '2026-04-01', isHeld: false, waits: false };
    expect(said(decideAsking({ ...asking, ...change }))).toBe(answer);
  });

  test.each([
    ['by a second person', {}, 'decide'],
    ['by who asked', { self: 'one' }, 'second-person'],
    ['once only', { decidedAt: new Date(0) }, 'decided-before'],
    ['not against a hold that came meanwhile', { isHeld: true }, 'held'],
  ])('is decided %s', (_, change, answer) => {
    const facts = {
      decision: 'erased',
      askedBy: 'one',
      self: 'two',
      decidedAt: null,
      isHeld: false,
    } as const;
    expect(said(decideErasure({ ...facts, ...change }))).toBe(answer);
  });
});

test.each([
  ['with a plan', { closedOn: '2026-04-01', planRound: 1 }, '2031-04-01'],
  ['without one', { closedOn: '2026-04-01', planRound: 0 }, '2029-04-01'],
  ['on a leap day', { closedOn: '2024-02-29', planRound: 0 }, '2027-02-28'],
  ['while it goes on', { closedOn: null, planRound: 1 }, undefined],
])('a case %s is kept until its day', (_, facts, day) => {
  expect(keptUntil(facts, yearsOf([]))).toBe(day);
});
