/** What a test run says of itself, in the JSON that vitest writes. */
export interface TestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Neither: skipped, or marked to do. There should be none. */
  readonly neither: number;
}

export const noTests: Counts = { passed: 0, failed: 0, neither: 0 };

/** Counts tests; a file that failed before any of its tests ran counts as one failure. */
export function countsOf(report: TestReport): Counts {
  const statuses = report.testResults.flatMap((file) =>
    file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
      ? [...file.assertionResults.map((test) => test.status), 'failed']
      : file.assertionResults.map((test) => test.status),
  );
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.filter((status) => status === 'failed').length;
  return { passed, failed, neither: statuses.length - passed - failed };
}

export function sum(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, neither: a.neither + b.neither };
}
