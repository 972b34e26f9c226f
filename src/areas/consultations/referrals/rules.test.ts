import { expect, test } from 'vitest';
import { decideReferral } from './rules.ts';

const facts = { erased: false, known: true, how: 'told', before: [], serviceId: 'a' };
const told = { serviceId: 'a', how: 'told' };

test.each([
  ['an entry that is there', facts, 'told'],
  ['one that was told of, now passed on to', { ...facts, how: 'passed-on', before: [told] }, 'passed-on'],
  ['another one', { ...facts, before: [{ ...told, serviceId: 'b' }] }, 'told'],
  ['a second time', { ...facts, before: [told] }, 'referral-there'],
  ['an entry that nobody may see', { ...facts, known: false }, 'referral-unknown'],
  ['no way', { ...facts, how: '' }, 'referral-way-missing'],
  ['a way that nobody offered', { ...facts, how: 'sold' }, 'referral-way-missing'],
  ['an erased record', { ...facts, erased: true }, 'referral-erased'],
])('%s: %j → %s', (_, given, decided) => {
  const decision = decideReferral(given);
  expect(decision.ok ? decision.value : decision.refusal).toBe(decided);
});
