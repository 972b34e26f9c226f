import { describe, expect, test } from 'vitest';
import {
  decideAccept,
  decideConfirm,
  decideFinish,
  decideReceive,
  decideStep,
  type Hand,
  mayTake,
  type Side,
  type Status,
  statuses,
  type Step,
  steps,
  stepsFor,
  waitsFor,
} from './rules.ts';

/** A company gives, and a group asked it: the ordinary case. */
const facts = (status: Status, by: Hand, asker: Side = 'receiver') => ({ status, by, asker });

describe('the way of a match', () => {
  test.each<[Status, Hand, readonly Step[]]>([
    ['proposed', 'giver', ['accept', 'decline', 'say']],
    ['proposed', 'receiver', ['withdraw', 'say']],
    ['talking', 'giver', ['decline', 'say', 'draft', 'confirm']],
    ['talking', 'receiver', ['withdraw', 'say', 'draft', 'confirm']],
    ['agreed', 'giver', ['say', 'stepBack']],
    ['agreed', 'receiver', ['say', 'stepBack', 'receive', 'finish']],
    ['delivered', 'giver', ['say']],
    ['delivered', 'receiver', ['say', 'thank']],
    ['thanked', 'giver', ['say', 'show']],
    ['thanked', 'receiver', ['say']],
    ['counted', 'giver', ['show']],
    ['counted', 'receiver', []],
    ['declined', 'giver', []],
    ['withdrawn', 'receiver', []],
    ['lapsed', 'receiver', []],
    ['closed', 'giver', []],
    ['proposed', 'concierge', ['close']],
    ['delivered', 'concierge', ['count', 'close']],
    ['thanked', 'concierge', ['count', 'close']],
    ['counted', 'concierge', []],
    ['proposed', 'product', ['lapse', 'close']],
    ['talking', 'product', ['close']],
    ['agreed', 'product', ['close']],
  ])('%s, for the %s: %j', (status, by, possible) => {
    expect(stepsFor(facts(status, by))).toEqual(possible);
  });

  test('every state, step and hand answers with where it leads, «not now» or «not yours»', () => {
    for (const status of statuses)
      for (const step of Object.keys(steps) as Step[])
        for (const by of ['giver', 'receiver', 'concierge', 'product'] as const) {
          const decision = decideStep(step, facts(status, by));
          if (mayTake(step, facts(status, by)))
            expect(decision).toEqual({ ok: true, value: steps[step].to ?? status });
          else expect(decision.ok).toBe(false);
        }
  });

  test('who answers is who did not ask, whether they give or receive', () => {
    expect(mayTake('accept', facts('proposed', 'receiver', 'giver'))).toBe(true);
    expect(mayTake('accept', facts('proposed', 'giver', 'giver'))).toBe(false);
    expect(decideStep('accept', facts('proposed', 'giver', 'giver'))).toMatchObject({
      refusal: 'not-your-step',
    });
  });

  test('who comes too late hears that the state has changed', () => {
    expect(decideStep('decline', facts('withdrawn', 'giver'))).toMatchObject({ refusal: 'step-not-now' });
  });
});

describe('accepting', () => {
  const of = { ...facts('proposed', 'giver'), isResting: false };
  test.each([
    [
      { isOpen: true, isFree: true },
      { ok: true, value: 'talking' },
    ],
    [
      { isOpen: false, isFree: true },
      { ok: false, refusal: 'offer-ended' },
    ],
    [
      { isOpen: true, isFree: false },
      { ok: false, refusal: 'month-full' },
    ],
    [
      { isOpen: false, isFree: false },
      { ok: false, refusal: 'offer-ended' },
    ],
  ])('%j', (more, answer) => {
    expect(decideAccept({ ...of, ...more })).toEqual(answer);
  });
});

describe('an agreement', () => {
  const of = { ...facts('talking', 'receiver'), version: 2, seenVersion: 2 };
  test.each([
    [{ draftedBy: 'giver' as const }, { ok: true, value: 'agreed' }],
    [{ draftedBy: 'receiver' as const }, { ok: false, refusal: 'own-agreement' }],
    [{ draftedBy: null }, { ok: false, refusal: 'agreement-changed' }],
    [
      { draftedBy: 'giver' as const, seenVersion: 1 },
      { ok: false, refusal: 'agreement-changed' },
    ],
    [
      { draftedBy: 'giver' as const, status: 'agreed' as const },
      { ok: false, refusal: 'step-not-now' },
    ],
  ])('%j', (more, answer) => {
    expect(decideConfirm({ ...of, ...more })).toEqual(answer);
  });
});

describe('what arrived', () => {
  const of = {
    ...facts('agreed', 'receiver'),
    on: '2025-11-20',
    today: '2025-11-26',
    agreedOn: '2025-11-20',
    quantity: 30,
  };
  test.each([
    [{}, { ok: true, value: 'agreed' }],
    [{ quantity: 0 }, { ok: false, refusal: 'amount-missing' }],
    [{ on: '2025-11-27' }, { ok: false, refusal: 'day-not-possible' }],
    [{ on: '2025-11-19' }, { ok: false, refusal: 'day-not-possible' }],
    [{ by: 'giver' as const }, { ok: false, refusal: 'not-your-step' }],
  ])('%j', (more, answer) => {
    expect(decideReceive({ ...of, ...more })).toEqual(answer);
  });

  test('all of it is there only when something is', () => {
    expect(decideFinish({ ...of, deliveries: 0 })).toEqual({ ok: false, refusal: 'nothing-delivered' });
    expect(decideFinish({ ...of, deliveries: 1 })).toEqual({ ok: true, value: 'delivered' });
  });
});

test.each<[Step, Status, Hand, Side | null]>([
  ['say', 'proposed', 'receiver', 'giver'],
  ['say', 'talking', 'giver', 'receiver'],
  ['say', 'talking', 'receiver', 'giver'],
  ['accept', 'proposed', 'giver', 'receiver'],
  ['draft', 'talking', 'giver', 'receiver'],
  ['confirm', 'talking', 'giver', 'receiver'],
  ['finish', 'agreed', 'receiver', 'receiver'],
  ['thank', 'delivered', 'receiver', null],
  ['decline', 'proposed', 'giver', null],
])('after «%s» in %s by the %s the turn is with: %s', (step, status, by, turn) => {
  expect(waitsFor(step, facts(status, by))).toBe(turn);
});
