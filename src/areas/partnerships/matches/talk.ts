import type { Db, Tx } from '#platform/database/database.ts';
import { ok, type Result } from '#platform/result.ts';
import { isMember } from '../members/store.ts';
import { listBlocks, listPauses } from './discipline/store.ts';
import { type DeadLink, type Entered, type Entrance, enter } from './enter.ts';
import { otherSide, type Side, type Step, stepsFor } from './rules.ts';
import { organisationOf } from './sides.ts';
import {
  type Delivery,
  findThanks,
  listDeliveries,
  listNames,
  listNotes,
  type Match,
  type MatchNote,
  type Thanks,
} from './store.ts';

export interface Names {
  readonly ja: string;
  readonly en: string | null;
  readonly code: string;
}

/** A thread as one of its two sides sees it. */
export interface Talk {
  readonly match: Match;
  readonly side: Side;
  readonly notes: readonly MatchNote[];
  readonly deliveries: readonly Delivery[];
  readonly thanks: Thanks | undefined;
  readonly names: Readonly<Record<Side, Names>>;
  readonly steps: readonly Step[];
  readonly isResting: boolean;
  readonly isBlocked: boolean;
  /** Whose pages are still public. */
  readonly isOtherMember: boolean;
}

export async function readTalk(db: Db, entrance: Entrance, now: Date): Promise<Result<Talk, DeadLink>> {
  return enter(db, entrance, { lock: false, now }, async (tx, entered) => ok(await gather(tx, entered)));
}

async function gather(tx: Tx, { match, side }: Entered): Promise<Talk> {
  const [own, other] = [organisationOf(match, side), organisationOf(match, otherSide[side])];
  const names = await namesOf(tx, match);
  const blocks = await listBlocks(tx, [own]);
  return {
    match,
    side,
    notes: await listNotes(tx, match.id),
    deliveries: await listDeliveries(tx, match.id),
    thanks: await findThanks(tx, match.id),
    names,
    steps: stepsFor({ status: match.status, asker: match.asker as Side, by: side }),
    isResting: (await listPauses(tx, [own])).length > 0,
    isBlocked: blocks.some(({ blockedId }) => blockedId === other),
    isOtherMember: await isMember(tx, other),
  };
}

export async function namesOf(tx: Tx, match: Match): Promise<Readonly<Record<Side, Names>>> {
  const rows = await listNames(tx, [match.giverId, match.receiverId]);
  const of = (id: string): Names => {
    const row = rows.find((each) => each.id === id);
    return { ja: row?.nameJa ?? '', en: row?.nameEn ?? null, code: row?.code ?? '' };
  };
  return { giver: of(match.giverId), receiver: of(match.receiverId) };
}
