import type { Who } from '../access.ts';
import { type Database, type Db, inTransaction, type Tx } from './database.ts';

/** So many go in one transaction. */
const most = 50;

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What the same person asks for at the same time, done in one transaction: while one is under way, what comes gathers for the next, and
 * nobody waits for others to come. `work` gives an answer for each, in their order. Where it fails, nothing of it is done, and each is
 * tried alone: nobody pays for another's fault.
 */
export function together<Asked, Answer>(
  work: (tx: Tx, asked: readonly Asked[]) => Promise<readonly Answer[]>,
): (db: Db, who: Who, asked: Asked) => Promise<Answer> {
  type Gathering = Map<string, Waiting<Asked, Answer>[]>;
  const gathering = new WeakMap<Database, Gathering>();

  const settle = async (db: Database, who: Who, part: readonly Waiting<Asked, Answer>[]) => {
    let worked = false;
    try {
      const answers = await inTransaction(db, who, async (tx) => {
        const all = await work(
          tx,
          part.map(({ asked }) => asked),
        );
        worked = true;
        return all;
      });
      for (const [at, { resolve }] of part.entries()) resolve(answers[at] as Answer);
    } catch (error) {
      // After the work the commit itself was lost, and what it did is not known.
      if (worked || part.length === 1) for (const { reject } of part) reject(error);
      else for (const each of part) await settle(db, who, [each]);
    }
  };

  const goThrough = async (db: Database, who: Who, { actor, ofAll }: { actor: string; ofAll: Gathering }) => {
    const waiting = ofAll.get(actor) ?? [];
    while (waiting.length > 0) await settle(db, who, waiting.splice(0, most));
    // In the moment in which nobody waits: whoever asks after it begins anew.
    ofAll.delete(actor);
  };

  return async (db, who, asked) => {
    if ('who' in db) {
      const [answer] = await inTransaction(db, who, (tx) => work(tx, [asked]));
      return answer as Answer;
    }
    const ofAll: Gathering = gathering.get(db) ?? new Map();
    gathering.set(db, ofAll);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const actor = JSON.stringify({ ...who, sessionId: '' });
    const one = { asked, resolve, reject };
    const under = ofAll.get(actor);
    if (under) under.push(one);
    else {
      ofAll.set(actor, [one]);
      void goThrough(db, who, { actor, ofAll });
    }
    return promise;
  };
}
