/** Starts the product. */
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { processesFor, supervise } from '#platform/processes/supervise.ts';
import { bundled } from './run/bundled.ts';

// By a process of its own, which takes its memory along.
execFileSync(process.execPath, [fileURLToPath(new URL('run/bundle.ts', import.meta.url))], {
  stdio: 'inherit',
});
const processes = processesFor(process.env['PROCESSES'], availableParallelism());
if (processes === 1) await import(pathToFileURL(bundled).href);
else supervise(bundled, processes);
