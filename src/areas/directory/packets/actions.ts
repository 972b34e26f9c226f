import { randomUUID } from 'node:crypto';
import { type PersonWho, system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { decideOpen, expiryOf, missWindowMinutes, type PacketRefusal, readCode } from './rules.ts';
import { indexOf, newCode, sealPacket, unsealPacket } from './sealing.ts';
import {
  countExpired,
  countMisses,
  deleteExpired,
  deleteMisses,
  deletePacket,
  insertMiss,
  insertPacket,
  lockPacket,
  markOpened,
  type PacketRow,
} from './store.ts';

/** Packets belong to nobody who is known: the product keeps them itself. */
const keeper = system('packets');

export interface Packet {
  readonly id: string;
  /** What the person wrote and let stand. */
  readonly text: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Somebody without an account leaves what they want to say; the code is told once and kept nowhere. */
export async function makePacket(
  db: Database,
  { text, vault }: { text: string; vault: Vault },
  now = new Date(),
): Promise<Result<{ code: string; expiresAt: Date }, PacketRefusal>> {
  if (!text.trim()) return refuse('nothing-written');
  const [id, code, expiresAt] = [randomUUID(), newCode(), expiryOf(now)];
  await inTransaction(db, keeper, async (tx) => {
    const sealed = sealPacket(vault, { id, code, text });
    await insertPacket(tx, { id, codeIndex: indexOf(vault, code), ...sealed, createdAt: now, expiresAt });
    await record(tx, { event: 'packet.make', subject: { kind: 'packet', id } }, now);
  });
  return ok({ code, expiresAt });
}

/**
 * A desk opens what a person left for it: the first one, and only that one. Wrong codes of a person are counted in the
 * database, so they are over all processes.
 */
export async function openPacket(
  db: Database,
  who: Who,
  { code: typed, organisationId, vault }: { code: string; organisationId: string; vault: Vault },
  now = new Date(),
): Promise<Result<Packet, PacketRefusal>> {
  const person = mustWorkAt(who, organisationId);
  const code = readCode(typed);
  return inTransaction(db, keeper, async (tx): Promise<Result<Packet, PacketRefusal>> => {
    const since = new Date(now.getTime() - missWindowMinutes * 60_000);
    const misses = await countMisses(tx, person.personId, since);
    // A code that cannot be one is looked for as well: the answer takes the same way.
    const packet = await lockPacket(tx, indexOf(vault, code ?? typed.slice(0, 100)));
    const decision = decideOpen({ packet, organisationId, misses, now });
    if (!decision.ok || !packet || !code) {
      await insertMiss(tx, { personId: person.personId, at: now });
      return decision.ok ? refuse('packet-not-found') : decision;
    }
    await readBy(tx, packet, { organisationId, personId: person.personId }, now);
    const { id, createdAt, expiresAt } = packet;
    return ok({ id, text: unsealPacket(vault, { ...packet, code }), createdAt, expiresAt });
  });
}

/**
 * Who holds the code begins to talk with a desk: from then on it is that desk's to read, and no other's. The route holds back
 * whoever tries many codes.
 */
export async function redeemPacket(
  db: Database,
  { code: typed, organisationId, vault }: { code: string; organisationId: string; vault: Vault },
  now = new Date(),
): Promise<Result<Packet, PacketRefusal>> {
  const code = readCode(typed);
  return inTransaction(db, keeper, async (tx): Promise<Result<Packet, PacketRefusal>> => {
    const packet = await lockPacket(tx, indexOf(vault, code ?? typed.slice(0, 100)));
    const decision = decideOpen({ packet, organisationId, misses: 0, now });
    if (!decision.ok || !packet || !code) return decision.ok ? refuse('packet-not-found') : decision;
    await readBy(tx, packet, { organisationId }, now);
    const { id, createdAt, expiresAt } = packet;
    return ok({ id, text: unsealPacket(vault, { ...packet, code }), createdAt, expiresAt });
  });
}

/** The first desk that reads it is noted, once. */
async function readBy(
  tx: Tx,
  packet: PacketRow,
  facts: { organisationId: string; personId?: string },
  now: Date,
): Promise<void> {
  if (packet.openedBy) return;
  await markOpened(tx, { id: packet.id, openedBy: facts.organisationId, openedAt: now });
  await record(tx, { event: 'packet.open', subject: { kind: 'packet', id: packet.id }, facts }, now);
}

/** Who holds the code takes the packet back, at any time before it expires, read or not. */
export async function withdrawPacket(
  db: Database,
  { code: typed, vault }: { code: string; vault: Vault },
  now = new Date(),
): Promise<Result<'gone', PacketRefusal>> {
  const index = indexOf(vault, readCode(typed) ?? typed.slice(0, 100));
  return inTransaction(db, keeper, async (tx): Promise<Result<'gone', PacketRefusal>> => {
    const id = await deletePacket(tx, index, now);
    if (!id) return refuse('packet-not-found');
    await record(tx, { event: 'packet.withdraw', subject: { kind: 'packet', id } }, now);
    return ok('gone');
  });
}

/** Erases what nobody may open any more; the ledger says how many went and that none is left. */
export async function eraseExpiredPackets(
  db: Database,
  now = new Date(),
): Promise<{ erased: number; left: number }> {
  return inTransaction(db, keeper, async (tx) => {
    const erased = await deleteExpired(tx, now);
    const left = await countExpired(tx, now);
    await deleteMisses(tx, new Date(now.getTime() - missWindowMinutes * 60_000));
    if (erased > 0)
      await record(
        tx,
        { event: 'packet.erase', subject: { kind: 'packets', id: 'expired' }, facts: { erased, left } },
        now,
      );
    return { erased, left };
  });
}

function mustWorkAt(who: Who, organisationId: string): PersonWho {
  if (who.kind !== 'person' || !who.memberships.some((held) => held.organisationId === organisationId))
    throw new Forbidden('packet.open');
  return who;
}
