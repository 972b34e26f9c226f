import { expect, test } from 'vitest';
import { decideBar, decideLift } from './rules.ts';

const usual = {
  personId: 'kin',
  self: 'worker',
  assignedTo: 'worker',
  mayBeBarred: ['kin', 'worker', 'chief'],
  barred: [] as string[],
  reason: '相手方のきょうだい',
};

test.each<[string, Partial<typeof usual>, string]>([
  ['somebody who works here is shut out with a reason', {}, 'bar'],
  ['a supervisor can be shut out too', { personId: 'chief' }, 'bar'],
  ['not somebody who carries no cases', { personId: 'stranger' }, 'person-unknown'],
  ['not oneself', { personId: 'worker', assignedTo: 'other' }, 'oneself'],
  ['not whoever carries the case, before it is handed on', { assignedTo: 'kin' }, 'carries-it'],
  ['not twice', { barred: ['kin'] }, 'barred-before'],
  ['not without a reason', { reason: '  親戚 ' }, 'reason-missing'],
])('%s', (_, change, answer) => {
  const decided = decideBar({ ...usual, ...change });
  expect(decided.ok ? decided.value : decided.refusal).toBe(answer);
});

test.each([
  [true, null, 'lift'],
  [false, null, 'supervisor-decides'],
  [true, new Date(0), 'lifted-before'],
] as const)('let in again: supervisor %s, ended at %s → %s', (supervisor, endedAt, answer) => {
  const decided = decideLift({ supervisor, endedAt });
  expect(decided.ok ? decided.value : decided.refusal).toBe(answer);
});
