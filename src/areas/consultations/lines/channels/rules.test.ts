import { expect, test } from 'vitest';
import { decideKeys, decideSettings } from './rules.ts';

test.each([
  ['doorbell', '', 'ok'],
  ['doorbell', '福援第1号', 'ok'],
  ['direct', '福援第1号', 'ok'],
  ['direct', '', 'decision-missing'],
  ['direct', '　 ', 'decision-missing'],
] as const)('%s with the decision "%s": %s', (mode, decision, outcome) => {
  const decided = decideSettings({ mode, decision, pushesPerMonth: 200 });
  expect(decided.ok ? 'ok' : decided.refusal).toBe(outcome);
});

const secret = '0123456789abcdef'.repeat(2);
const token = `${'Ab3/+'.repeat(30)}=`;
test.each([
  ['both', secret, token, false, 'both'],
  ['only the token, where there is a secret', '', token, true, 'token'],
  ['only the secret, where there is a token', secret, '', true, 'secret'],
  ['nothing, where both are there', '', '', true, 'none'],
  ['nothing at all', '', '', false, 'none'],
  ['only one of two', secret, '', false, 'keys-missing'],
  ['a secret that was cut off', secret.slice(1), token, false, 'secret-form'],
  ['the token in the place of the secret', token, secret, false, 'secret-form'],
  ['a token with a blank', secret, `${token} x`, false, 'token-form'],
])('keys: %s', (_, given, pass, connected, outcome) => {
  const decided = decideKeys({ secret: given, token: pass, connected });
  expect(decided.ok ? decided.value : decided.refusal).toBe(outcome);
});
