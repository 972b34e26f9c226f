import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { explain } from './explain.ts';
import { type Cluster, folderArguments } from './place.ts';
import { programEnvironment, runProgram } from './run-program.ts';
import { endServer, findServer } from './survivor.ts';

interface LaunchOptions {
  readonly log: (line: string) => void;
  readonly durable: boolean;
}

export interface Running {
  readonly host: string;
  readonly port: number;
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Kept for the explanation of a failed start. */
const linesKept = 50;
/** How long a lock of a server that has just died may linger, milliseconds. */
const lingerLimit = 15_000;

/** Starts the server and waits until it takes connections, however long its recovery needs. */
export async function launch(cluster: Cluster, options: LaunchOptions): Promise<Running> {
  for (const until = Date.now() + lingerLimit; ; await wait(200)) {
    const attempt = await tryLaunch(cluster, options);
    if (typeof attempt !== 'string') return attempt;
    const passing =
      /pre-existing shared memory block|lock file "[^"]*" already exists|Address already in use/.test(
        attempt,
      );
    if (!passing || Date.now() > until) throw explain(attempt, cluster);
  }
}

/** The running server, or what it said before it ended. */
async function tryLaunch(cluster: Cluster, { log, durable }: LaunchOptions): Promise<Running | string> {
  const port = cluster.socketFolder ? 5432 : await freePort();
  const child = await spawnServer(cluster, settings({ cluster, port, durable }));
  const lines: string[] = [];
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      if (lines.length > linesKept) lines.shift();
      log(line);
    });
  }
  const ended = new Promise<void>((done) => {
    child.on('close', () => done());
    child.on('error', (error) => {
      lines.push(error.message);
      done();
    });
  });
  if (!(await isReady(child, cluster, ended))) return lines.join('\n');
  const { pid } = child;
  // Neither the server nor its log keeps our process alive: one that forgets to stop it ends, and so does the server.
  child.unref();
  (child.stderr as Socket | null)?.unref();
  return {
    host: cluster.socketFolder ?? '127.0.0.1',
    port,
    ended,
    stop: () => stop({ child, pid, cluster, ended }),
  };
}

async function isReady(child: ChildProcess, cluster: Cluster, ended: Promise<void>): Promise<boolean> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (; !over; await wait(10)) {
    const server = await findServer(cluster);
    if (server?.ready && server.pid === child.pid) return true;
  }
  return false;
}

interface Stopping {
  readonly child: ChildProcess;
  readonly pid: number | undefined;
  readonly cluster: Cluster;
  readonly ended: Promise<void>;
}

async function stop({ child, pid, cluster, ended }: Stopping): Promise<void> {
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  if (process.platform === 'win32') {
    await runProgram({
      file: cluster.binaries.pgCtl,
      args: ['stop', '-D', cluster.folder, '-m', 'fast', '-w'],
      user: undefined,
    });
  } else {
    await endServer(pid, cluster);
  }
  await ended;
}

/** Detached: the interrupt key of a terminal reaches us, and we end the server when we are done. */
async function spawnServer(cluster: Cluster, args: readonly string[]): Promise<ChildProcess> {
  const { cwd, dataDirectory } = folderArguments(cluster, cluster.folder);
  const command = [...(await endingWithUs()), cluster.binaries.postgres, '-D', dataDirectory, ...args];
  return spawn(command[0] as string, command.slice(1), {
    cwd,
    ...cluster.user,
    env: programEnvironment,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Where the system can, it tells the server to shut down in the moment our process dies. */
async function endingWithUs(): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const setpriv = ['setpriv', '--pdeathsig', 'INT', '--'];
  const { status } = await runProgram({
    file: 'setpriv',
    args: [...setpriv.slice(1), 'true'],
    user: undefined,
  });
  return status === 0 ? setpriv : [];
}

function settings({
  cluster,
  port,
  durable,
}: {
  cluster: Cluster;
  port: number;
  durable: boolean;
}): string[] {
  const safety = durable ? 'on' : 'off';
  return Object.entries({
    cluster_name: cluster.name,
    // The socket lies in the cluster's folder, where the server stands; nothing but it or the loopback is listened on.
    unix_socket_directories: cluster.socketFolder ? '.' : '',
    unix_socket_permissions: '0700',
    listen_addresses: cluster.socketFolder ? '' : '127.0.0.1',
    port: String(port),
    log_destination: 'stderr',
    logging_collector: 'off',
    // Statements and details of errors hold what people typed.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    fsync: safety,
    full_page_writes: safety,
    synchronous_commit: safety,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
