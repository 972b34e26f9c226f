/** Types, format, lint, boundaries, dead code, unit and route tests. */
import { runAll } from './run/run.ts';
import { check } from './run/steps.ts';

await runAll(check);
