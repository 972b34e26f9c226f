import { existsSync, readFileSync } from 'node:fs';
import { countsOf, noTests, sum, type Counts, type TestReport } from './counts.ts';
import { runStep, type Outcome, type Step } from './step.ts';

/** Runs every step whatever the others say, prints a line for each, and ends with the count of the tests. */
export async function runAll(steps: readonly Step[]): Promise<never> {
  const outcomes: Outcome[] = [];
  for (const group of sideBySide(steps)) outcomes.push(...(await Promise.all(group.map(runAndTell))));
  process.exit(conclude(outcomes));
}

/** Two static steps at a time, each step that wants to be alone by itself. */
function sideBySide(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (!step.alone && last && last.length < 2 && !last[0]?.alone) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

async function runAndTell(step: Step): Promise<Outcome> {
  const outcome = await runStep(step);
  const counts = countedIn(outcome);
  const tests = counts ? `, ${told(counts)}` : '';
  console.log(
    `${outcome.passed ? 'ok    ' : 'FAILED'} ${step.name} (${outcome.seconds.toFixed(1)} s${tests})`,
  );
  if (!outcome.passed) console.log(outcome.output.trimEnd());
  return outcome;
}

function countedIn({ step }: Outcome): Counts | undefined {
  if (!step.report || !existsSync(step.report)) return undefined;
  return countsOf(JSON.parse(readFileSync(step.report, 'utf8')) as TestReport);
}

const told = (counts: Counts) => `${counts.passed} passed, ${counts.failed} failed`;

/** The last lines: which steps failed, and the tests, unless a run of tests ended without its report. */
function conclude(outcomes: readonly Outcome[]): number {
  const failed = outcomes.filter((outcome) => !outcome.passed);
  if (failed.length > 0) console.log(`Failed: ${failed.map((outcome) => outcome.step.name).join(', ')}`);
  const ran = outcomes.filter((outcome) => outcome.step.report);
  const silent = ran.filter((outcome) => countedIn(outcome) === undefined);
  for (const outcome of silent) console.log(`No count: ${outcome.step.name} ended without a report`);
  const counts = ran.map((outcome) => countedIn(outcome) ?? noTests).reduce(sum, noTests);
  if (counts.neither > 0) console.log(`${counts.neither} tests were skipped: none may be`);
  if (ran.length > 0 && silent.length === 0) console.log(told(counts));
  return failed.length + silent.length + counts.failed + counts.neither > 0 ? 1 : 0;
}
