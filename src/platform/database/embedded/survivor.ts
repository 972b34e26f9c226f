import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartError } from '../../errors.ts';
import type { Place } from './place.ts';
import { runProgram } from './run-program.ts';

/** A server that is running in a place. */
export interface Server {
  readonly pid: number;
  readonly host: string;
  readonly port: number;
  readonly ready: boolean;
}

/** A pid that no process has, for the first line of postmaster.pid. */
const nobodysPid = 2 ** 31 - 1;
const fastShutdownLimit = 60_000;
const immediateShutdownLimit = 10_000;

/** The server of this place that is alive, whoever started it. */
export async function findServer(place: Place): Promise<Server | undefined> {
  const lines = (await readPidFile(place)).split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid) || !(await isOurs(pid, place))) return undefined;
  const host = lines[4] ? place.folder : lines[5] || '127.0.0.1';
  return { pid, host, port: Number(lines[3]), ready: lines[7] === 'ready' };
}

/**
 * Ends a server that outlived the process which started it, so that ours runs with our settings and under our watch.
 * A pid file left by a dead server is mended where its pid belongs to somebody else by now.
 */
export async function stopSurvivor(place: Place): Promise<void> {
  const server = await findServer(place);
  if (server) await endServer(server.pid, place);
  const content = await readPidFile(place);
  const [pid = '', ...rest] = content.split('\n');
  // The other lines stay: by them PostgreSQL sees that a backend of the dead server is still at work, and waits.
  if (Number(pid) > 0 && isAlive(Number(pid)))
    await writeFile(pidFile(place), [nobodysPid, ...rest].join('\n'));
  await rm(join(place.folder, '.s.PGSQL.5432.lock'), { force: true });
}

/** Fast shutdown; where that takes too long, an immediate one, from which the next start recovers. */
export async function endServer(pid: number, place: Place): Promise<void> {
  for (const [signal, limit] of [
    ['SIGINT', fastShutdownLimit],
    ['SIGQUIT', immediateShutdownLimit],
  ] as const) {
    send(pid, signal);
    for (const until = Date.now() + limit; Date.now() < until; await wait(20)) {
      if (!isAlive(pid) || !(await isOurs(pid, place))) return;
    }
  }
  throw new StartError(
    `A database (process ${pid}) still runs in ${place.folder} and does not end. End that process and start again.`,
  );
}

function readPidFile(place: Place): Promise<string> {
  return readFile(pidFile(place), 'utf8').catch(() => '');
}

function pidFile(place: Place): string {
  return join(place.folder, 'postmaster.pid');
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') {
      throw new StartError(
        `A database (process ${pid}) of another user runs in the data folder. Start Tsunagi as that user.`,
      );
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** By its command line, which also tells a zombie (it has none). Windows shows none: there the pid has to do. */
async function isOurs(pid: number, { name }: Place): Promise<boolean> {
  if (process.platform === 'win32') return true;
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return line.split('\0').includes(`cluster_name=${name}`);
  }
  const { output } = await runProgram({
    file: 'ps',
    args: ['-ww', '-o', 'command=', '-p', String(pid)],
    user: undefined,
  });
  return output.includes(`cluster_name=${name}`);
}
