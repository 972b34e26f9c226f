import { expect, test } from 'vitest';
import { decidePaper, standingOf } from './rules.ts';

test.each([
  ['2026-06-08', 'over'],
  ['2026-06-09', 'week'],
  ['2026-06-16', 'week'],
  ['2026-06-17', 'month'],
  ['2026-07-09', 'month'],
  ['2026-07-10', 'good'],
])('a paper until %s stands on 9 June as %s', (expiresOn, standing) => {
  expect(standingOf(expiresOn, '2026-06-09')).toBe(standing);
});

test.each([
  ['2026-06-09', 'clean', undefined],
  ['2026-06-09', 'unscanned', undefined],
  ['2026-06-08', 'clean', 'over-already'],
  ['2027-06-08', 'infected', 'infected'],
  ['2027-06-08', 'unreachable', 'scanner-silent'],
] as const)('one until %s that the scanner calls %s: %s', (expiresOn, scan, refusal) => {
  const decision = decidePaper({ expiresOn, scan, today: '2026-06-09' });
  expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
});
