/** Starts the product. */
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { leanEnvironment, leanFlags } from '#platform/processes/lean.ts';
import { processesFor } from '#platform/processes/supervise.ts';
import { bundled, compiled, supervisor } from './run/bundled.ts';

const environment = { ...leanEnvironment, NODE_COMPILE_CACHE: compiled, ...process.env };
// By a process of its own, which takes its memory along. What Node compiles holds for processes with the same flags.
execFileSync(process.execPath, [...leanFlags, fileURLToPath(new URL('run/bundle.ts', import.meta.url))], {
  stdio: 'inherit',
  env: environment,
});
const processes = processesFor(process.env['PROCESSES'], availableParallelism());
const [file, ...told] =
  processes === 1 ? ([bundled] as const) : ([supervisor, bundled, `${processes}`] as const);
// This process becomes what it started, and leaves behind what reading TypeScript took. Windows cannot.
if (process.platform !== 'win32')
  process.execve?.(
    process.execPath,
    [process.execPath, ...process.execArgv, ...(processes === 1 ? leanFlags : []), file, ...told],
    environment,
  );
process.argv.splice(1, process.argv.length, file, ...told);
await import(pathToFileURL(file).href);
