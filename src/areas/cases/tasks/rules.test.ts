import { expect, test } from 'vitest';
import { decideTask, dueNotice, taskState } from './rules.ts';

const today = '2026-05-10';
const open = { dueOn: '2026-05-09', doneAt: null, remindedAt: null, escalatedAt: null };
const told = new Date('2026-05-10T00:00:00Z');

test.each([
  ['2026-05-11', null, 'later'],
  ['2026-05-10', null, 'today'],
  ['2026-05-09', null, 'overdue'],
  ['2026-05-09', told, 'done'],
])('due on %s', (dueOn, doneAt, state) => {
  expect(taskState({ dueOn, doneAt }, today)).toBe(state);
});

test.each([
  [open, 'owner'],
  [{ ...open, dueOn: today }, undefined],
  [{ ...open, doneAt: told }, undefined],
  [{ ...open, remindedAt: told }, undefined],
  [{ ...open, dueOn: '2026-05-03', remindedAt: told }, undefined],
  [{ ...open, dueOn: '2026-05-02', remindedAt: told }, 'supervisors'],
  [{ ...open, dueOn: '2026-05-02', remindedAt: told, escalatedAt: told }, undefined],
  [{ ...open, dueOn: '2026-01-01' }, 'owner'],
])('the owner hears the day after, the supervisors a week later, each once: %#', (task, notice) => {
  expect(dueNotice(task, today)).toBe(notice);
});

test.each([
  [{}, undefined],
  [{ what: '' }, 'what-missing'],
  [{ dueOn: '2026-05-09' }, 'due-past'],
  [{ ownerId: 'c' }, 'owner-elsewhere'],
])('a task has words, a day to come and an owner of the organisation: %#', (change, refusal) => {
  const task = { what: 'x', dueOn: today, ownerId: 'a', workers: ['a', 'b'], today, ...change };
  const decision = decideTask(task);
  expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
});
