/** The browser tests alone. */
import { runAll } from './run/run.ts';
import { browserTests } from './run/steps.ts';

await runAll([browserTests]);
