import { setImmediate as afterThisRound } from 'node:timers/promises';

/**
 * Runs `work` once for all who ask while an earlier run is under way, or in the same round of the event loop, and begins it after they
 * asked.
 */
export function byTurns<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  const begin = async () => {
    await afterThisRound();
    next = undefined;
    const begun = work();
    running = begun;
    return begun;
  };
  return () => (next ??= running.then(begin, begin));
}
