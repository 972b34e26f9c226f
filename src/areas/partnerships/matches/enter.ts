import { system, type Who } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { listHolders } from '#platform/people/organisations.ts';
import { type Result, refuse } from '#platform/result.ts';
import { concierge, memberAgent } from '../access.ts';
import type { Side } from './rules.ts';
import { organisationOf, sideOf } from './sides.ts';
import { findLink, findMatch, lockMatch, type Match } from './store.ts';

/** How somebody comes to a thread: signed in as an agent of one side, or by the link that was mailed to them. */
export type Entrance =
  | { readonly by: 'agent'; readonly who: Who; readonly matchId: string }
  | { readonly by: 'link'; readonly token: string };

export type DeadLink = 'link-dead';

export interface Entered {
  readonly match: Match;
  readonly side: Side;
  readonly personId: string | null;
}

/** A link signs nobody in: the product acts, for one side of one match, and the ledger names the product. */
const asLink = system('match-link');

/**
 * Opens one match in a transaction, locked where something is to change. A link is good while its person still acts for the
 * side that it was mailed to.
 */
export async function enter<Value, Refusal extends string>(
  db: Db,
  entrance: Entrance,
  { lock, now }: { lock: boolean; now: Date },
  work: (tx: Tx, entered: Entered) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | DeadLink>> {
  const read = lock ? lockMatch : findMatch;
  if (entrance.by === 'agent') {
    const { who, matchId } = entrance;
    return inTransaction(db, who, async (tx) => {
      const match = await read(tx, matchId);
      const side = sideOf(match, who);
      if (!side) throw new NotFound('match');
      return work(tx, { match, side, personId: who.kind === 'person' ? who.personId : null });
    });
  }
  return inTransaction(db, asLink, async (tx): Promise<Result<Value, Refusal | DeadLink>> => {
    const link = await findLink(tx, entrance.token);
    if (!link || link.expiresAt <= now) return refuse('link-dead');
    const match = await read(tx, link.matchId);
    const side = link.side as Side;
    if (!(await isAgent(tx, organisationOf(match, side), link.personId))) return refuse('link-dead');
    return work(tx, { match, side, personId: link.personId });
  });
}

async function isAgent(tx: Tx, organisationId: string, personId: string): Promise<boolean> {
  const roles = [memberAgent.name, concierge.name];
  const holders = await listHolders(tx, { organisationIds: [organisationId], roles });
  return holders.some((holder) => holder.personId === personId);
}
