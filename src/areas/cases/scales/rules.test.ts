import { expect, test } from 'vitest';
import { domains, scale } from './codes.ts';
import { changeOf, decideScale, firstAndLast, type Stages } from './rules.ts';

const today = '2026-05-10';

test.each<[Stages, string, string | undefined]>([
  [{ income: 1 }, today, undefined],
  [{}, today, 'nothing-asked'],
  [{ income: 0 }, today, 'stage-unknown'],
  [{ income: 6 }, today, 'stage-unknown'],
  [{ income: 2.5 }, today, 'stage-unknown'],
  [{ income: 3 }, '2026-05-11', 'day-order'],
])('a scale is asked in stages from 1 to 5, any number of domains: %#', (stages, askedOn, refusal) => {
  const decision = decideScale({ stages, askedOn, today });
  expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
});

test.each([
  [1, 2, 'better'],
  [2, 2, 'same'],
  [3, 1, 'worse'],
  [undefined, 1, 'unknown'],
  [1, undefined, 'unknown'],
] as const)('from %s to %s: %s', (before, after, change) => {
  expect(changeOf(before, after)).toBe(change);
});

test('first and last are those of the domain, whichever scales asked for it', () => {
  const scales = [
    { askedOn: '2026-06-01', stages: { income: 3 } },
    { askedOn: '2026-04-01', stages: { income: 1, hope: 2 } },
    { askedOn: '2026-05-01', stages: { income: 2 } },
  ];
  expect(firstAndLast(scales, 'income')).toEqual({ before: 1, after: 3 });
  expect(firstAndLast(scales, 'hope')).toEqual({ before: 2, after: undefined });
  expect(firstAndLast(scales, 'ties')).toEqual({ before: undefined, after: undefined });
});

test('every domain has five stages in words of both languages', () => {
  for (const domain of domains) {
    expect(scale[domain].stages).toHaveLength(5);
    for (const { ja, en } of scale[domain].stages) expect(ja !== '' && en !== '').toBe(true);
  }
});
