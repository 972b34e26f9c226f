import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations } from '#platform/people/tables.ts';
import { hashToken } from '#platform/sign-in/sessions.ts';
import { watchMembers, watchNetworks } from './tables.ts';

export type WatchMember = typeof watchMembers.$inferSelect;
export interface Network extends Omit<typeof watchNetworks.$inferSelect, 'changedAt'> {
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string | null;
  /** Six digits; null where it is no municipality. */
  readonly localGovernmentCode: string | null;
}

const columns = {
  organisationId: watchNetworks.organisationId,
  aboutJa: watchNetworks.aboutJa,
  aboutEn: watchNetworks.aboutEn,
  deskId: watchNetworks.deskId,
  routes: watchNetworks.routes,
  open: watchNetworks.open,
  illustrative: watchNetworks.illustrative,
  code: organisations.code,
  nameJa: organisations.nameJa,
  nameEn: organisations.nameEn,
  localGovernmentCode: organisations.localGovernmentCode,
};

function networks(tx: Tx) {
  return tx
    .select(columns)
    .from(watchNetworks)
    .innerJoin(organisations, eq(organisations.id, watchNetworks.organisationId))
    .$dynamic();
}

export async function listNetworks(tx: Tx): Promise<Network[]> {
  return networks(tx).orderBy(asc(organisations.localGovernmentCode), asc(organisations.code));
}

export async function findNetworkIfAny(tx: Tx, organisationId: string): Promise<Network | undefined> {
  const [row] = await networks(tx).where(eq(watchNetworks.organisationId, organisationId));
  return row;
}

export async function findNetwork(tx: Tx, organisationId: string): Promise<Network> {
  const row = await findNetworkIfAny(tx, organisationId);
  if (!row) throw new NotFound('watch network');
  return row;
}

export async function findNetworkByCode(tx: Tx, code: string): Promise<Network> {
  const [row] = await networks(tx).where(eq(organisations.code, code));
  if (!row) throw new NotFound('watch network');
  return row;
}

/** Held until the transaction ends: what comes in at a network comes one after the other. */
export async function lockNetwork(tx: Tx, organisationId: string): Promise<void> {
  await tx
    .select({ id: watchNetworks.organisationId })
    .from(watchNetworks)
    .where(eq(watchNetworks.organisationId, organisationId))
    .for('update');
}

export async function upsertNetwork(tx: Tx, row: typeof watchNetworks.$inferInsert): Promise<void> {
  const { organisationId: _, ...set } = row;
  await tx
    .insert(watchNetworks)
    .values(row)
    .onConflictDoUpdate({ target: watchNetworks.organisationId, set });
}

/** By name; those who left are not among them. */
export async function listWatchMembers(tx: Tx, organisationId: string): Promise<WatchMember[]> {
  return tx
    .select()
    .from(watchMembers)
    .where(and(eq(watchMembers.organisationId, organisationId), isNull(watchMembers.leftAt)))
    .orderBy(asc(watchMembers.name), asc(watchMembers.id));
}

export async function countWatchMembers(tx: Tx, organisationId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(watchMembers)
    .where(and(eq(watchMembers.organisationId, organisationId), isNull(watchMembers.leftAt)));
  return row?.count ?? 0;
}

/** Also of those who left: id → name. */
export async function listMemberNames(tx: Tx, organisationId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: watchMembers.id, name: watchMembers.name })
    .from(watchMembers)
    .where(eq(watchMembers.organisationId, organisationId));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Also one who left: their name stands beside what they noticed. */
export async function findWatchMember(
  tx: Tx,
  { organisationId, memberId }: { organisationId: string; memberId: string },
): Promise<WatchMember> {
  const [row] = await tx
    .select()
    .from(watchMembers)
    .where(and(eq(watchMembers.id, memberId), eq(watchMembers.organisationId, organisationId)));
  if (!row) throw new NotFound('watch member');
  return row;
}

/** By the link of their sheet. */
export async function findMemberByToken(tx: Tx, token: string): Promise<WatchMember> {
  const [row] = await tx
    .select()
    .from(watchMembers)
    .where(and(eq(watchMembers.tokenHash, hashToken(token)), isNull(watchMembers.leftAt)));
  if (!row) throw new NotFound('watch member');
  return row;
}

export async function insertWatchMember(tx: Tx, row: typeof watchMembers.$inferInsert): Promise<void> {
  await tx.insert(watchMembers).values(row);
}

export async function updateWatchMember(
  tx: Tx,
  id: string,
  change: Partial<typeof watchMembers.$inferInsert>,
): Promise<void> {
  await tx.update(watchMembers).set(change).where(eq(watchMembers.id, id));
}
