import cluster, { type Worker } from 'node:cluster';
import { leanFlags } from './lean.ts';
import type { FromProcess, ToProcess } from './place.ts';

/** So many by themselves: each takes up to 200 MB and 14 connections to the database. */
const mostByThemselves = 4;
/** One that ends sooner is not begun again at once. */
const tooSoonMs = 10_000;

/** How many processes answer: as PROCESSES says, or as many as there are cores. Not a number: whoever reads the settings says so. */
export function processesFor(given: string | undefined, cores: number): number {
  if (!given) return Math.min(cores, mostByThemselves);
  return /^\d{1,2}$/.test(given) ? Math.max(1, Number(given)) : 1;
}

const tell = (worker: Worker, said: ToProcess) => worker.isConnected() && worker.send(said);

/**
 * Several processes on one port, taking connections in turn. The first has the database, the demo world and the jobs, and the product
 * ends with it; one of the others is begun again when it ends.
 */
export function supervise(file: string, count: number): void {
  cluster.setupPrimary({ exec: file, args: [], execArgv: [...leanFlags] });
  const others = new Map<Worker, { readonly began: number; answers: boolean }>();
  let settings: Readonly<Record<string, string>> | undefined;
  let [ready, ending] = [false, false];
  const first = cluster.fork({ TSUNAGI_PLACE: 'first' });

  const begin = () => {
    const other = cluster.fork({ TSUNAGI_PLACE: 'other' });
    const about = { began: Date.now(), answers: false };
    others.set(other, about);
    other.on('message', (said: FromProcess) => {
      if (said.asks && settings) tell(other, { settings });
      if (said.answers) {
        about.answers = true;
        if ([...others.values()].every(({ answers }) => answers)) {
          ready = true;
          tell(first, { all: true });
        }
      }
    });
    other.once('exit', () => {
      others.delete(other);
      if (ending) return endFirst();
      if (!ready) return void tell(first, { failed: true });
      process.stderr.write('A process that answers ended by itself; another one begins.\n');
      const wait = Date.now() - about.began < tooSoonMs ? tooSoonMs : 0;
      setTimeout(() => !ending && begin(), wait);
    });
  };
  const end = () => {
    ending = true;
    for (const [other, { answers }] of others) {
      if (answers) tell(other, { end: true });
      else other.process.kill('SIGKILL');
    }
    endFirst();
  };
  // The database is the first's: it goes last.
  const endFirst = () => others.size === 0 && tell(first, { end: true });

  first.on('message', (said: FromProcess) => {
    if (!said.settings) return;
    settings = said.settings;
    for (const other of others.keys()) tell(other, { settings });
  });
  first.once('exit', (code) => {
    for (const other of others.keys()) other.process.kill('SIGKILL');
    process.exit(code ?? 1);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
  for (let at = 1; at < count; at += 1) begin();
}
