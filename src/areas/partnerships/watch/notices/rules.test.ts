import { expect, test } from 'vitest';
import { decideJoin, decideNotice, deskFor, likelySame, plainPlace, type Sign } from './rules.ts';

const network = { deskId: 'usual', routes: { child: 'children', consumer: 'shops' } };
const desks: readonly [readonly Sign[], string][] = [
  [['not-seen'], 'usual'],
  [['child-alone'], 'children'],
  [['seller', 'not-seen'], 'shops'],
  [['transfer', 'child-alone'], 'children'],
  [['shouting'], 'usual'],
  [['shouting', 'seller'], 'shops'],
];
test.each(desks)('%j goes to the desk %s', (signs, desk) => {
  expect(deskFor(network, signs)).toBe(desk);
});

const said: readonly [readonly string[], string, string][] = [
  [['not-seen'], '', 'not-seen'],
  [['not-seen', 'made-up'], '', 'not-seen'],
  [[], 'カーテンが閉まったまま', 'other'],
  [[], ' ', 'nothing-noticed'],
  [['made-up'], '', 'nothing-noticed'],
  [['other'], '', 'other-needs-words'],
];
test.each(said)('%j with the words 「%s」 is %s', (signs, words, expected) => {
  const decided = decideNotice({ signs, words, open: true, member: false });
  expect(decided.ok ? decided.value.join() : decided.refusal).toBe(expected);
});

test('a network that is closed to the public takes notices of its members alone', () => {
  const notice = { signs: ['lights'], words: '', open: false };
  expect(decideNotice({ ...notice, member: true }).ok).toBe(true);
  expect(decideNotice({ ...notice, member: false })).toEqual({ ok: false, refusal: 'network-members-only' });
});

test.each([
  ['見本町３丁目 4-5付近', '見本町三丁目'],
  ['見本町三丁目', '見本町3丁目の公園'],
  ['見本公園のあたり', '見本公園'],
  ['Mihon Park', 'mihonpark'],
])('「%s」 and 「%s」 are one place', (a, b) => {
  expect(plainPlace(a)).toBe(plainPlace(b));
});

test('two parts of a town are two places', () => {
  expect(plainPlace('見本町一丁目')).not.toBe(plainPlace('見本町二丁目'));
});

const day = (on: number) => new Date(Date.UTC(2026, 4, on));
const one = {
  id: 'a',
  at: day(20),
  placeMark: 'x',
  memberId: 'shop',
  signs: ['not-seen'] as const,
  joinedTo: null,
};
const others: readonly [string, Partial<typeof one>, boolean][] = [
  ['the same place within two weeks', { at: day(7) }, true],
  ['the same place longer ago', { at: day(5) }, false],
  [
    'another place by the same member with the same sign within three days',
    { placeMark: 'y', at: day(18) },
    true,
  ],
  ['another place by the same member longer ago', { placeMark: 'y', at: day(15) }, false],
  ['another place by somebody else', { placeMark: 'y', memberId: 'carrier' }, false],
  ['the notice itself', { id: 'a' }, false],
];
test.each(others)('%s: may be the same person', (_, change, expected) => {
  expect(likelySame(one, [{ ...one, id: 'b', ...change }])).toHaveLength(expected ? 1 : 0);
});

test('what was joined is offered no more, and the nearest in time stands first', () => {
  const found = likelySame(one, [
    { ...one, id: 'far', at: day(12) },
    { ...one, id: 'near', at: day(19) },
    { ...one, id: 'joined', joinedTo: 'near' },
  ]);
  expect(found.map(({ id }) => id)).toEqual(['near', 'far']);
});

test('a notice is joined once, with another one', () => {
  expect(decideJoin(one, one)).toEqual({ ok: false, refusal: 'join-itself' });
  expect(decideJoin(one, { ...one, id: 'b', joinedTo: 'c' })).toEqual({
    ok: false,
    refusal: 'joined-before',
  });
  expect(decideJoin({ ...one, joinedTo: 'b' }, { ...one, id: 'c' }).ok).toBe(false);
  expect(decideJoin(one, { ...one, id: 'b' }).ok).toBe(true);
});
