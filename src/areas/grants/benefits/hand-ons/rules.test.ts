import { describe, expect, test } from 'vitest';
import { decideConfirm, decideDonation, decideHandOn, decideOutcome, decideReturn, heldBy } from './rules.ts';

const custody = {
  paidYen: 30_000,
  paidOn: '2025-07-01',
  handedYen: 20_000,
  confirmedYen: 0,
  returnedYen: 4_000,
};
const handOn = { yen: 6_000, on: '2025-07-02', today: '2025-07-02', hasReceipt: true, seenYen: null };

describe('handing on', () => {
  test.each<[string, object, object, object]>([
    ['all that the group still holds', {}, {}, { ok: true }],
    ['one yen more than it holds', {}, { yen: 6_001 }, { refusal: 'more-than-held', facts: { held: 6_000 } }],
    ['a part of what the form said is held', {}, { yen: 1_000, seenYen: 6_000 }, { ok: true }],
    [
      'the same form once more',
      { handedYen: 21_000 },
      { yen: 1_000, seenYen: 6_000 },
      { refusal: 'held-changed' },
    ],
    ['nothing', {}, { yen: 0 }, { refusal: 'yen-not-positive' }],
    ['a minus', {}, { yen: -1 }, { refusal: 'yen-not-positive' }],
    ['half a yen', {}, { yen: 0.5 }, { refusal: 'yen-not-positive' }],
    ['before anything was paid', { paidYen: 0, paidOn: null }, {}, { refusal: 'not-paid-yet' }],
    ['a day before the payment', {}, { on: '2025-06-30' }, { refusal: 'before-payment' }],
    ['tomorrow', {}, { on: '2025-07-03' }, { refusal: 'day-to-come' }],
    ['without a receipt', {}, { hasReceipt: false }, { refusal: 'receipt-missing' }],
  ])('%s', (_, held, given, expected) =>
    expect(decideHandOn({ ...custody, ...held }, { ...handOn, ...given })).toMatchObject(expected),
  );
  test('what is held goes to the person or back, and no more', () => {
    expect(heldBy(custody)).toBe(6_000);
    const back = (yen: number, seenYen: number | null = 6_000) => decideReturn(custody, { yen, seenYen });
    expect(back(6_000)).toMatchObject({ ok: true });
    expect(back(6_000, null)).toMatchObject({ ok: true });
    expect(back(1_000, 7_000)).toMatchObject({ refusal: 'held-changed' });
    expect(back(6_001)).toMatchObject({ refusal: 'more-than-held' });
    expect(back(0)).toMatchObject({ refusal: 'yen-not-positive' });
  });
  test('the office confirms a receipt once, and never its own', () => {
    const facts = { confirmedAt: null, handedBy: 'a', personId: 'b' };
    expect(decideConfirm(facts)).toMatchObject({ ok: true });
    expect(decideConfirm({ ...facts, personId: 'a' })).toMatchObject({ refusal: 'own-hand-on' });
    expect(decideConfirm({ ...facts, confirmedAt: new Date() })).toMatchObject({
      refusal: 'confirmed-before',
    });
  });
});

test.each([
  [{}, { ok: true }],
  [{ yen: 0 }, { refusal: 'yen-not-positive' }],
  [{ on: '2025-07-03' }, { refusal: 'day-to-come' }],
  [{ donor: ' ' }, { refusal: 'donor-missing' }],
  [{ kind: 'person', donor: '' }, { ok: true }],
  [{ kind: 'crowdfunding', donor: '' }, { ok: true }],
] as const)('a donation %j is %j', (given, expected) => {
  const gift = { kind: 'company' as const, donor: '見本食品', yen: 1, on: '2025-07-02', today: '2025-07-02' };
  expect(decideDonation({ ...gift, ...given })).toMatchObject(expected);
});

test('what came of it is told in the words of the call, after the money has arrived', () => {
  const facts = { code: 'school', known: ['school', 'work'], handedYen: 1 };
  expect(decideOutcome(facts)).toMatchObject({ ok: true });
  expect(decideOutcome({ ...facts, code: 'moon' })).toMatchObject({ refusal: 'outcome-unknown' });
  expect(decideOutcome({ ...facts, handedYen: 0 })).toMatchObject({ refusal: 'not-handed-yet' });
});
