/** Everything: the check, then the browser tests. */
import { runAll } from './run/run.ts';
import { browserTests, check } from './run/steps.ts';

await runAll([...check, browserTests]);
