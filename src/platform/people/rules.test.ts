import { expect, test } from 'vitest';
import { administrator, type Role } from '../access.ts';
import { isLocalGovernmentCode } from './organisations/rules.ts';
import { decideAdministratorLeaves, decideMembership } from './rules.ts';

const reporter: Role = { name: 'reporter', words: { ja: '報告', en: 'Reporter' }, at: ['bureau'] };
const roles = [administrator, reporter];

test.each([
  ['reporter', 'bureau', false, { ok: true, value: 'hold' }],
  ['administrator', 'prefecture', false, { ok: true, value: 'hold' }],
  ['reporter', 'npo', false, { ok: false, refusal: 'role-unfit' }],
  ['administrator', 'bureau', false, { ok: false, refusal: 'role-unfit' }],
  ['king', 'bureau', false, { ok: false, refusal: 'role-unknown' }],
  ['reporter', 'bureau', true, { ok: false, refusal: 'organisation-closed' }],
])('%s at a %s (closed: %s): %j', (role, kind, closed, expected) => {
  const organisation = { kind, closedAt: closed ? new Date(0) : null };
  expect(decideMembership({ role, organisation, roles })).toEqual(expected);
});

test.each([
  [0, false],
  [1, true],
  [5, true],
])('an administrator with %i others beside them may go: %s', (others, ok) =>
  expect(decideAdministratorLeaves({ others }).ok).toBe(ok),
);

// 神奈川県, 横浜市, 川崎市, 北海道, 東京都
test.each(['140007', '141003', '141305', '010006', '130001'])(
  '%s is the code of a local government',
  (code) => expect(isLocalGovernmentCode(code)).toBe(true),
);
test.each(['140008', '14000', '1400077', 'abcdef', ''])('%s is none', (code) =>
  expect(isLocalGovernmentCode(code)).toBe(false),
);
