import { and, asc, eq, isNull, sql } from 'drizzle-orm';
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

/** What there is to do at an organisation that keeps a network, or may begin one. */
export interface Kept {
  readonly organisationId: string;
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string | null;
  readonly begun: boolean;
  /** Notices that nobody of the network has looked at. */
  readonly unread: number;
  readonly members: number;
  /** Warnings that wait for a second person. */
  readonly proposed: number;
  /** Lawyer days from today on. */
  readonly coming: number;
}

export async function listKept(tx: Tx, organisationIds: readonly string[], today: string): Promise<Kept[]> {
  const { rows } = await tx.execute<Record<keyof Kept, unknown>>(sql`
    select o.id as "organisationId", o.code, o.name_ja as "nameJa", o.name_en as "nameEn",
      exists (select from watch_networks n where n.organisation_id = o.id) as begun,
      (select count(*)::int from watch_notices n
        where n.organisation_id = o.id and n.looked_at is null and n.joined_to is null) as unread,
      (select count(*)::int from watch_members m where m.organisation_id = o.id and m.left_at is null) as members,
      (select count(*)::int from watch_warnings w where w.organisation_id = o.id and w.state = 'proposed') as proposed,
      (select count(*)::int from lawyer_days d
        where d.organisation_id = o.id and d.day >= ${today} and d.cancelled_at is null) as coming
    from organisations o where o.id = any(${sql.param([...organisationIds])}::uuid[]) order by o.code`);
  return rows as unknown as Kept[];
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
