import { expect, test } from 'vitest';
import { type FigureKey, figureId } from './identity.ts';

const calls: FigureKey = {
  kind: 'results',
  fiscalYear: 2024,
  subject: { of: 'measure', thread: '00000000-0000-4000-8000-000000000001' },
  period: '2024',
};

test('a number keeps its name, which can be read aloud and typed', () => {
  expect(figureId(calls)).toBe(figureId({ ...calls }));
  expect(figureId(calls)).toMatch(/^f[0-9a-hjkmnp-tv-z]{11}$/);
});

test.each<[string, Partial<FigureKey>]>([
  ['of a month', { period: '2024-04' }],
  ['of another year', { fiscalYear: 2025, period: '2025' }],
  ['of a plan', { kind: 'plan' }],
  ['of another measure', { subject: { of: 'measure', thread: '00000000-0000-4000-8000-000000000002' } }],
  [
    'of the budget',
    { subject: { of: 'budget', thread: '00000000-0000-4000-8000-000000000001', stage: 'initial' } },
  ],
  ['of a row of the plan', { subject: { of: 'plan', row: '00000000-0000-4000-8000-000000000001' } }],
  ['of a pillar', { subject: { of: 'plan-total', pillar: '1' } }],
  ['of the programs of a category', { subject: { of: 'programs', category: '1' } }],
  ['of the new programs', { subject: { of: 'count', what: 'new-programs', code: null } }],
  ['of the programs of a rating', { subject: { of: 'count', what: 'rated', code: 'good' } }],
])('a number %s has another name', (_, other) => {
  expect(figureId({ ...calls, ...other })).not.toBe(figureId(calls));
});
