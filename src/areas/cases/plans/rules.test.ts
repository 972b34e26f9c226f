import { describe, expect, test } from 'vitest';
import {
  decideAddition,
  decideEdit,
  decideItem,
  decidePeriod,
  decidePlanMove,
  decisionOf,
  missingParts,
  type Moving,
  type PlanFacts,
  planState,
} from './rules.ts';

const draft: PlanFacts = {
  startsOn: '2026-04-20',
  endsOn: '2026-10-19',
  monitorOn: '2026-06-01',
  agreedOn: null,
  metOn: null,
  metResult: null,
  decidedOn: null,
  reviewedOn: null,
};
const agreed = { ...draft, agreedOn: '2026-04-10' };
const met = { ...agreed, metOn: '2026-04-12', metResult: 'fits' };
const decided = { ...met, decidedOn: '2026-04-13' };
const reviewed = { ...decided, reviewedOn: '2026-10-01' };
const refusalOf = (result: { ok: boolean; refusal?: string }) => (result.ok ? undefined : result.refusal);

test.each([
  [draft, '2026-04-13', 'draft'],
  [agreed, '2026-04-13', 'agreed'],
  [{ ...agreed, metOn: '2026-04-12', metResult: 'to-change' }, '2026-04-13', 'agreed'],
  [{ ...draft, metOn: '2026-04-12', metResult: 'fits' }, '2026-04-13', 'draft'],
  [met, '2026-04-13', 'met'],
  [decided, '2026-04-19', 'decided'],
  [decided, '2026-04-20', 'running'],
  [{ ...decided, startsOn: null }, '2026-04-13', 'running'],
  [reviewed, '2026-10-01', 'reviewed'],
] as const)('where a plan stands follows from its days: %#', (plan, today, state) => {
  expect(planState(plan, today)).toBe(state);
});

test('what is missing is named in the order of the form; a step of the person belongs to it', () => {
  const empty = { issues: '', goal: '', bearers: [], startsOn: null, endsOn: null, monitorOn: null };
  expect(missingParts(empty)).toEqual(['issues', 'goal', 'items', 'own-step', 'period', 'monitor']);
  const whole = { ...draft, issues: 'x', goal: 'y', bearers: ['own'] };
  expect(missingParts(whole)).toEqual(['own-step']);
  expect(missingParts({ ...whole, bearers: ['own', 'person'] })).toEqual([]);
});

describe('moves', () => {
  const moving: Omit<Moving, 'move' | 'plan'> = {
    missing: [],
    supervisor: false,
    on: '2026-04-14',
    today: '2026-04-14',
  };
  test.each<[Moving['move'], PlanFacts, Partial<Moving>, string | undefined]>([
    ['agree', draft, {}, undefined],
    ['agree', draft, { missing: ['goal'] }, 'plan-incomplete'],
    ['agree', draft, { on: '2026-04-15' }, 'day-order'],
    ['agree', decided, {}, 'plan-decided'],
    ['meet', draft, {}, 'not-agreed'],
    ['meet', agreed, {}, undefined],
    ['meet', agreed, { on: '2026-04-09' }, 'day-order'],
    ['decide', met, {}, 'supervisor-decides'],
    ['decide', met, { supervisor: true }, undefined],
    ['decide', agreed, { supervisor: true }, 'not-met'],
    ['decide', { ...met, metResult: 'to-change' }, { supervisor: true }, 'not-met'],
    ['decide', { ...met, agreedOn: null }, { supervisor: true }, 'not-agreed'],
    ['decide', met, { supervisor: true, on: '2026-04-11' }, 'day-order'],
    ['return', met, { supervisor: true }, 'why-missing'],
    ['return', met, { supervisor: true, why: '家族のこと' }, undefined],
    ['return', met, { why: '家族のこと' }, 'supervisor-decides'],
  ])('%s of %#', (move, plan, change, refusal) => {
    expect(refusalOf(decidePlanMove({ ...moving, move, plan, ...change }))).toBe(refusal);
  });
});

test.each([
  [undefined, { lapses: false, starts: true }],
  [draft, { lapses: false, starts: false }],
  [agreed, { lapses: true, starts: false }],
  [decided, undefined],
  [reviewed, { lapses: false, starts: true }],
])('a plan is written until it is decided; after its review the next begins: %#', (plan, value) => {
  const edit = decideEdit(plan);
  expect(edit.ok ? edit.value : undefined).toEqual(value);
});

test.each([
  [undefined, '', 'plan-missing'],
  [draft, 'rent-benefit', undefined],
  [decided, '', undefined],
  [decided, 'rent-benefit', 'plan-decided'],
  [reviewed, '', 'plan-reviewed'],
] as const)('a meeting adds a row, but no program to a decided plan: %#', (plan, program, refusal) => {
  expect(refusalOf(decideAddition(plan, { program }))).toBe(refusal);
});

test.each([
  [{ what: '', bearer: 'person', related: '' }, 'what-missing'],
  [{ what: 'x', bearer: 'related', related: '' }, 'related-missing'],
  [{ what: 'x', bearer: 'related', related: 'medical' }, undefined],
  [{ what: 'x', bearer: 'person', related: '' }, undefined],
])('a row says what and who: %#', (item, refusal) => {
  expect(refusalOf(decideItem(item))).toBe(refusal);
});

test.each([
  [{ startsOn: null, endsOn: null, monitorOn: null }, undefined],
  [{ startsOn: '2026-04-02', endsOn: '2026-04-01', monitorOn: null }, 'period-order'],
  [{ startsOn: '2026-04-02', endsOn: null, monitorOn: '2026-04-01' }, 'monitor-outside'],
  [{ startsOn: null, endsOn: '2026-04-02', monitorOn: '2026-04-03' }, 'monitor-outside'],
])('period and monitoring fit: %#', (days, refusal) => {
  expect(refusalOf(decidePeriod(days))).toBe(refusal);
});

test('a plan with a program of the Act is decided, any other confirmed', () => {
  expect(decisionOf([null, 'rent-benefit'], ['rent-benefit'])).toBe('decided');
  expect(decisionOf([null, 'welfare-loan'], ['rent-benefit'])).toBe('confirmed');
});
