import { expect, test } from 'vitest';
import type { Result } from '#platform/result.ts';
import {
  decideCall,
  decideHold,
  decideLane,
  decideToPlan,
  meetingForms,
  stateOf,
  windowOf,
} from './rules.ts';

const said = <Value>(result: Result<Value, string>) => (result.ok ? result.value : result.refusal);
const at = (text: string) => new Date(`${text}:00+09:00`);

test.each(meetingForms)('$kind of $act: with consent it belongs to the case', ({ kind, act }) => {
  expect(said(decideLane({ kind, act, consented: true }))).toBe('consent');
});

test.each([
  ['coordination', 'practice', 'consent-missing'],
  ['multi-layer', 'welfare-106-4', 'consent-missing'],
  ['support', 'livelihood-9', 'sealed'],
  ['support', 'welfare-106-6', 'sealed'],
  ['coordination', 'women-15', 'sealed'],
  ['adjustment', 'assistance-27-3', 'sealed'],
  ['council', 'isolation-15', 'sealed'],
  ['council', 'child-25-2', 'sealed'],
  ['support', 'practice', 'form-unknown'],
  ['support', '', 'form-unknown'],
])('%s of %s without consent: %s', (kind, act, answer) => {
  expect(said(decideLane({ kind, act, consented: false }))).toBe(answer);
});

test('the window opens before and closes after, by itself', () => {
  const given = { startsAt: at('2026-07-10T14:00'), endsAt: at('2026-07-10T15:00'), before: 24, after: 72 };
  const window = windowOf(given);
  if (!window.ok) throw new Error(window.refusal);
  const state = (moment: string) => stateOf({ ...window.value, cancelledAt: null, heldAt: null }, at(moment));
  expect(['2026-07-09T13:59', '2026-07-09T14:00', '2026-07-13T14:59', '2026-07-13T15:00'].map(state)).toEqual(
    ['planned', 'open', 'open', 'closed'],
  );
  expect(stateOf({ ...window.value, cancelledAt: given.startsAt, heldAt: null }, given.startsAt)).toBe(
    'cancelled',
  );
});

test.each([
  ['2026-07-10T15:00', '2026-07-10T14:00', 24, 24, 'window-order'],
  ['2026-07-10T14:00', '2026-07-10T14:00', 24, 24, 'window-order'],
  ['2026-07-10T14:00', '2026-07-10T15:00', -1, 24, 'window-order'],
  ['2026-07-10T14:00', '2026-07-25T15:00', 168, 168, 'window-long'],
] as const)('from %s to %s, %s and %s hours: %s', (startsAt, endsAt, before, after, answer) => {
  expect(said(windowOf({ startsAt: at(startsAt), endsAt: at(endsAt), before, after }))).toBe(answer);
});

const call = { agenda: '住まいのこと', members: 2, sworn: true, closedOn: null as string | null };
test.each<[Partial<typeof call>, string]>([
  [{}, 'call'],
  [{ agenda: ' ' }, 'agenda-missing'],
  [{ members: 0 }, 'members-missing'],
  [{ sworn: false }, 'secrecy-missing'],
  [{ closedOn: '2026-07-01' }, 'case-closed'],
])('calling with %j: %s', (change, answer) => {
  expect(said(decideCall({ ...call, ...change }))).toBe(answer);
});

const hold = {
  startsAt: at('2026-07-10T14:00'),
  cancelledAt: null as Date | null,
  heldAt: null as Date | null,
  purpose: 'plan',
  result: 'fits',
  now: at('2026-07-10T15:00'),
};
test.each<[string, Partial<typeof hold>, string]>([
  ['once it has begun', {}, 'hold'],
  ['not before', { now: at('2026-07-10T13:59') }, 'not-yet'],
  ['not twice', { heldAt: hold.startsAt }, 'held-before'],
  ['not once it was cancelled', { cancelledAt: hold.startsAt }, 'cancelled'],
  ['about a plan: only with what it found', { result: '' }, 'result-missing'],
  ['about something else: without', { purpose: 'share', result: '' }, 'hold'],
])('it is held %s', (_, change, answer) => {
  expect(said(decideHold({ ...hold, ...change }))).toBe(answer);
});

const today = '2026-07-10';
test.each<[string, Parameters<typeof decideToPlan>[0], string]>([
  ['without any consent', { consents: [], today, planItemId: null }, 'consent-missing'],
  [
    'with a consent that was withdrawn',
    { consents: [{ untilOn: null, withdrawnAt: hold.now }], today, planItemId: null },
    'consent-missing',
  ],
  [
    'with one that is over',
    { consents: [{ untilOn: '2026-07-09', withdrawnAt: null }], today, planItemId: null },
    'consent-missing',
  ],
  [
    'with one that stands',
    { consents: [{ untilOn: '2026-07-10', withdrawnAt: null }], today, planItemId: null },
    'add',
  ],
  [
    'a second time',
    { consents: [{ untilOn: null, withdrawnAt: null }], today, planItemId: 'item' },
    'in-plan-before',
  ],
])('a decision goes into the plan %s: %s', (_, facts, answer) => {
  expect(said(decideToPlan(facts))).toBe(answer);
});
