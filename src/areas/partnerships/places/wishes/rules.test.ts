import { describe, expect, test } from 'vitest';
import { decideAnswer, decideSettle, decideWish, isOpen, mostWaiting } from './rules.ts';

test.each([
  ['2026-06-10', null, true],
  ['2026-06-09', null, true],
  ['2026-06-08', null, false],
  ['2026-06-10', new Date(0), false],
])('a wish until %s that ended at %s is open: %s', (untilOn, endedAt, open) => {
  expect(isOpen({ untilOn, endedAt }, '2026-06-09')).toBe(open);
});

test.each([
  ['2026-06-09', undefined],
  ['2026-06-08', 'until-over'],
  ['2026-12-09', undefined],
  ['2027-01-01', 'until-too-far'],
])('one until %s is asked on 9 June: %s', (untilOn, refusal) => {
  const decision = decideWish({ untilOn, today: '2026-06-09' });
  expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
});

describe('an answer', () => {
  const facts = { open: true, waiting: 0, reach: 'hito@example.jp' };
  test.each<[string, Partial<typeof facts>, string | undefined]>([
    ['is taken', {}, undefined],
    ['by telephone too, in wide digits', { reach: '０４６−０００−０００１' }, undefined],
    ['says how to reach them', { reach: '夜に来ます' }, 'reach-wrong'],
    ['comes too late', { open: false }, 'wish-over'],
    ['waits for no one behind many', { waiting: mostWaiting }, 'too-many-answers'],
  ])('%s', (_, change, refusal) => {
    const decision = decideAnswer({ ...facts, ...change });
    expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
  });
});

test.each<[Partial<Parameters<typeof decideSettle>[0]>, object]>([
  [{}, { value: { state: 'agreed', enough: false } }],
  [{ agreed: 2 }, { value: { enough: true } }],
  [{ agreed: 2, to: 'declined' }, { value: { state: 'declined', enough: false } }],
  [{ agreed: 9, wanted: null }, { value: { enough: false } }],
  [{ state: 'agreed' }, { refusal: 'already-settled' }],
])('settling an answer with %j gives %j', (change, expected) => {
  const facts = { state: 'new', to: 'agreed', amount: 1, agreed: 0, wanted: 3 } as const;
  expect(decideSettle({ ...facts, ...change })).toMatchObject(expected);
});
