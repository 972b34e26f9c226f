import { expect, test } from 'vitest';
import { flawsOf } from '#areas/grants/calls/checks/rules.ts';
import { askedYen } from '#areas/grants/applications/rules.ts';
import { cafeteriaTerms, cooperationTerms, newLifeTerms, youthTerms } from './terms.ts';

const window = { opensOn: '2026-05-01', closesOn: '2026-08-31' };
const cooperation = cooperationTerms('2026-05-01', window);

test('協力金 is 120,000 yen, once for each municipality, first come, for groups with a record', () => {
  expect(cooperation.name.ja).toBe('生活困窮者支援団体応援協力金');
  expect(cooperation.amount).toEqual({ kind: 'fixed', yen: 120_000 });
  expect(askedYen(cooperation, new Map())).toBe(120_000);
  expect([cooperation.unit, cooperation.firstCome, cooperation.report]).toEqual(['municipality', true, null]);
  const asked = Object.fromEntries(cooperation.eligibility.map(({ code, label }) => [code, label.ja]));
  expect(Object.keys(asked)).toEqual(['site', 'often', 'partner', 'listed']);
  // Park set-ups do not count; twice a month and a year; with a municipality; in the directory of this site.
  expect(asked['site']).toContain('公園での仮設は含みません');
  expect(asked['often']).toContain('月2回以上、1年以上');
  expect(asked['partner']).toContain('自治体と連携');
  expect(asked['listed']).toContain('このサイト');
  for (const { passes, otherwise } of cooperation.eligibility)
    expect([passes, otherwise.ja.length > 10]).toEqual(['yes', true]);
});

test.each([
  ['one-shot', cooperation],
  ['subsidy', cafeteriaTerms('2026-05-01', window)],
  ['one-shot', newLifeTerms(window)],
  ['one-shot', youthTerms(window)],
])('the terms of a live call (%s) could be published as they are: %#', (shape, terms) => {
  expect(flawsOf(terms, shape)).toEqual([]);
});

test('furniture: the six conditions, half of three kinds of things, and the interest of what was bought on credit', () => {
  const { benefit } = newLifeTerms(window);
  expect(benefit?.conditions.map(({ kind, code }) => `${code}:${kind}`)).toEqual([
    'plan:plan',
    'working:answer',
    'moved:moved',
    'income:income',
    'savings:savings',
    'protection:answer',
  ]);
  expect(benefit?.amount).toMatchObject({
    kind: 'share',
    numerator: 1,
    denominator: 2,
    items: [{ code: 'bedding' }, { code: 'lamp' }, { code: 'curtain' }],
    interest: { numerator: 1, denominator: 1 },
  });
  expect(benefit?.conditions.find(({ kind }) => kind === 'savings')).toMatchObject({
    times: 6,
    cap: 1_000_000,
  });
  expect(benefit?.conditions.find(({ kind }) => kind === 'moved')).toMatchObject({ withinMonths: 1 });
});
