import type { PersonWho } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { type DeadLink, enter, type Opened } from '../applications/open.ts';
import { lockBudget } from '../ledger/store.ts';
import { type Award, findAward, findAwardOf } from './store.ts';

/** By which door somebody comes to an award: the link of its application, or the office where they work. */
export type AwardEntrance =
  | { readonly by: 'link'; readonly token: string }
  | { readonly by: 'office'; readonly who: PersonWho; readonly awardId: string };

export interface OpenedAward extends Opened {
  readonly award: Award;
}

/** no-award: the application behind the link was not decided, or was refused. */
export type DeadAward = DeadLink | 'no-award';

interface Entering {
  readonly entrance: AwardEntrance;
  readonly vault: Vault;
  /** `report`: what a group writes. `money`: the call's money as well, which is locked before anything else of the award is read. */
  readonly lock?: 'report' | 'money';
}

/** Runs `work` on one award as whoever came, once the link or the office was asked. */
export async function enterAward<T, Refusal extends string>(
  db: Db,
  { entrance, vault, lock }: Entering,
  work: (tx: Tx, opened: OpenedAward) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal | DeadAward>> {
  const inside = async (tx: Tx, opened: Opened): Promise<Result<T, Refusal | 'no-award'>> => {
    const found = await findAwardOf(tx, opened.application.id);
    if (!found) return refuse('no-award');
    if (lock === 'money') await lockBudget(tx, found.callId);
    const award = lock === 'money' ? await findAward(tx, found.id) : found;
    return work(tx, { ...opened, award });
  };
  if (entrance.by === 'link') return enter(db, { entrance, vault, lock: lock !== undefined }, inside);
  return inTransaction(db, entrance.who, async (tx) => {
    const { applicationId } = await findAward(tx, entrance.awardId);
    const office = { by: 'office', who: entrance.who, applicationId } as const;
    return enter(tx, { entrance: office, vault, lock: lock !== undefined }, inside);
  });
}
