import { StartError } from '../errors.ts';

/** What the supervisor tells a process. */
export interface ToProcess {
  readonly settings?: Readonly<Record<string, string>>;
  /** All answer. */
  readonly all?: true;
  /** One of the others could not begin. */
  readonly failed?: true;
  readonly end?: true;
}

/** What a process tells the supervisor. */
export interface FromProcess {
  /** Of the first: what the others need to know of it. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly asks?: true;
  readonly answers?: true;
}

/** One of several processes on one port (`supervise.ts`), or the only one. */
export interface Place {
  /** It has the database, the demo world and the jobs; the others only answer. */
  readonly first: boolean;
  /** What the first says the settings are; nothing for the first itself. Waits for it. */
  readonly settings: () => Promise<Readonly<Record<string, string>>>;
  /** To be called when this process can answer: the first lets the others begin, and comes back when they answer too. */
  readonly answers: (settings: Readonly<Record<string, string>>) => Promise<void>;
  /** Calls once when this process is to end. */
  readonly whenToEnd: (end: () => void) => void;
}

export function placeOf(named: string | undefined): Place {
  if (named !== 'first' && named !== 'other') return alone;
  // A terminal sends its signal to every process; the supervisor says when whose turn is.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => {});
  const say = (said: FromProcess) => process.send?.(said);
  const first = named === 'first';
  const failed = first ? told('failed') : undefined;
  return {
    first,
    async settings() {
      if (first) return {};
      say({ asks: true });
      return (await told('settings')).settings ?? {};
    },
    async answers(settings) {
      if (!first) return void say({ answers: true });
      const all = told('all');
      say({ settings });
      const { failed: incomplete } = await Promise.race([all, failed ?? all]);
      if (incomplete)
        throw new StartError('Another process could not begin. PROCESSES=1 starts without one.');
    },
    whenToEnd: (end) => void told('end').then(end),
  };
}

const alone: Place = {
  first: true,
  settings: async () => ({}),
  answers: async () => {},
  whenToEnd(end) {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
  },
};

function told(what: keyof ToProcess): Promise<ToProcess> {
  return new Promise((heard) => {
    const listen = (said: ToProcess) => {
      if (said[what] === undefined) return;
      process.off('message', listen);
      heard(said);
    };
    process.on('message', listen);
  });
}
