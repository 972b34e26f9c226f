import { expect, test } from 'vitest';
import { countsOf } from './counts.ts';

test('passed, failed and skipped tests are told apart', () => {
  const statuses = ['passed', 'passed', 'failed', 'skipped', 'pending', 'todo'];
  const file = { status: 'failed', assertionResults: statuses.map((status) => ({ status })) };
  expect(countsOf({ testResults: [file] })).toEqual({ passed: 2, failed: 1, neither: 3 });
});

test('a file that fails before its tests run is a failure, not silence', () => {
  expect(countsOf({ testResults: [{ status: 'failed', assertionResults: [] }] })).toEqual({
    passed: 0,
    failed: 1,
    neither: 0,
  });
});

test('no tests count as none', () => {
  expect(countsOf({ testResults: [] })).toEqual({ passed: 0, failed: 0, neither: 0 });
});
