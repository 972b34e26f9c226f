import { pino } from 'pino';

export type Log = ReturnType<typeof makeLog>;

/**
 * Structured lines on standard output. What may be logged: route patterns (never paths with ids or queries), ids, durations,
 * counts, error stacks of our own code. Never a name, an address, a form value or a network address.
 */
export function makeLog(level: string) {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
