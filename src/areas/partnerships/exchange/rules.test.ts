import { describe, expect, test } from 'vitest';
import type { Details } from './fields.ts';
import { fieldsOf, kindOf } from './kind-table.ts';
import { decidePost, decideStep, lastDayOf, type PostFacts, states, stepsFrom } from './rules.ts';

const today = '2025-12-30';
const food: Details = {
  category: 'food',
  useBy: '2026-01-10',
  storage: 'cool',
  handover: 'pick-up',
  pickUpTimes: '平日の昼',
  pickUpPlace: '倉庫',
};
const facts: PostFacts = {
  side: 'offer',
  startsOn: today,
  endsOn: '2026-01-31',
  quantity: 100,
  usedQuantity: 0,
  unit: 'kg',
  monthlyCap: 3,
  details: food,
  fields: fieldsOf('goods', 'offer'),
  units: kindOf('goods').quantity.units.map(({ value }) => value),
  municipalities: ['99201'],
  knownMunicipalities: ['99201', '99202'],
  today,
};
const without = (code: string): Details =>
  Object.fromEntries(Object.entries(food).filter(([key]) => key !== code));

test('what is whole may stand', () => {
  expect(decidePost(facts)).toEqual({ ok: true, value: 'save' });
});

test.each<[string, Partial<PostFacts>, string]>([
  ['ends before it begins', { startsOn: '2026-02-01' }, 'end-before-start'],
  ['is over already', { startsOn: '2025-12-01', endsOn: '2025-12-29' }, 'end-over'],
  ['is promised for longer than a year', { endsOn: '2027-01-01' }, 'end-too-far'],
  ['is counted in what its kind does not know', { unit: 'yen' }, 'unit-missing'],
  ['is less than what was promised already', { usedQuantity: 101 }, 'less-than-used'],
  ['is an offer without a cap', { monthlyCap: null }, 'cap-missing'],
  ['is in no municipality that there is', { municipalities: ['99999'] }, 'place-unknown'],
  ['is food without a use-by day', { details: without('useBy') }, 'field-missing'],
  ['is food without a storage', { details: without('storage') }, 'field-missing'],
  ['is to be picked up nowhere', { details: without('pickUpPlace') }, 'field-missing'],
  ['is stored in a way that there is not', { details: { ...food, storage: 'sun' } }, 'field-wrong'],
  ['has a use-by day that is none', { details: { ...food, useBy: '2026-02-30' } }, 'field-wrong'],
  ['is past its use-by day', { details: { ...food, useBy: '2025-12-29' } }, 'use-by-over'],
  ['can be used only before it is there', { startsOn: '2026-01-11' }, 'use-by-over'],
])('a post that %s is refused', (_, changes, refusal) => {
  expect(decidePost({ ...facts, ...changes })).toMatchObject({ ok: false, refusal });
});

test('what is delivered needs no place to pick it up, what is no food no use-by day', () => {
  const details: Details = { category: 'clothes', handover: 'delivery' };
  expect(decidePost({ ...facts, details })).toEqual({ ok: true, value: 'save' });
});

test.each([
  ['2026-01-31', '2026-01-10', '2026-01-10'],
  ['2026-01-31', '2026-02-10', '2026-01-31'],
  ['2026-01-31', '', '2026-01-31'],
])('of what ends on %s and is used by %s the last day is %s', (endsOn, useBy, last) => {
  expect(lastDayOf({ endsOn, details: { useBy } })).toBe(last);
});

test.each([
  ['draft', ['edit', 'publish', 'discard']],
  ['published', ['edit', 'pause', 'close']],
  ['paused', ['edit', 'resume', 'close']],
  ['closed', []],
])('from %s can be done: %j', (state, expected) => {
  expect(stepsFrom(state)).toEqual(expected);
});

describe('going public', () => {
  const step = { step: 'publish', state: 'draft', isMember: true, lastOn: today, today, left: 10 } as const;
  test.each([
    ['on its last day', step, { ok: true, value: 'published' }],
    ['after its last day', { ...step, lastOn: '2025-12-29' }, { ok: false, refusal: 'end-over' }],
    ['by who is no member', { ...step, isMember: false }, { ok: false, refusal: 'not-a-member' }],
    ['with nothing left', { ...step, left: 0 }, { ok: false, refusal: 'less-than-used' }],
    ['a second time', { ...step, state: 'published' }, { ok: false, refusal: 'step-not-now' }],
  ])('%s', (_, given, expected) => {
    expect(decideStep(given)).toMatchObject(expected);
  });

  test('who is no member any more can still end what is open', () => {
    for (const state of states.filter((each) => each === 'published' || each === 'paused'))
      expect(decideStep({ ...step, step: 'close', state, isMember: false })).toMatchObject({
        value: 'closed',
      });
  });
});
