/** Starts the product. */
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { leanEnvironment, leanFlags } from '#platform/processes/lean.ts';
import { processesFor } from '#platform/processes/supervise.ts';
import { bundled, supervisor } from './run/bundled.ts';

// By a process of its own, which takes its memory along.
execFileSync(process.execPath, [fileURLToPath(new URL('run/bundle.ts', import.meta.url))], {
  stdio: 'inherit',
});
const processes = processesFor(process.env['PROCESSES'], availableParallelism());
const [file, ...told] =
  processes === 1 ? ([bundled] as const) : ([supervisor, bundled, `${processes}`] as const);
// This process becomes what it started, and leaves behind what reading TypeScript took. Windows cannot.
if (process.platform !== 'win32')
  process.execve?.(
    process.execPath,
    [process.execPath, ...process.execArgv, ...(processes === 1 ? leanFlags : []), file, ...told],
    { ...leanEnvironment, ...process.env },
  );
process.argv.splice(1, process.argv.length, file, ...told);
await import(pathToFileURL(file).href);
