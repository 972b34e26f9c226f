import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inject } from 'vitest';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { findRunning } from '#platform/database/embedded/start.ts';
import { bundled } from '../../scripts/run/bundled.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder in which the demo world is loaded, at rest: copied for each server that starts from it. */
    demoWorld: string;
    /** A server on the demo world that all journeys read from; whoever changes data starts their own. */
    sharedUrl: string;
  }
}

export interface Start {
  /** Settings of the product, beside the ones that keep a test to itself. */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder to use and to leave behind: for tests that start twice on the same data. */
  readonly dataDir?: string;
  /** `demo` starts on a copy of the loaded demo world; `none` on an empty folder, where the product loads what it is told. */
  readonly from?: 'demo' | 'none';
  /** As `npm start` starts it: in several processes. */
  readonly processes?: number;
}

/** The running product. */
export interface Tsunagi {
  readonly url: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** All that it has printed so far. */
  readonly output: () => string;
  /** Ends it as an operator would (SIGTERM) and gives its exit code; the data folder goes unless it was given. */
  readonly stop: () => Promise<number | null>;
}

const root = resolve(import.meta.dirname, '../..');
/** What `npm start` runs. */
export const startScript = 'scripts/start.ts';
const startTimeoutMs = 90_000;
const stopTimeoutMs = 20_000;

/** Starts the real product on a free port and waits until it says that it is ready. */
export async function startTsunagi({
  env,
  dataDir: given,
  from = 'demo',
  processes,
}: Start = {}): Promise<Tsunagi> {
  const dataDir = given ?? (await (from === 'demo' ? copyOfDemo() : temporaryFolder()));
  const several: Record<string, string> = processes === undefined ? {} : { PROCESSES: String(processes) };
  return launch({
    env: { ...env, ...several },
    dataDir,
    keep: given !== undefined,
    ...(processes === undefined ? {} : { script: startScript }),
  });
}

/** The database of a running product, for what no page of it can say. */
export async function databaseOf({ dataDir }: Tsunagi): Promise<Database> {
  const running = await findRunning(dataDir);
  if (!running) throw new Error('the database of the product was not found');
  return openDatabase(running, { connections: 2 });
}

/** The shared server's address: for journeys that only read. */
export function sharedTsunagi(): string {
  return inject('sharedUrl');
}

export async function launch({
  env,
  dataDir,
  keep,
  script = bundled,
}: {
  env: Readonly<Record<string, string>>;
  dataDir: string;
  keep: boolean;
  /** What `npm start` runs makes one file of all sources first; once that is made, the file alone starts quicker. */
  script?: string;
}): Promise<Tsunagi> {
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { ...surroundings(), DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const output = () => printed;
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const stop = async () => {
    const code = await end(child, ended);
    if (!keep) await rm(dataDir, { recursive: true, force: true });
    return code;
  };
  try {
    return { url: await untilReady({ child, output }), dataDir, process: child, output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Nothing of this machine's settings reaches a server under test. */
function surroundings(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot'];
  return Object.fromEntries(
    kept.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined),
  );
}

async function untilReady({ child, output }: { child: ChildProcess; output: () => string }): Promise<string> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    const url = /Tsunagi is ready: (http:\/\/\S+)/.exec(output())?.[1];
    if (url) return url.replace(/\/$/, '');
    if (child.exitCode !== null)
      throw new Error(`Tsunagi ended with ${child.exitCode} before it was ready:\n${output()}`);
    await new Promise((later) => setTimeout(later, 25));
  }
  throw new Error(`Tsunagi was not ready after ${startTimeoutMs / 1000} s:\n${output()}`);
}

async function end(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
  if (child.exitCode === null) child.kill('SIGTERM');
  const lastResort = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  const code = await ended;
  clearTimeout(lastResort);
  return code;
}

/** Outside the repository; the database may run as another user, who must be able to walk into it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tsunagi-e2e-'));
  await chmod(folder, 0o755);
  return folder;
}

/** The demo world as a product left it that loaded it, ended cleanly. */
export async function copyOfDemo(): Promise<string> {
  const folder = await temporaryFolder();
  copyFolder(inject('demoWorld'), folder);
  return folder;
}

/** Owners and modes go along: PostgreSQL refuses a folder that is not its own. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', `${from}/.`, to]);
}
