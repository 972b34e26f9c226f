import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#platform/dates.ts';
import { decideRefund, decideWaive, dueOnDay, lastReceived, type ReturnFacts } from './rules.ts';

const unspent: ReturnFacts = {
  yen: 100_000,
  orderedOn: '2026-04-20',
  dueOn: '2026-05-10',
  surcharge: false,
  waived: false,
  received: [{ on: '2025-07-01', yen: 400_000 }],
  refunds: [],
};
const cancelled: ReturnFacts = { ...unspent, surcharge: true };

describe('what is due', () => {
  test.each<[string, ReturnFacts, string, [number, number, number]]>([
    ['on time: the money alone', unspent, '2026-05-10', [100_000, 0, 0]],
    // 100,000 × 3 / 10,000 = 30 yen a day
    ['one day late', unspent, '2026-05-11', [100_000, 0, 30]],
    ['a year late is 10.95 %', unspent, '2027-05-10', [100_000, 0, 10_950]],
    ['of 33 yen a day nothing', { ...unspent, yen: 33 }, '2026-05-11', [33, 0, 0]],
    // 1 July 2025 to 20 April 2026, both counted: 294 days
    ['cancelled: 加算金 from the day of receipt', cancelled, '2026-04-20', [100_000, 8_820, 0]],
    ['cancelled and late', cancelled, '2026-05-11', [100_000, 9_450, 30]],
    ['waived', { ...cancelled, waived: true }, '2026-06-10', [100_000, 0, 0]],
  ])('%s', (_, facts, day, [yen, surchargeYen, lateYen]) => {
    expect(dueOnDay(facts, day)).toEqual({ yen, surchargeYen, lateYen, total: yen + surchargeYen + lateYen });
  });

  test('what goes back was received last', () => {
    const received = [
      { on: '2025-07-01', yen: 300_000 },
      { on: '2025-12-01', yen: 100_000 },
    ];
    expect(lastReceived(received, 150_000)).toEqual([
      { on: '2025-12-01', yen: 100_000 },
      { on: '2025-07-01', yen: 50_000 },
    ]);
  });

  test('interest runs on what is left after a part came back', () => {
    const refunds = [{ on: '2026-05-20', yen: 60_000, surchargeYen: 0, lateYen: 0 }];
    // 10 days on 100,000 and 10 on 40,000
    expect(dueOnDay({ ...unspent, refunds }, '2026-05-30')).toMatchObject({
      yen: 40_000,
      lateYen: 300 + 120,
    });
    const early = [{ on: '2026-05-01', yen: 60_000, surchargeYen: 0, lateYen: 0 }];
    expect(dueOnDay({ ...unspent, refunds: early }, '2026-05-20')).toMatchObject({
      yen: 40_000,
      lateYen: 120,
    });
  });
});

describe('money that comes in', () => {
  const ordered = { ...cancelled, state: 'ordered' };

  test('is for the grant first, then 加算金, then 延滞金', () => {
    const take = (yen: number) => decideRefund(ordered, { on: '2026-05-11', yen, seen: 0 }, '2026-05-11');
    expect(take(100_000)).toMatchObject({
      value: { yen: 100_000, surchargeYen: 0, lateYen: 0, done: false },
    });
    expect(take(105_000)).toMatchObject({
      value: { yen: 100_000, surchargeYen: 5_000, lateYen: 0, done: false },
    });
    expect(take(109_480)).toMatchObject({
      value: { yen: 100_000, surchargeYen: 9_450, lateYen: 30, done: true },
    });
  });

  test.each<[string, { on: string; yen: number; seen?: number }, string]>([
    ['what came in already, pressed twice', { on: '2026-04-20', yen: 1, seen: 1 }, 'amount-changed'],
    ['more than is due', { on: '2026-04-20', yen: 108_821 }, 'more-than-due'],
    ['0 yen', { on: '2026-04-20', yen: 0 }, 'yen-missing'],
    ['minus 1 yen', { on: '2026-04-20', yen: -1 }, 'yen-missing'],
    ['half a yen', { on: '2026-04-20', yen: 0.5 }, 'yen-missing'],
    ['before it was ordered', { on: '2026-04-19', yen: 1 }, 'day-before-order'],
    ['tomorrow', { on: '2026-06-02', yen: 1 }, 'day-ahead'],
  ])('%s is not taken', (_, refund, refusal) => {
    expect(decideRefund(ordered, { seen: 0, ...refund }, '2026-06-01')).toMatchObject({ ok: false, refusal });
  });

  test('in whatever parts it comes, the grant comes back once and nothing is taken twice', () => {
    const parts = fc.array(fc.record({ after: fc.nat(40), yen: fc.integer({ min: 1, max: 60_000 }) }), {
      maxLength: 8,
    });
    expect(
      fc.check(
        fc.property(parts, fc.boolean(), (given, surcharge) => {
          let facts: ReturnFacts & { state: string } = { ...unspent, surcharge, state: 'ordered' };
          let day = facts.orderedOn;
          for (const { after, yen } of given) {
            day = addDays(day, after);
            const due = dueOnDay(facts, day);
            const seen = facts.refunds.length;
            const taken = decideRefund(facts, { on: day, yen: Math.min(yen, due.total), seen }, day);
            if (!taken.ok) continue;
            const { done, ...share } = taken.value;
            facts = {
              ...facts,
              refunds: [...facts.refunds, { on: day, ...share }],
              state: done ? 'done' : 'ordered',
            };
            if (done !== (dueOnDay(facts, day).total === 0)) return false;
          }
          return dueOnDay(facts, day).yen >= 0;
        }),
      ),
    ).toMatchObject({ failed: false });
  });

  test('interest is waived once, with a reason; where only interest was left that is the end', () => {
    const facts = { state: 'ordered', waived: false, reason: '災害', yenLeft: 0 };
    expect(decideWaive(facts)).toEqual({ ok: true, value: { done: true } });
    expect(decideWaive({ ...facts, yenLeft: 5 })).toEqual({ ok: true, value: { done: false } });
    expect(decideWaive({ ...facts, reason: ' ' })).toMatchObject({ refusal: 'waive-reason-missing' });
    expect(decideWaive({ ...facts, waived: true })).toMatchObject({ refusal: 'waived-already' });
    expect(decideWaive({ ...facts, state: 'done' })).toMatchObject({ refusal: 'return-done' });
  });
});
