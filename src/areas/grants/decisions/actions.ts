import { randomUUID } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { newDataKey, type Vault } from '#platform/vault/vault.ts';
import { can, worksAt } from '../access.ts';
import { findCall } from '../calls/store.ts';
import {
  type Board,
  decideBoard,
  decideEdit,
  decidePropose,
  decideReturn,
  type PackRefusal,
  type Proposal,
} from './rules.ts';
import { openWords, sealReason, sealWords } from './sealed.ts';
import {
  deleteItems,
  insertItems,
  insertPack,
  type ItemLine,
  listItems,
  listUndecided,
  lockPack,
  type Pack,
  updateItems,
  updatePack,
} from './store.ts';

/** Most applications of one pack: what a person can look through. */
export const mostItems = 500;

export const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

export async function recordPack(
  tx: Tx,
  event: `${string}.${string}`,
  { id, callId }: Pick<Pack, 'id' | 'callId'>,
  facts: Record<string, unknown>,
  now: Date,
): Promise<void> {
  await record(tx, { event, subject: { kind: 'grant-pack', id }, facts: { call: callId, ...facts } }, now);
}

/** Opens a pack for a call, with everything that is checked and waits in no other pack. */
export async function makePack(
  db: Db,
  who: Who,
  { vault, callId, title }: { vault: Vault; callId: string; title: string },
  now = new Date(),
): Promise<Result<{ packId: string; items: number }, PackRefusal>> {
  if (!title.trim()) return refuse('title-missing');
  return inTransaction(db, who, async (tx) => {
    const { bureauId } = await findCall(tx, callId);
    mustPrepare(who, bureauId);
    const id = randomUUID();
    const { sealed: sealedKey } = newDataKey(vault, `grant-pack:${id}`);
    await insertPack(tx, {
      id,
      callId,
      bureauId,
      title,
      sealedKey,
      createdBy: personOf(who),
      createdAt: now,
    });
    const items = await fill(tx, who, { id, callId, bureauId }, mostItems);
    await recordPack(tx, 'grant-award.prepare', { id, callId }, { items }, now);
    return ok({ packId: id, items });
  });
}

async function fill(
  tx: Tx,
  who: Who,
  { id: packId, callId, bureauId }: Pick<Pack, 'id' | 'callId' | 'bureauId'>,
  most: number,
): Promise<number> {
  const waiting = most > 0 ? await listUndecided(tx, { callId, most }) : [];
  await insertItems(
    tx,
    waiting.map(({ id: applicationId, askedYen }) => ({
      packId,
      applicationId,
      bureauId,
      proposal: 'award',
      proposedYen: askedYen ?? 0,
      preparedBy: personOf(who),
    })),
  );
  return waiting.length;
}

/** One change of a pack that is still written; two who write at once are told. */
async function edit<T>(
  db: Db,
  who: Who,
  { packId, revision }: { packId: string; revision: number },
  change: (tx: Tx, pack: Pack) => Promise<Result<T, PackRefusal>>,
): Promise<Result<T, PackRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const pack = await lockPack(tx, packId);
    mustPrepare(who, pack.bureauId);
    const decision = decideEdit(pack, revision);
    return decision.ok ? change(tx, pack) : decision;
  });
}

/** Takes in what was checked since. */
export async function refillPack(
  db: Db,
  who: Who,
  at: { packId: string; revision: number },
  now = new Date(),
): Promise<Result<{ added: number }, PackRefusal>> {
  return edit(db, who, at, async (tx, pack) => {
    const { length } = await listItems(tx, pack.id);
    const added = await fill(tx, who, pack, mostItems - length);
    await updatePack(tx, pack.id, {});
    await recordPack(tx, 'grant-award.prepare', pack, { added }, now);
    return ok({ added });
  });
}

export interface ItemForm {
  readonly applicationId: string;
  /** `remove`: it leaves the pack and may come into another one. */
  readonly proposal: Proposal | 'remove';
  readonly yen: number;
  readonly reason: string;
}

/** What the officer proposes for each application. */
export async function saveItems(
  db: Db,
  who: Who,
  { vault, items, ...at }: { vault: Vault; packId: string; revision: number; items: readonly ItemForm[] },
  now = new Date(),
): Promise<Result<{ items: number }, PackRefusal>> {
  return edit(db, who, at, async (tx, pack) => {
    const stored = new Map((await listItems(tx, pack.id)).map((line) => [line.applicationId, line]));
    const known = items.filter(({ applicationId }) => stored.has(applicationId));
    const removed = known.filter(({ proposal }) => proposal === 'remove');
    await deleteItems(
      tx,
      pack.id,
      removed.map(({ applicationId }) => applicationId),
    );
    const kept = known.filter(({ proposal }) => proposal !== 'remove');
    await updateItems(
      tx,
      pack.id,
      kept.map(({ applicationId, proposal, yen, reason }) => ({
        applicationId,
        proposal,
        yen: proposal === 'award' ? yen : 0,
        reason: sealReason(vault, keyPlace(stored, applicationId), reason),
        by: personOf(who),
      })),
    );
    await updatePack(tx, pack.id, {});
    await recordPack(tx, 'grant-award.prepare', pack, { items: kept.length, removed: removed.length }, now);
    return ok({ items: stored.size - removed.length });
  });
}

function keyPlace(stored: ReadonlyMap<string, ItemLine>, id: string): { id: string; sealedKey: string } {
  return { id, sealedKey: stored.get(id)?.sealedKey ?? '' };
}

/** The board: who sits on it, how many make a quorum, how many came on which day, and what was said. */
export async function saveBoard(
  db: Db,
  who: Who,
  {
    vault,
    members,
    minutes,
    quorum,
    present,
    metOn,
    ...at
  }: {
    vault: Vault;
    packId: string;
    revision: number;
    members: readonly string[];
    minutes: string;
  } & Omit<Board, 'members'>,
  now = new Date(),
): Promise<Result<'saved', PackRefusal>> {
  const board = { members: members.length, quorum, present, metOn };
  const decision = decideBoard(board);
  if (!decision.ok) return decision;
  return edit(db, who, at, async (tx, pack) => {
    const sealedBoard = sealWords(vault, pack, { ...openWords(vault, pack), members, minutes });
    await updatePack(tx, pack.id, { ...board, sealedBoard });
    await recordPack(tx, 'grant-award.prepare', pack, { ...board }, now);
    return ok('saved');
  });
}

/** The officer lays the pack before the approver. */
export async function proposePack(
  db: Db,
  who: Who,
  { packId, revision }: { packId: string; revision: number },
  now = new Date(),
): Promise<Result<'proposed', PackRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const pack = await lockPack(tx, packId);
    mustPrepare(who, pack.bureauId);
    const items = (await listItems(tx, packId)).map(asItem);
    const decision = decidePropose(pack, { items, revision });
    if (!decision.ok) return decision;
    await updatePack(tx, packId, { state: 'proposed', proposedBy: personOf(who) });
    await recordPack(tx, 'grant-award.propose', pack, { items: items.length }, now);
    return ok('proposed');
  });
}

/** The approver gives the pack back with what is to be looked at again. */
export async function returnPack(
  db: Db,
  who: Who,
  { vault, packId, revision, reason }: { vault: Vault; packId: string; revision: number; reason: string },
  now = new Date(),
): Promise<Result<'returned', PackRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const pack = await lockPack(tx, packId);
    mustDecide(who, pack.bureauId);
    const decision = decideReturn(pack, { revision, reason });
    if (!decision.ok) return decision;
    const sealedBoard = sealWords(vault, pack, { ...openWords(vault, pack), returned: reason });
    await updatePack(tx, packId, { state: 'returned', sealedBoard });
    await recordPack(tx, 'grant-award.return', pack, {}, now);
    return ok('returned');
  });
}

export function asItem({ number, state, proposal, proposedYen, askedYen, sealedReason }: ItemLine) {
  return {
    number,
    state,
    proposal: proposal as Proposal,
    yen: proposedYen,
    askedYen,
    hasReason: sealedReason !== null,
  };
}

export function mustPrepare(who: Who, bureauId: string): void {
  if (who.kind === 'system') return;
  if (!can.checkApplication.allows(who) || !worksAt(who, bureauId))
    throw new Forbidden(can.checkApplication.name);
}

export function mustDecide(who: Who, bureauId: string): void {
  if (who.kind === 'system') return;
  if (!can.decide.allows(who) || !worksAt(who, bureauId)) throw new Forbidden(can.decide.name);
}
