import { expect, test } from 'vitest';
import { type Fit, suggest, suggestionOf } from './rules.ts';

const today = '2025-12-01';
const need: Fit = {
  postId: 'need',
  organisationId: 'npo',
  topics: ['no_food', 'childcare'],
  municipalities: ['99201'],
  startsOn: '2025-11-01',
  lastOn: '2025-12-31',
  quantity: 50,
  unit: 'kg',
  free: null,
};
const offer: Fit = {
  ...need,
  postId: 'offer',
  organisationId: 'company',
  topics: ['no_food'],
  municipalities: ['99201', '99202'],
  startsOn: '2025-12-10',
  lastOn: '2026-02-28',
  quantity: 80,
  free: 2,
};

test('a suggestion says why: worry, place, quantity, time, room', () => {
  expect(suggestionOf(need, offer, today)?.reasons).toEqual([
    { is: 'topic', topics: ['no_food'] },
    { is: 'place', municipalities: ['99201'] },
    { is: 'enough', quantity: 50, unit: 'kg' },
    { is: 'time', from: '2025-12-10', until: '2025-12-31' },
    { is: 'free', free: 2 },
  ]);
});

test('the same two fit from the other side, whose room is its own', () => {
  const reasons = suggestionOf(offer, need, today)?.reasons ?? [];
  expect(reasons.map(({ is }) => is)).toEqual(['topic', 'place', 'enough', 'time']);
});

test.each<[string, Partial<Fit>]>([
  ['it is elsewhere', { municipalities: ['99203'] }],
  ['it begins too late', { startsOn: '2026-01-01' }],
  ['it is over', { startsOn: '2025-10-01', lastOn: '2025-11-30' }],
  ['it takes on nothing more this month', { free: 0 }],
  ['it is one’s own', { organisationId: 'npo' }],
])('nothing is suggested where %s', (_, changes) => {
  expect(suggestionOf(need, { ...offer, ...changes }, today)).toBeUndefined();
});

test.each<[string, Partial<Fit>, string, boolean]>([
  ['of everywhere', { municipalities: [] }, 'everywhere', true],
  ['for whatever worry', { topics: [] }, 'any-topic', true],
  ['of less than is needed', { quantity: 20 }, 'part', true],
  ['of another unit', { unit: 'box' }, 'enough', false],
  ['of no said quantity', { quantity: null }, 'enough', false],
  ['of another worry', { topics: ['debt'] }, 'topic', false],
])('an offer %s is suggested; its reason %j', (_, changes, reason, isGiven) => {
  const reasons = suggestionOf(need, { ...offer, ...changes }, today)?.reasons.map(({ is }) => is);
  expect(reasons?.includes(reason as 'topic')).toBe(isGiven);
});

test('what has more in common stands first, and there are only so many', () => {
  const others = [
    { ...offer, postId: 'far-topic', topics: ['debt'] },
    { ...offer, postId: 'both', topics: ['no_food', 'childcare'] },
    { ...offer, postId: 'everywhere', municipalities: [] },
    offer,
  ];
  expect(suggest(need, others, { today, limit: 3 }).map(({ postId }) => postId)).toEqual([
    'both',
    'offer',
    'everywhere',
  ]);
});
