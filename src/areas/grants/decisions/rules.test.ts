import { expect, test } from 'vitest';
import {
  decideBoard,
  decideDecision,
  decidePropose,
  decideReturn,
  type Deciding,
  type Item,
  periodOf,
} from './rules.ts';

const item: Item = {
  number: '2025-000001',
  state: 'checked',
  proposal: 'award',
  yen: 200_000,
  askedYen: 200_000,
  hasReason: false,
};
const draft = { state: 'draft', revision: 3 };

test.each<[string, Partial<Item>, string]>([
  ['one that is not checked', { state: 'submitted' }, 'not-checked'],
  ['an amount of 0', { yen: 0 }, 'yen-missing'],
  ['an amount below 0', { yen: -1 }, 'yen-missing'],
  ['half a yen', { yen: 0.5 }, 'yen-missing'],
  ['more than was asked', { yen: 200_001 }, 'more-than-asked'],
  ['a refusal without a reason', { proposal: 'refuse' }, 'reason-missing'],
])('a pack with %s is not proposed, and says which application it is', (_, change, refusal) => {
  expect(decidePropose(draft, { items: [item, { ...item, ...change, number: 'B' }], revision: 3 })).toEqual({
    ok: false,
    refusal,
    facts: { number: 'B' },
  });
});

test.each<[string, { state: string; revision: number }, readonly Item[], number, string | undefined]>([
  ['a whole draft is proposed', draft, [item], 3, undefined],
  ['so is one that came back', { state: 'returned', revision: 3 }, [item], 3, undefined],
  ['an empty one is not', draft, [], 3, 'pack-empty'],
  ['nor one that somebody else changed', draft, [item], 2, 'changed-meanwhile'],
  ['nor one that waits for the approver', { state: 'proposed', revision: 3 }, [item], 3, 'pack-not-writable'],
])('%s', (_, pack, items, revision, refusal) => {
  const decision = decidePropose(pack, { items, revision });
  expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
});

test.each<[number, number, number, boolean]>([
  [0, 0, 0, true],
  [0, 1, 0, false],
  [5, 3, 5, true],
  [5, 3, 2, true],
  [5, 0, 3, false],
  [5, 6, 3, false],
  [5, 3, 6, false],
])('of %i members, a quorum of %i and %i present: possible %s', (members, quorum, present, possible) => {
  expect(decideBoard({ members, quorum, present, metOn: null }).ok).toBe(possible);
});

const deciding: Deciding = {
  pack: { state: 'proposed', revision: 4 },
  board: { members: 5, quorum: 3, present: 3, metOn: '2025-06-01' },
  revision: 4,
  items: [item, { ...item, yen: 100_000 }, { ...item, proposal: 'refuse', yen: 0, hasReason: true }],
  preparers: ['officer'],
  personId: 'approver',
  decidedOn: '2025-06-02',
  today: '2025-06-02',
  freeYen: 300_000,
};

test.each<[string, Partial<Deciding>, string | undefined]>([
  ['what is whole and within the free money is decided', {}, undefined],
  ['one yen too much is not', { freeYen: 299_999 }, 'more-than-free'],
  ['whoever prepared it does not decide it', { personId: 'officer' }, 'own-work'],
  [
    'a board below its quorum does not carry it',
    { board: { ...deciding.board, present: 2 } },
    'quorum-missing',
  ],
  ['a board that has not met does not either', { board: { ...deciding.board, metOn: null } }, 'met-missing'],
  [
    'the board meets before it is decided',
    { board: { ...deciding.board, metOn: '2025-06-03' } },
    'met-later',
  ],
  ['nothing is decided ahead of its day', { decidedOn: '2025-06-03' }, 'day-ahead'],
  [
    'a call without a board needs no quorum',
    { board: { members: 0, quorum: 0, present: 0, metOn: null } },
    undefined,
  ],
  ['what was changed meanwhile is looked at again', { revision: 3 }, 'changed-meanwhile'],
  ['a draft is not decided', { pack: { state: 'draft', revision: 4 } }, 'not-proposed'],
  ['all put off is no decision', { items: [] }, 'all-deferred'],
  [
    'an application that was taken back meanwhile is not decided',
    { items: [{ ...item, state: 'withdrawn' }] },
    'not-checked',
  ],
])('%s', (_, change, refusal) => {
  const decision = decideDecision({ ...deciding, ...change });
  expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
});

test('a decision beyond the money says by how much', () => {
  expect(decideDecision({ ...deciding, freeYen: 250_000 })).toMatchObject({
    facts: { needed: 300_000, free: 250_000, over: 50_000 },
  });
});

test('a pack goes back with a reason only', () => {
  const pack = { state: 'proposed', revision: 1 };
  expect(decideReturn(pack, { revision: 1, reason: ' ' })).toMatchObject({ refusal: 'reason-missing' });
  expect(decideReturn(pack, { revision: 1, reason: '金額の根拠' })).toMatchObject({ ok: true });
});

test.each([
  ['2025-06-02', '2026-03-31'],
  ['2026-03-31', '2026-03-31'],
  ['2025-03-30', '2026-03-31'],
  ['2026-04-01', '2027-03-31'],
])('work that is granted on %s for fiscal year 2025 may go on until %s', (decidedOn, endsOn) => {
  expect(periodOf(decidedOn, { fiscalYear: 2025 })).toEqual({ startsOn: decidedOn, endsOn });
});
