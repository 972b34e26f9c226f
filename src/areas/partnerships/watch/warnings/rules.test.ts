import { expect, test } from 'vitest';
import { decideWarning, type WarningStep } from './rules.ts';

const facts = {
  state: 'proposed',
  writtenBy: 'writer',
  personId: 'second',
  keeper: true,
  remark: '直してください',
  fresh: true,
};
const table: readonly [WarningStep, Partial<typeof facts>, string][] = [
  ['send', {}, 'sent'],
  ['send', { keeper: false }, 'sent'],
  ['send', { personId: 'writer' }, 'warning-own'],
  ['send', { fresh: false }, 'warning-changed'],
  ['send', { state: 'returned' }, 'warning-not-now'],
  ['send', { state: 'sent' }, 'warning-not-now'],
  ['return', {}, 'returned'],
  ['return', { personId: 'writer' }, 'warning-own'],
  ['return', { remark: ' ' }, 'remark-missing'],
  ['edit', { personId: 'writer' }, 'proposed'],
  ['edit', { state: 'returned' }, 'proposed'],
  ['edit', { keeper: false }, 'warning-not-yours'],
  ['edit', { state: 'sent' }, 'warning-not-now'],
  ['withdraw', { state: 'sent' }, 'withdrawn'],
  ['withdraw', { state: 'sent', keeper: false }, 'warning-not-yours'],
  ['withdraw', { state: 'sent', remark: '' }, 'remark-missing'],
  ['withdraw', {}, 'warning-not-now'],
];
test.each(table)('%s with %j leads to %s', (step, change, expected) => {
  const decided = decideWarning(step, { ...facts, ...change });
  expect(decided.ok ? decided.value : decided.refusal).toBe(expected);
});
