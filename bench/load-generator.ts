import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Load {
  readonly perSecond: number;
  readonly p99: number;
}

const connections = 32;
const run = promisify(execFile);
const autocannon = fileURLToPath(import.meta.resolve('autocannon'));
const hasWrk = spawnSync('wrk', ['-v']).error === undefined;
const toMs = { us: 0.001, ms: 1, s: 1000 } as const;

/** Asks one URL from 32 connections for some seconds, from a process of its own: wrk where it is installed. */
export async function load(url: string, seconds: number): Promise<Load> {
  return hasWrk ? byWrk(url, seconds) : byAutocannon(url, seconds);
}

async function byWrk(url: string, seconds: number): Promise<Load> {
  const { stdout } = await run('wrk', [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--latency',
    '-H',
    'accept-encoding: br',
    url,
  ]);
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  const [, amount, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? [];
  const failed = /Non-2xx|Socket errors/.exec(stdout);
  if (failed || !perSecond) throw new Error(`wrk failed:\n${stdout}`);
  return { perSecond, p99: Number(amount) * toMs[unit as keyof typeof toMs] };
}

async function byAutocannon(url: string, seconds: number): Promise<Load> {
  const options = [
    '-c',
    String(connections),
    '-d',
    String(seconds),
    '-H',
    'accept-encoding=br',
    '--json',
    url,
  ];
  const { stdout } = await run(process.execPath, [autocannon, ...options]);
  const told = JSON.parse(stdout) as {
    requests: { average: number };
    latency: { p99: number };
    non2xx: number;
    errors: number;
  };
  if (told.non2xx + told.errors > 0) throw new Error(`autocannon failed: ${stdout}`);
  // It counts whole milliseconds: below one is taken as one half.
  return { perSecond: told.requests.average, p99: Math.max(0.5, told.latency.p99) };
}
