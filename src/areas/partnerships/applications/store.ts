import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { hashToken } from '#platform/sign-in/sessions.ts';
import { memberApplications } from '../members/tables.ts';

export type Application = typeof memberApplications.$inferSelect;

export async function insertApplication(
  tx: Tx,
  { token, ...row }: Omit<typeof memberApplications.$inferInsert, 'tokenHash'> & { token: string },
): Promise<void> {
  await tx.insert(memberApplications).values({ ...row, tokenHash: hashToken(token) });
}

export async function findApplicationByToken(tx: Tx, token: string): Promise<Application> {
  const [row] = await tx
    .select()
    .from(memberApplications)
    .where(eq(memberApplications.tokenHash, hashToken(token)))
    .for('update');
  if (!row) throw new NotFound('application');
  return row;
}

export async function lockApplication(tx: Tx, id: string): Promise<Application> {
  const [row] = await tx.select().from(memberApplications).where(eq(memberApplications.id, id)).for('update');
  if (!row) throw new NotFound('application');
  return row;
}

/** What waits comes first in the order of asking; what is decided is newest first. */
export async function listApplications(
  tx: Tx,
  states: readonly string[],
  {
    newestFirst = false,
    after,
    limit = 200,
  }: { newestFirst?: boolean; after?: string | undefined; limit?: number } = {},
): Promise<Application[]> {
  const order = newestFirst ? desc : asc;
  const { createdAt, id } = memberApplications;
  const last = sql`(select a.created_at, a.id from member_applications a where a.id = ${after}::uuid)`;
  const behind = newestFirst ? sql`(${createdAt}, ${id}) < ${last}` : sql`(${createdAt}, ${id}) > ${last}`;
  return tx
    .select()
    .from(memberApplications)
    .where(and(inArray(memberApplications.state, [...states]), after ? behind : undefined))
    .orderBy(order(createdAt), order(id))
    .limit(limit);
}

/** Somebody who asked lately and did not confirm is not mailed again. */
export async function hasUnconfirmed(tx: Tx, addressMark: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: memberApplications.id })
    .from(memberApplications)
    .where(and(eq(memberApplications.addressMark, addressMark), eq(memberApplications.state, 'unconfirmed')));
  return row !== undefined;
}

/** Accepted, and not yet a member: the process was killed in between. */
export async function listUnadmitted(tx: Tx): Promise<Application[]> {
  return tx
    .select()
    .from(memberApplications)
    .where(and(eq(memberApplications.state, 'accepted'), eq(memberApplications.admitted, false)));
}

export async function updateApplication(
  tx: Tx,
  id: string,
  change: Partial<Omit<Application, 'id' | 'createdAt'>>,
): Promise<void> {
  await tx.update(memberApplications).set(change).where(eq(memberApplications.id, id));
}

export async function deleteUnconfirmed(tx: Tx, before: Date): Promise<void> {
  await tx
    .delete(memberApplications)
    .where(and(eq(memberApplications.state, 'unconfirmed'), lt(memberApplications.createdAt, before)));
}
