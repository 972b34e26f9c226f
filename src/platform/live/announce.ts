import { notify, type Tx } from '../database/database.ts';

/** Every process listens here for topics of which something is new. */
export const liveChannel = 'tsunagi_live';

/** Says, in the writing transaction, that those who watch `topic` (`desk:<id>`) have something new to read; heard after the commit, in every process. */
export async function announce(tx: Tx, ...topics: readonly string[]): Promise<void> {
  for (const topic of topics) notify(tx, liveChannel, topic);
}

/** Announced when a session ends: its open pages close at once. */
export function sessionTopic(sessionId: string): string {
  return `session:${sessionId}`;
}
