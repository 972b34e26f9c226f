import { expect, test } from 'vitest';
import {
  checks,
  decideConfirm,
  decideMove,
  decideOffer,
  decideProposal,
  decideRequest,
  decideSubmit,
  isCorporateNumber,
  moves,
  paperCodes,
  type Proposal,
  standingOf,
} from './rules.ts';

test.each([
  ['draft', 'submit', 'submitted'],
  ['submitted', 'submit', 'move-not-now'],
  ['returned', 'submit', 'submitted'],
  ['submitted', 'return', 'returned'],
  ['submitted', 'propose', 'proposed'],
  ['returned', 'propose', 'move-not-now'],
  ['proposed', 'certify', 'certified'],
  ['submitted', 'certify', 'move-not-now'],
  ['proposed', 'send-back', 'submitted'],
  ['proposed', 'withdraw', 'move-not-now'],
  ['certified', 'refuse', 'move-not-now'],
] as const)('a request that is %s and is asked to %s: %s', (state, move, out) => {
  const decided = decideMove(state, move);
  expect(decided.ok ? decided.value : decided.refusal).toBe(out);
});

test('nothing leads out of what was decided', () => {
  for (const state of ['certified', 'refused', 'revoked', 'withdrawn'] as const)
    expect(Object.values(moves).some((from) => from[state])).toBe(false);
});

test.each([
  ['8700110005901', true],
  ['7000012050002', true],
  ['7000012050003', false],
  ['700001205000', false],
  ['0000000000000', false],
])('a corporate number is known by its check digit: %s %s', (number, right) => {
  expect(isCorporateNumber(number)).toBe(right);
});

const offer = {
  corporateNumber: '7000012050002',
  tasks: ['office'],
  days: ['mon'],
  kinds: ['unemployed'],
  opensAt: '09:00',
  closesAt: '15:00',
};

test.each([
  [{}, 'fits'],
  [{ corporateNumber: '1' }, 'corporate-number-form'],
  [{ tasks: ['swordfight'] }, 'tasks-missing'],
  [{ days: [] }, 'days-missing'],
  [{ kinds: [] }, 'kinds-missing'],
  [{ closesAt: '09:00' }, 'hours-order'],
])('what a workplace offers has days, tasks and hours: %o → %s', (change, out) => {
  const decided = decideOffer({ ...offer, ...change });
  expect(decided.ok ? decided.value : decided.refusal).toBe(out);
});

test('all papers come with a first request, the registry alone with a renewal', () => {
  const draft = { state: 'draft', kind: 'first' };
  expect(decideSubmit(draft, paperCodes)).toEqual({ ok: true, value: 'submitted' });
  expect(decideSubmit(draft, ['registry'])).toMatchObject({ refusal: 'papers-missing', facts: { count: 3 } });
  expect(decideSubmit({ ...draft, kind: 'renewal' }, ['registry']).ok).toBe(true);
});

const today = '2026-11-26';
const proposal: Proposal = {
  state: 'submitted',
  proposal: 'certify',
  ticked: checks,
  visitedOn: '2026-11-20',
  validUntil: '2029-03-31',
  reason: '',
  today,
};

test.each([
  [{}, 'proposed'],
  [{ ticked: checks.slice(1) }, 'checks-missing'],
  [{ visitedOn: null }, 'visit-missing'],
  [{ visitedOn: '2026-11-27' }, 'visit-later'],
  [{ validUntil: null }, 'until-missing'],
  [{ validUntil: today }, 'until-missing'],
  [{ validUntil: '2029-11-26' }, 'proposed'],
  [{ validUntil: '2029-11-27' }, 'until-too-far'],
  [{ proposal: 'refuse' }, 'reason-missing'],
  [{ proposal: 'refuse', reason: '安全の備えが足りない', ticked: [], visitedOn: null }, 'proposed'],
  [{ state: 'returned' }, 'move-not-now'],
] as const)('an officer proposes with %o: %s', (change, out) => {
  const decided = decideProposal({ ...proposal, ...change });
  expect(decided.ok ? decided.value : decided.refusal).toBe(out);
});

test.each([
  ['certify', 'b', true, 'certified'],
  ['certify', 'a', true, 'same-person'],
  ['certify', 'a', false, 'same-person'],
  ['refuse', 'b', true, 'refused'],
  ['revoke', 'b', true, 'revoked'],
  ['certify', 'b', false, 'submitted'],
] as const)('a proposal to %s, confirmed by %s (%s): %s', (kind, by, agree, out) => {
  const decided = decideConfirm({ state: 'proposed', proposal: kind, proposedBy: 'a' }, { by, agree });
  expect(decided.ok ? decided.value : decided.refusal).toBe(out);
});

test.each([
  [null, null, 'none', 'first'],
  ['2029-03-31', null, 'certified', 'too-early'],
  ['2027-02-24', null, 'ending', 'renewal'],
  ['2027-02-25', null, 'certified', 'too-early'],
  [today, null, 'ending', 'renewal'],
  ['2026-11-25', null, 'lapsed', 'renewal'],
  ['2029-03-31', '2026-11-26', 'ended', 'first'],
] as const)('valid until %s, ended on %s: %s, and may ask for %s', (validUntil, endedOn, standing, asks) => {
  const certification = { certifiedOn: validUntil && '2025-04-01', validUntil, endedOn };
  expect(standingOf(certification, today)).toBe(standing);
  const decided = decideRequest(certification, { open: false, today });
  expect(decided.ok ? decided.value : decided.refusal).toBe(asks);
  expect(decideRequest(certification, { open: true, today })).toMatchObject({ refusal: 'request-open' });
});
