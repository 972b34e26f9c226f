import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

export interface Running {
  readonly url: string;
  /** From the start of the process to the line that says it is ready. */
  readonly readyMs: number;
  /** Memory that it holds now, in MB; 0 where the system does not say. */
  readonly residentMb: () => number;
  /** CPU that it has used so far; 0 where the system does not say. */
  readonly cpuMs: () => number;
  readonly stop: () => Promise<void>;
}

/** The product as an operator starts it, on a free port. */
export function startProduct(dataDir: string, settings: Record<string, string> = {}): Promise<Running> {
  return start(['scripts/start.ts'], /Tsunagi is ready: (http:\/\/\S+)/, {
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'warn',
    REQUESTS_PER_MINUTE: '100000000',
    ...settings,
  });
}

/** A bare node:http server that answers everything with the bytes and headers in `file`. */
export function startBare(file: string): Promise<Running> {
  return start(['bench/bare-server.ts', file], /ready: (http:\/\/\S+)/, {});
}

async function start(args: string[], ready: RegExp, settings: Record<string, string>): Promise<Running> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await untilItSays(child, ready);
  return {
    url: url.replace('localhost', '127.0.0.1'),
    readyMs: performance.now() - started,
    residentMb: () => residentMb(child.pid),
    cpuMs: () => cpuMs(child.pid),
    stop: () => stop(child),
  };
}

/** The process, and those that it answers with. */
function family(pid: number | undefined): readonly string[] {
  if (!existsSync(`/proc/${pid}/stat`)) return [];
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && statOf(name)?.[1] === String(pid),
  );
  return [String(pid), ...children];
}

/** Fields after the name, from the state on; undefined: it has ended. */
function statOf(pid: string): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
  } catch {
    return undefined;
  }
}

function residentMb(pid: number | undefined): number {
  let sum = 0;
  for (const each of family(pid))
    sum += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  return sum;
}

/** Ticks of a hundredth of a second, in user and in system mode. */
function cpuMs(pid: number | undefined): number {
  let sum = 0;
  for (const each of family(pid)) {
    const fields = statOf(each);
    sum += (Number(fields?.[11] ?? 0) + Number(fields?.[12] ?? 0)) * 10;
  }
  return sum;
}

function untilItSays(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((found, failed) => {
    let printed = '';
    const timeout = setTimeout(() => {
      child.kill('SIGKILL');
      failed(new Error('the server under test was not ready after 60 s'));
    }, 60_000);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const url = ready.exec(printed)?.[1];
      if (url === undefined) return;
      clearTimeout(timeout);
      found(url.replace(/\/$/, ''));
    });
    child.once('exit', (code) => {
      clearTimeout(timeout);
      failed(new Error(`the server under test ended with ${code}`));
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((ended) => {
    if (child.exitCode !== null) return ended();
    const lastResort = setTimeout(() => child.kill('SIGKILL'), 20_000);
    child.removeAllListeners('exit');
    child.once('exit', () => {
      clearTimeout(lastResort);
      ended();
    });
    child.kill('SIGTERM');
  });
}
