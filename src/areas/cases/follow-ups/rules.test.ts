import { expect, test } from 'vitest';
import { decideFollowUp, followUpDue } from './rules.ts';

test.each([
  ['doing well', { result: 'well' }, 'record'],
  ['asked again', { result: 'so-so', nextOn: '2026-05-02' }, 'record'],
  ['not reached, and asked again', { result: 'not-reached', nextOn: '2026-05-02' }, 'record'],
  ['not reached, and forgotten', { result: 'not-reached' }, 'next-missing'],
  ['nothing chosen', {}, 'result-missing'],
  ['an unknown word', { result: 'fine' }, 'result-missing'],
  ['again today', { result: 'well', nextOn: '2026-05-01' }, 'day-order'],
  ['a second time', { result: 'well', doneOn: '2026-04-30' }, 'done-before'],
])('%s', (_, change, answer) => {
  const decision = decideFollowUp({ result: '', doneOn: null, nextOn: '', today: '2026-05-01', ...change });
  expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
});

const told = new Date('2026-05-01T00:00:00Z');
test.each([
  ['the day before', '2026-04-30', {}, null],
  ['on the day', '2026-05-01', {}, 'worker'],
  ['told already', '2026-05-07', { remindedAt: told }, null],
  ['a week late', '2026-05-08', { remindedAt: told }, 'supervisor'],
  ['told twice', '2026-06-01', { remindedAt: told, escalatedAt: told }, null],
])('who is reminded %s', (_, today, change, who) => {
  expect(followUpDue({ dueOn: '2026-05-01', remindedAt: null, escalatedAt: null, ...change }, today)).toBe(
    who,
  );
});
