import { describe, expect, test } from 'vitest';
import {
  type Asked,
  type AwardFacts,
  decideApproval,
  decideAsk,
  decideMoveOf,
  mostAdvance,
} from './rules.ts';

const award: AwardFacts = {
  id: 'a',
  state: 'active',
  decided: 300_000,
  paid: 100_000,
  settled: 0,
  startsOn: '2025-06-01',
  endsOn: '2026-02-28',
  ordered: 0,
};
const terms = {
  advance: { allowed: true, upToPercent: 80 },
  amount: {
    kind: 'rate',
    numerator: 1,
    denominator: 2,
    ceiling: 500_000,
    roundDownTo: 1_000,
    question: 'costs',
  },
} as const;
const more: Asked = {
  kind: 'change',
  yen: 400_000,
  startsOn: '2025-06-01',
  endsOn: '2026-02-28',
  reason: '人数が増えた',
};
const abolish: Asked = { ...more, kind: 'abolish', yen: 100_000, endsOn: '2025-12-01' };
const advance: Asked = { ...more, kind: 'advance', yen: 140_000 };
const cancel: Asked = { ...more, kind: 'cancel', yen: 0 };
const tax: Asked = { ...more, kind: 'tax', yen: 20_000 };

describe('asking', () => {
  test.each<[string, Asked, Partial<AwardFacts>, string]>([
    ['no reason', { ...more, reason: ' ' }, {}, 'reason-missing'],
    ['nothing changes', { ...more, yen: 300_000 }, {}, 'nothing-changes'],
    ['above the ceiling', { ...more, yen: 500_001 }, {}, 'above-ceiling'],
    ['below what was paid', { ...more, yen: 99_999 }, {}, 'below-paid'],
    ['below what is on its way', { ...more, yen: 150_000 }, { ordered: 60_000 }, 'below-paid'],
    ['ends before it begins', { ...more, endsOn: '2025-05-01' }, {}, 'period-reversed'],
    ['minus', { ...more, yen: -1 }, {}, 'yen-missing'],
    ['after the report', more, { state: 'reported' }, 'award-not-running'],
    ['abolished without a day', { ...abolish, endsOn: null }, {}, 'day-outside'],
    ['abolished after the end', { ...abolish, endsOn: '2026-03-01' }, {}, 'day-outside'],
    ['abolished with more than decided', { ...abolish, yen: 300_001 }, {}, 'more-than-decided'],
    ['advance of nothing', { ...advance, yen: 0 }, {}, 'yen-missing'],
    ['advance beyond 80 %', { ...advance, yen: 140_001 }, {}, 'advance-too-much'],
    ['advance that is ordered already', advance, { ordered: 1 }, 'advance-too-much'],
    ['tax before the fixing', tax, {}, 'tax-not-yet'],
    ['cancelled down to what it is', { ...cancel, yen: 300_000 }, {}, 'nothing-changes'],
    ['cancelled twice', cancel, { state: 'cancelled' }, 'award-not-running'],
  ])('%s is refused', (_, asked, change, refusal) => {
    expect(decideAsk({ ...award, ...change }, asked, terms)).toMatchObject({ ok: false, refusal });
  });

  test('advances go as far as the terms', () => {
    expect(mostAdvance(award, 80)).toBe(140_000);
    expect(decideAsk(award, advance, terms).ok).toBe(true);
    const none = { ...terms, advance: { allowed: false, upToPercent: 0 } };
    expect(decideAsk(award, advance, none)).toMatchObject({ refusal: 'no-advance' });
  });
});

describe('approving', () => {
  const by = { terms, checkedBy: 'officer', approver: 'approver' };
  const approve = (asked: Asked, change: Partial<AwardFacts> = {}) =>
    decideApproval({ ...award, ...change }, asked, by);

  test('who checked does not approve', () => {
    const same = decideApproval(award, more, { ...by, approver: 'officer' });
    expect(same).toMatchObject({ ok: false, refusal: 'same-person' });
  });

  test('more money is bound, less is released', () => {
    expect(approve(more)).toMatchObject({ value: { moves: [{ kind: 'decide', yen: 100_000 }] } });
    expect(approve({ ...more, yen: 120_000 })).toMatchObject({
      value: { moves: [{ kind: 'release', yen: 180_000 }] },
    });
    expect(approve({ ...more, yen: 300_000, endsOn: '2026-03-20' })).toMatchObject({
      value: { moves: [], award: { endsOn: '2026-03-20' } },
    });
  });

  test('an advance is paid; an abolition ends the work on its day and keeps what is decided for it', () => {
    expect(approve(advance)).toMatchObject({ value: { moves: [], pay: 140_000 } });
    expect(approve(abolish)).toMatchObject({
      value: {
        moves: [{ kind: 'release', yen: 200_000 }],
        award: { state: 'abolished', endsOn: '2025-12-01' },
      },
    });
    expect(approve(abolish, { ordered: 10 })).toMatchObject({ refusal: 'below-paid' });
  });

  test('a cancellation releases what is owed, opens what was accounted for, and asks back what was paid', () => {
    expect(approve(cancel)).toEqual({
      ok: true,
      value: {
        moves: [{ awardId: 'a', kind: 'release', yen: 200_000 }],
        award: { state: 'cancelled' },
        pay: 0,
        giveBack: { kind: 'cancel', yen: 100_000 },
      },
    });
    const fixed = { state: 'fixed', decided: 100_000, settled: 100_000 };
    expect(approve({ ...cancel, yen: 30_000 }, fixed)).toMatchObject({
      value: {
        moves: [{ kind: 'unsettle', yen: 70_000 }],
        award: {},
        giveBack: { kind: 'cancel', yen: 70_000 },
      },
    });
    expect(approve(cancel, { ordered: 5 })).toMatchObject({ refusal: 'payment-open' });
  });

  test('tax goes back from what was accounted for; nothing to return is only noted', () => {
    const fixed = { state: 'closed', decided: 100_000, settled: 100_000 };
    expect(approve(tax, fixed)).toMatchObject({
      value: { moves: [{ kind: 'unsettle', yen: 20_000 }], giveBack: { kind: 'tax', yen: 20_000 } },
    });
    expect(approve({ ...tax, yen: 0 }, fixed)).toMatchObject({ value: { moves: [], giveBack: null } });
  });
});

test.each<[Parameters<typeof decideMoveOf>[0], string]>([
  [{ move: 'check', state: 'asked', answer: '' }, 'checked'],
  [{ move: 'check', state: 'checked', answer: '' }, 'change-not-now'],
  [{ move: 'sendBack', state: 'asked', answer: '' }, 'reason-missing'],
  [{ move: 'sendBack', state: 'checked', answer: '内訳を' }, 'returned'],
  [{ move: 'ask', state: 'returned', answer: '' }, 'asked'],
  [{ move: 'approve', state: 'asked', answer: '' }, 'change-not-now'],
  [{ move: 'approve', state: 'checked', answer: '' }, 'approved'],
  [{ move: 'refuse', state: 'checked', answer: '' }, 'reason-missing'],
  [{ move: 'refuse', state: 'checked', answer: '時期が合わない' }, 'refused'],
  [{ move: 'withdraw', state: 'approved', answer: '' }, 'change-not-now'],
])('%o: %s', (facts, expected) => {
  const decision = decideMoveOf(facts);
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});
